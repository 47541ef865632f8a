import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { DateTime, EmptyState, LinkButton, List, ListRow, Page, QueryPage } from '#ui/web';
import { DeletedHandbooks } from './DeletedHandbooks.js';
import { tipsTexts } from '../tips-texts.js';

const HandbooksQuery = graphql(
  `
    query Handbooks($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } tipSettings { spaceId viewerCanChange } }
      handbooks(space: $slug) { id title updatedAt chapters { title entries { anchor } } }
    }
  `,
  [WhoCanSeeFragment],
);

type Data = ResultOf<typeof HandbooksQuery>;

/** The handbooks of a space. */
export function HandbooksPage() {
  const { slug = '' } = useParams();
  const query = useQuery(HandbooksQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryPage query={query} pick={(data) => data} texts={tipsTexts}>
      {(data) => <Handbooks data={data} />}
    </QueryPage>
  );
}

function Handbooks({ data: { space, handbooks } }: { readonly data: Data }) {
  const t = useTexts(tipsTexts);
  const [newId] = useState(uuidv7);
  const make = (kind: 'primary' | 'secondary') =>
    space.tipSettings?.viewerCanChange === true && (
      <LinkButton kind={kind} to={`/handbuch/${newId}/bearbeiten?raum=${space.slug}`}>{t('handbooks.new')}</LinkButton>
    );
  return (
    <Page
      title={t('handbooks.title')}
      summary={t('handbooks.summary')}
      crumbs={[{ label: space.name, to: `/raum/${space.slug}` }]}
      {...(space.audience !== null && { audience: <WhoCanSee audience={space.audience} /> })}
      actions={handbooks.length > 0 && make('secondary')}
    >
      {handbooks.length === 0 ? (
        <EmptyState title={t('handbooks.empty')} action={make('primary')}>{t('handbooks.emptyText')}</EmptyState>
      ) : (
        <List label={t('handbooks.title')}>
          {handbooks.map((handbook) => (
            <ListRow
              key={handbook.id}
              lead={<IconBook2 size={22} stroke={1.8} aria-hidden="true" />}
              title={handbook.title}
              to={`/handbuch/${handbook.id}`}
              meta={[
                t('handbooks.chapters', { count: handbook.chapters.length }),
                t('handbooks.tips', { count: handbook.chapters.reduce((sum, { entries }) => sum + entries.length, 0) }),
                <DateTime key="at" at={handbook.updatedAt} as="date" />,
              ]}
            />
          ))}
        </List>
      )}
      {space.tipSettings?.viewerCanChange === true && <DeletedHandbooks space={space.slug} />}
    </Page>
  );
}
