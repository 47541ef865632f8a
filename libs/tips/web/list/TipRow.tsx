import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, DateTime, ListRow } from '#ui/web';
import { Names } from '../tip/Names.js';
import { tipsTexts } from '../tips-texts.js';

export const TipRowFragment = graphql(`
  fragment TipRow on Tip {
    id
    slug
    state
    title
    summary
    createdAt
    revisedAt
    isOverdue
    helpedCount
    authors { accountId name }
    space { id name }
  }
`);

interface TipRowProps {
  readonly tip: FragmentOf<typeof TipRowFragment>;
  /** Also says which space, where the list mixes several. */
  readonly withSpace?: boolean;
}

/** A tip as one row of a list. */
export function TipRow({ tip: masked, withSpace = false }: TipRowProps) {
  const tip = readFragment(TipRowFragment, masked);
  const t = useTexts(tipsTexts);
  return (
    <ListRow
      title={tip.title === '' ? t('drafts.untitled') : tip.title}
      to={`/tipp/${tip.slug}`}
      {...(tip.summary !== '' && { text: tip.summary })}
      meta={[
        tip.authors.length > 0 && <Names key="authors" people={tip.authors} isPlain />,
        withSpace && tip.space?.name,
        <DateTime key="at" at={tip.revisedAt ?? tip.createdAt} as="date" />,
        tip.helpedCount > 0 && t('tips.helped', { count: tip.helpedCount }),
        tip.isOverdue && <Badge key="overdue" kind="warning">{t('state.overdue')}</Badge>,
        tip.state !== 'published' && <Badge key="state" kind={tip.state === 'draft' || tip.state === 'review' ? 'done' : 'warning'}>{t(`state.${tip.state}`)}</Badge>,
      ]}
    />
  );
}
