import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, CONFIG, Live, type Clock, type Config } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { SpaceReaders } from '#spaces/server';
import { NoticeKinds, type NoticeKind, type NoticeReason } from './notice.registry.js';

/** What belongs together on the page and in mails: a thread, a tip, a space. */
export interface NoticeGroup {
  readonly kind: string;
  readonly id: string;
}

export interface Telling {
  /** Names the happening: whoever was told of it, by whatever kind, is not told of it again. Tell the stronger kind first. */
  readonly occasionId: string;
  /** A registered {@link NoticeKind}. */
  readonly kind: string;
  readonly subjectId: string;
  readonly group: NoticeGroup;
  /** The space it lies in; null where reading it is not a matter of a space. */
  readonly spaceId: string | null;
  /** Who did it and so needs not be told; null for the system. */
  readonly actorId: string | null;
  readonly to: readonly { readonly accountId: string; readonly reason: NoticeReason }[];
}

/** Rows of one statement: none shall come near the time that a statement may take. */
const TOLD_AT_ONCE = 5000;

interface Addressed {
  readonly accountId: string;
  readonly reason: NoticeReason;
  readonly telling: Telling;
  readonly kind: NoticeKind;
}

/** Which notices shall go: all conditions that are given must hold, and one must be given. */
export interface Withdrawal {
  readonly subjectIds?: readonly string[];
  readonly group?: NoticeGroup;
  readonly kinds?: readonly string[];
  readonly accountIds?: readonly string[];
}

/**
 * Telling people, within the caller's transaction: tell whoever it concerns. Those who do not read the space are passed
 * over; whether somebody still may see it, wants it and by which channel is asked when it is shown or sent.
 */
@Injectable()
export class Notices {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
    @Inject(Live) private readonly live: Live,
    @Inject(SpaceReaders) private readonly readers: SpaceReaders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param tellings of the same happening the strongest first.
   * @returns of those who read the space, who had not been told of this happening before.
   */
  async tell(tx: EntityManager, ...tellings: readonly Telling[]): Promise<readonly string[]> {
    const addressed = await this.readersAmong(tx, this.addressed(tellings));
    const told: string[] = [];
    for (let at = 0; at < addressed.length; at += TOLD_AT_ONCE) told.push(...(await this.insert(tx, addressed.slice(at, at + TOLD_AT_ONCE))));
    return told;
  }

  private async insert(tx: EntityManager, told: readonly Addressed[]): Promise<readonly string[]> {
    const now = this.clock.now();
    // Mails wait for further notices of the same thread.
    const mailAt = new Date(now.getTime() + this.config.noticeMailAfterSeconds * 1000);
    const kindOf = new Map(told.map(({ telling, kind }) => [telling, kind]));
    const [tellings, kinds] = [[...kindOf.keys()], [...kindOf.values()]];
    const places = new Map(tellings.map((telling, place) => [telling, place]));
    const rows: { accountId: string; spaceId: string | null }[] = await tx.query(
      `insert into notice (id, account_id, kind, category, subject_id, group_kind, group_id, space_id, actor_id, reason, occasion_id, created_at, mail, look_at)
       select told.id, told.account_id, telling.kind, telling.category, telling.subject_id, telling.group_kind, telling.group_id, telling.space_id, telling.actor_id,
         told.reason, telling.occasion_id, $15, telling.mail, $16
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) told (id, account_id, reason, place)
       join unnest($5::int[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::uuid[], $11::uuid[], $12::uuid[], $13::text[], $14::text[])
         telling (place, kind, category, subject_id, group_kind, group_id, space_id, actor_id, occasion_id, mail) using (place)
       join account on account.id = told.account_id and account.deleted_at is null
       on conflict (account_id, occasion_id) do nothing
       returning account_id as "accountId", space_id as "spaceId"`,
      [
        told.map(() => uuidv7()), told.map(({ accountId }) => accountId), told.map(({ reason }) => reason), told.map(({ telling }) => places.get(telling)),
        tellings.map((_, place) => place), kinds.map(({ kind }) => kind), kinds.map(({ category }) => category), tellings.map(({ subjectId }) => subjectId),
        tellings.map(({ group }) => group.kind), tellings.map(({ group }) => group.id), tellings.map(({ spaceId }) => spaceId), tellings.map(({ actorId }) => actorId),
        tellings.map(({ occasionId }) => occasionId), kinds.map(({ hasMail }) => (hasMail === false ? 'done' : 'due')), now, mailAt,
      ],
    );
    this.publish(tx, rows);
    return rows.map(({ accountId }) => accountId);
  }

  /** To each whose bell changes, where they read the space at this moment: of others not even that something happens is told. */
  private publish(tx: EntityManager, rows: readonly { readonly accountId: string; readonly spaceId: string | null }[]): void {
    const bySpace = Map.groupBy(rows, ({ spaceId }) => spaceId);
    this.live.publish(tx, ...Array.from(bySpace, ([spaceId, those]) => ({ topic: 'notices', id: null, spaceId, accountIds: [...new Set(those.map(({ accountId }) => accountId))] })));
  }

  /** Each person once for each happening, by the first reason. */
  private addressed(tellings: readonly Telling[]): readonly Addressed[] {
    const addressed = new Map<string, Addressed>();
    for (const telling of tellings) {
      const kind = this.kinds.of(telling.kind);
      if (kind === null) throw new Error(`unknown kind of notice ${telling.kind}`);
      for (const { accountId, reason } of telling.to) {
        const key = `${telling.occasionId} ${accountId}`;
        if (accountId !== telling.actorId && !addressed.has(key)) addressed.set(key, { accountId, reason, telling, kind });
      }
    }
    return [...addressed.values()];
  }

  /** Of what happens where somebody cannot look, not even a row is kept: when and how often is also a thing to know. */
  private async readersAmong(tx: EntityManager, addressed: readonly Addressed[]): Promise<readonly Addressed[]> {
    const readers = new Map<string, ReadonlySet<string>>();
    for (const [spaceId, those] of Map.groupBy(addressed, ({ telling }) => telling.spaceId)) {
      if (spaceId !== null) readers.set(spaceId, new Set(await this.readers.among(tx, spaceId, [...new Set(those.map(({ accountId }) => accountId))])));
    }
    return addressed.filter(({ telling: { spaceId }, accountId }) => spaceId === null || readers.get(spaceId)?.has(accountId) === true);
  }

  /**
   * Takes notices back, from the page and from mails that are not sent yet.
   * @param movedFrom the space they lay in, where they lie in another by now: who reads that one alone is told, too.
   */
  async withdraw(tx: EntityManager, which: Withdrawal, movedFrom?: string): Promise<void> {
    if (Object.values(which).every((condition) => condition === undefined)) throw new Error('withdrawing everybody’s notices is not meant');
    const [gone]: [{ accountId: string; spaceId: string | null; isRead: boolean }[], number] = await tx.query(
      `delete from notice where ($1::uuid[] is null or subject_id = any($1)) and ($2::text is null or (group_kind = $2 and group_id = $3))
         and ($4::text[] is null or kind = any($4)) and ($5::uuid[] is null or account_id = any($5))
         returning account_id as "accountId", space_id as "spaceId", read_at is not null as "isRead"`,
      [which.subjectIds ?? null, which.group?.kind ?? null, which.group?.id ?? null, which.kinds ?? null, which.accountIds ?? null],
    );
    // Their bells were lit for it: of what another moderator has decided, of what was moved away. Not of a space they left.
    const unread = gone.filter(({ isRead }) => !isRead);
    this.publish(tx, unread.map(({ accountId, spaceId }) => ({ accountId, spaceId: spaceId === null ? null : (movedFrom ?? spaceId) })));
  }

  /** Whom notices of this group are kept for. */
  async toldOf(tx: EntityManager, group: NoticeGroup): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query('select distinct account_id as id from notice where group_kind = $1 and group_id = $2', [group.kind, group.id]);
    return rows.map(({ id }) => id);
  }

  /** What was told until now stays on the page and goes into no mail: after filling a programme with things of the past. */
  async keepFromMails(tx: EntityManager): Promise<void> {
    await tx.query(`update notice set mail = 'done' where mail <> 'done'`);
  }

  /** A group lies in another space from now on: who does not read that one neither sees nor counts its notices. */
  async move(tx: EntityManager, group: NoticeGroup, spaceId: string | null): Promise<void> {
    await tx.query('update notice set space_id = $3 where group_kind = $1 and group_id = $2', [group.kind, group.id, spaceId]);
  }

  /** Notices of these subjects belong to another group now: split and merged threads. */
  async regroup(tx: EntityManager, subjectIds: readonly string[], group: NoticeGroup, spaceId: string | null): Promise<void> {
    await tx.query('update notice set group_kind = $2, group_id = $3, space_id = $4 where subject_id = any($1::uuid[])', [subjectIds, group.kind, group.id, spaceId]);
  }

  /**
   * Somebody has read of it where it stands; what is read on the page is not mailed any more.
   * @param subjectIds only these of the group; absent: the whole group.
   */
  async read(tx: EntityManager, accountId: string, group: NoticeGroup, subjectIds?: readonly string[]): Promise<void> {
    const [, marked]: [unknown[], number] = await tx.query(
      `update notice set read_at = $4, mail = case when mail in ('due', 'digest') then 'done' else mail end
       where account_id = $1 and group_kind = $2 and group_id = $3 and read_at is null and ($5::uuid[] is null or subject_id = any($5))`,
      [accountId, group.kind, group.id, this.clock.now(), subjectIds ?? null],
    );
    // The bell of every open page of this person.
    if (marked > 0) this.live.publish(tx, { topic: 'notices', id: accountId, spaceId: null, accountIds: [accountId] });
  }
}
