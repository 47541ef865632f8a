import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { furtherNodes, graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Avatar, EmptyState, FilterWords, List, ListRow, LoadMore, Page, QueryPage, SearchField } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { rolesOfPerson } from './person-words.js';

const PersonRowFragment = graphql(`
  fragment PersonRow on Person {
    id
    name
    siteRoles
    programmeRoles
    entries {
      answers
      field {
        id
        key
      }
    }
  }
`);
const PeopleQuery = graphql(
  `
    query PeoplePage($text: String, $programmeRole: ProgrammeRole, $after: String) {
      people(first: 40, text: $text, programmeRole: $programmeRole, after: $after) {
        nodes {
          id
          ...PersonRow
        }
        readerCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PersonRowFragment],
);

/** What people with whom one has little in common show of themselves first. */
const shownKeys = ['function', 'organisation', 'municipality'];

function PersonRow({ person: masked }: { readonly person: FragmentOf<typeof PersonRowFragment> }) {
  const t = useTexts(accountsTexts);
  const person = readFragment(PersonRowFragment, masked);
  const answers = shownKeys.flatMap((key) => person.entries.find((entry) => entry.field.key === key)?.answers.slice(0, 1) ?? []);
  return <ListRow title={person.name} to={`/person/${person.id}`} lead={<Avatar name={person.name} />} meta={[rolesOfPerson(t, person), ...answers]} />;
}

type Role = 'mentor' | 'mentee';

/** The members of the programme, by name. */
export function PeoplePage() {
  const t = useTexts(accountsTexts);
  const [search, setSearch] = useSearchParams();
  const text = search.get('name') ?? '';
  const role = search.get('rolle');
  const programmeRole: Role | null = role === 'mentor' || role === 'mentee' ? role : null;
  const asked = useDeferredValue(text);
  const query = useQuery(PeopleQuery, { variables: { text: asked, programmeRole }, notifyOnNetworkStatusChange: true });
  const data = query.data ?? query.previousData;
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const more = async () => {
    await query.fetchMore({
      variables: { after: data?.people.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('people'),
    });
  };
  return (
    <QueryPage query={{ ...query, data }} pick={({ people }) => people} texts={accountsTexts}>
      {({ nodes, pageInfo, readerCount }) => (
        <Page title={t('people.title')} summary={t('people.summary')} audience={t('people.audience', { count: readerCount })}>
          <SearchField label={t('people.search')} placeholder={t('people.search')} value={text} onChange={(value) => put('name', value)} />
          <FilterWords
            label={t('people.role')}
            current={programmeRole ?? ''}
            onChange={(value) => put('rolle', value)}
            words={[
              { value: '', label: t('people.all') },
              { value: 'mentor', label: t('people.mentors') },
              { value: 'mentee', label: t('people.mentees') },
            ]}
          />
          {nodes.length === 0 ? (
            <EmptyState title={t('people.none')} size="small">
              {t('people.noneText')}
            </EmptyState>
          ) : (
            <List label={t('people.title')}>
              {nodes.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </List>
          )}
          <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
        </Page>
      )}
    </QueryPage>
  );
}
