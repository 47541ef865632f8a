import type { NoticeReason, NoticeView } from './notice.registry.js';

/** A notice as it is kept. What it is about is loaded anew each time. */
export interface NoticeRow {
  readonly id: string;
  readonly accountId: string;
  readonly kind: string;
  readonly category: string;
  readonly subjectId: string;
  readonly groupKind: string;
  readonly groupId: string;
  readonly actorId: string | null;
  readonly reason: NoticeReason;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** The columns of {@link NoticeRow} for SQL over `notice`. */
export const NOTICE_COLUMNS = `notice.id, notice.account_id as "accountId", notice.kind, notice.category, notice.subject_id as "subjectId", notice.group_kind as "groupKind",
  notice.group_id as "groupId", notice.actor_id as "actorId", notice.reason, notice.created_at as "createdAt", notice.read_at as "readAt"`;

/** A notice together with what its recipient may see of its subject at this moment. */
export interface SeenNotice extends NoticeRow {
  readonly view: NoticeView;
  /** The name of who acted; null where nobody did or the account is gone. */
  readonly actorName: string | null;
}

export const groupKeyOf = (notice: Pick<NoticeRow, 'groupKind' | 'groupId'>): string => `${notice.groupKind}:${notice.groupId}`;
