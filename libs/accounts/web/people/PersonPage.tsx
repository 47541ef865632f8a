import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, useLocale, useTexts } from '#platform/web';
import { Avatar, DateTime, EmptyState, Facts, LinkButton, Page, QueryPage, TopicList } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { Answers } from './Answers.js';
import { rolesOfPerson } from './person-words.js';

const PersonQuery = graphql(`
  query PersonPage($id: ID!) {
    person(id: $id) {
      id
      name
      siteRoles
      programmeRoles
      joinedAt
      isViewer
      readerCount
      entries {
        answers
        field {
          id
          kind
          labelDe
          labelEn
        }
      }
    }
  }
`);

/** A member as this reader may see them. */
export function PersonPage() {
  const t = useTexts(accountsTexts);
  const { locale } = useLocale();
  const { id = '' } = useParams();
  const query = useQuery(PersonQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryPage query={query} pick={(data) => data.person} width="reading" texts={accountsTexts}>
      {(person) => (
        <Page
          title={person.name}
          lead={<Avatar name={person.name} size={56} />}
          summary={rolesOfPerson(t, person)}
          crumbs={[{ label: t('people.title'), to: '/personen' }]}
          width="reading"
          actions={person.isViewer && <LinkButton to="/kontaktdaten">{t('person.edit')}</LinkButton>}
          audience={t(person.isViewer ? 'person.audienceOwn' : 'person.audience', { count: person.readerCount })}
        >
          {person.entries.length === 0 ? (
            <EmptyState size="small" title={t('person.nothing')} />
          ) : (
            <Facts
              facts={person.entries.map(({ field, answers }) => {
                const label = locale === 'en' ? field.labelEn : field.labelDe;
                return {
                  name: label,
                  value: field.kind === 'topics' ? <TopicList label={label} topics={answers.map((name) => ({ name }))} /> : <Answers kind={field.kind} answers={answers} />,
                };
              })}
            />
          )}
          {person.joinedAt !== null && <p>{t.rich('person.since', { at: <DateTime at={person.joinedAt} as="date" /> })}</p>}
        </Page>
      )}
    </QueryPage>
  );
}
