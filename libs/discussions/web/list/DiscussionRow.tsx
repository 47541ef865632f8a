import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, DateTime, ListRow } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

export const DiscussionRowFragment = graphql(`
  fragment DiscussionRow on Discussion {
    id
    slug
    title
    kind
    state
    replyCount
    lastPosition
    lastReadPosition
    isUnread
    isSolved
    isPinned
    isClosed
    answeredAt
    createdAt
    lastActivityAt
    author { accountId name }
    lastPostBy { accountId name }
    space { id name }
  }
`);

interface DiscussionRowProps {
  readonly discussion: FragmentOf<typeof DiscussionRowFragment>;
  /** Also says which space, where the list mixes several. */
  readonly withSpace?: boolean;
  /** Says how long a question has been waiting instead of who wrote last. */
  readonly withAge?: boolean;
  /** Marked as read on this very page. */
  readonly isRead?: boolean;
}

/** Leads to where the reader stopped, else to the beginning. */
export function pathOf({ slug, isUnread, lastReadPosition }: { readonly slug: string; readonly isUnread: boolean; readonly lastReadPosition: number }): string {
  return isUnread && lastReadPosition > 0 ? `/d/${slug}/${lastReadPosition + 1}` : `/d/${slug}`;
}

/** A discussion as one row of a list. */
export function DiscussionRow({ discussion: masked, withSpace = false, withAge = false, isRead = false }: DiscussionRowProps) {
  const t = useTexts(discussionsTexts);
  const discussion = readFragment(DiscussionRowFragment, masked);
  const { author, lastPostBy } = discussion;
  const nameOf = (person: { readonly name: string | null } | null) => (person === null ? undefined : (person.name ?? t('person.gone')));
  const last = nameOf(lastPostBy);
  return (
    <ListRow
      title={discussion.title}
      to={pathOf(discussion)}
      isNew={discussion.isUnread && !isRead}
      meta={[
        t(`kind.${discussion.kind}`),
        withSpace && discussion.space?.name,
        withAge || discussion.replyCount === 0 ? nameOf(author) : undefined,
        withAge ? t.rich('row.waiting', { when: <DateTime at={discussion.createdAt} /> })
        : discussion.replyCount === 0 ? <DateTime key="at" at={discussion.createdAt} />
        : last === undefined ? <DateTime key="at" at={discussion.lastActivityAt} />
        : t.rich('row.last', { name: last, when: <DateTime at={discussion.lastActivityAt} /> }),
        t('row.replies', { count: discussion.replyCount }),
        discussion.isSolved && <Badge key="solved" kind="done">{t('state.solved')}</Badge>,
        discussion.isPinned && <Badge key="pinned">{t('state.pinned')}</Badge>,
        discussion.isClosed && <Badge key="closed">{t('state.closed')}</Badge>,
        discussion.state === 'review' && <Badge key="review" kind="warning">{t('state.review')}</Badge>,
        discussion.state === 'hidden' && <Badge key="hidden" kind="warning">{t('state.hidden')}</Badge>,
      ]}
    />
  );
}
