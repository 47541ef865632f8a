import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts } from '#platform/web';
import { EmptyState, LinkButton, List, ListRow, Page, PageLoading, QueryPage } from '#ui/web';
import { writingTexts } from './writing-texts.js';

const MySpacesQuery = graphql(`
  query SpacesToWriteIn {
    mySpaces { id slug name description archivedAt }
  }
`);

/** Where a tip begins: asks for the space unless the address names it, then goes to the editor under a new id. */
export function NewTipPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const space = search.get('raum');
  // The id stands in the address before the first word, so that a reload without a network finds the text again.
  const [id] = useState(uuidv7);
  useEffect(() => {
    if (space !== null) void navigate(`/tipp/${id}/bearbeiten?raum=${encodeURIComponent(space)}`, { replace: true });
  }, [space, id, navigate]);
  return space === null ? <ChooseSpace id={id} /> : <PageLoading width="reading" />;
}

function ChooseSpace({ id }: { readonly id: string }) {
  const t = useTexts(writingTexts);
  const query = useQuery(MySpacesQuery);
  return (
    <QueryPage query={query} pick={(data) => data.mySpaces} width="reading" texts={writingTexts}>
      {(spaces) => {
        const open = spaces.filter(({ archivedAt }) => archivedAt === null);
        return (
          <Page title={t('new.title')} width="reading" audience={t('new.audience')} {...(open.length > 0 && { summary: t('new.where') })}>
            {open.length === 0 ? (
              <EmptyState title={t('new.mayNot')} action={<LinkButton to="/raeume" kind="primary">{t('new.toSpaces')}</LinkButton>}>{t('new.noSpace')}</EmptyState>
            ) : (
              <List label={t('new.where')}>
                {open.map((space) => (
                  <ListRow key={space.id} title={space.name} to={`/tipp/${id}/bearbeiten?raum=${space.slug}`} {...(space.description !== '' && { text: space.description })} />
                ))}
              </List>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}
