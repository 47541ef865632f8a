import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Badge, DateTime, ListRow } from '#ui/web';
import { searchTexts } from '../search-texts.js';
import { Marked, MarkedFragment } from './Marked.js';

export const HitRowFragment = graphql(
  `
    fragment HitRow on SearchHit {
      id
      kind
      path
      title { ...Marked }
      excerpt { segments { ...Marked } isCutBefore isCutAfter }
      space { id name }
      authors { id name }
      topics { id name }
      updatedAt
      state
    }
  `,
  [MarkedFragment],
);

/** Something that was found, with the passage that shows why. */
export function HitRow({ hit: masked }: { readonly hit: FragmentOf<typeof HitRowFragment> }) {
  const hit = readFragment(HitRowFragment, masked);
  const t = useTexts(searchTexts);
  const kindKey = `kind.${hit.kind}`;
  const { segments, isCutBefore, isCutAfter } = hit.excerpt;
  return (
    <ListRow
      title={<Marked segments={hit.title} />}
      to={hit.path}
      {...(segments.length > 0 && { text: <>{isCutBefore && '… '}<Marked segments={segments} />{isCutAfter && ' …'}</> })}
      meta={[
        t.has(kindKey) ? t(kindKey) : null,
        hit.space?.name,
        hit.authors.map((author) => author.name).join(', '),
        hit.topics.map((topic) => topic.name).join(', '),
        hit.updatedAt !== null && <DateTime key="at" at={hit.updatedAt} as="date" />,
        hit.state !== 'current' && <Badge key="state" kind="warning">{t(`state.${hit.state}`)}</Badge>,
      ]}
    />
  );
}
