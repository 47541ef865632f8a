import { useQuery } from '@apollo/client/react';
import { IconFileText } from '@tabler/icons-react';
import { graphql, useLocale, useTexts, useViewer } from '#platform/web';
import { List, ListRow } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';

const PagesWaitingQuery = graphql(`
  query PagesWaiting($locale: String) {
    imprint: sitePage(slug: "impressum", locale: $locale) { title hasGaps }
    privacy: sitePage(slug: "datenschutz", locale: $locale) { title hasGaps }
    accessibility: sitePage(slug: "barrierefreiheit", locale: $locale) { title hasGaps }
    rules: sitePage(slug: "hausregeln", locale: $locale) { title hasGaps }
  }
`);

/** On the home page of coordinators: pages of the programme that still lack what only the operator knows. */
export function PagesWaiting() {
  const t = useTexts(administrationTexts);
  const { isCoordinator } = useViewer();
  const { locale } = useLocale();
  const { data } = useQuery(PagesWaitingQuery, { variables: { locale }, skip: !isCoordinator });
  const lacking = data === undefined ? [] : [data.imprint, data.privacy, data.accessibility, data.rules].filter(({ hasGaps }) => hasGaps);
  if (lacking.length === 0) return null;
  return (
    <List label={t('pages.title')}>
      <ListRow
        title={t('pages.waiting', { count: lacking.length })}
        text={t('pages.waitingText', { titles: lacking.map(({ title }) => title).join(', ') })}
        to="/koordination/seiten"
        lead={<IconFileText size={22} stroke={1.8} aria-hidden="true" />}
      />
    </List>
  );
}
