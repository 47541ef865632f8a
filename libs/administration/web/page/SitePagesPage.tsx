import { useQuery } from '@apollo/client/react';
import { graphql, useLocale, useTexts } from '#platform/web';
import { Badge, DateTime, LinkButton, List, ListRow, Page, QueryPage } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';

const SitePagesQuery = graphql(`
  query SitePages($locale: String) {
    imprint: sitePage(slug: "impressum", locale: $locale) { slug title version isChanged hasGaps validFrom viewerCanEdit }
    privacy: sitePage(slug: "datenschutz", locale: $locale) { slug title version isChanged hasGaps validFrom viewerCanEdit }
    accessibility: sitePage(slug: "barrierefreiheit", locale: $locale) { slug title version isChanged hasGaps validFrom viewerCanEdit }
    rules: sitePage(slug: "hausregeln", locale: $locale) { slug title version isChanged hasGaps validFrom viewerCanEdit }
  }
`);

/** Which of the programme's pages still carry the standard wording. */
export function SitePagesPage() {
  const t = useTexts(administrationTexts);
  const { locale } = useLocale();
  const query = useQuery(SitePagesQuery, { variables: { locale } });
  return (
    <QueryPage query={query} pick={(data) => (data.imprint.viewerCanEdit ? data : null)} texts={administrationTexts}>
      {({ imprint, privacy, accessibility, rules }) => (
        <Page title={t('pages.title')} summary={t('pages.summary')}>
          <List label={t('pages.title')}>
            {[imprint, privacy, accessibility, rules].map((page) => (
              <ListRow
                key={page.slug}
                title={page.title}
                to={`/seite/${page.slug}`}
                meta={[t('pages.version', { version: page.version }), <DateTime key="since" at={page.validFrom} as="date" />]}
                end={
                  <>
                    {page.hasGaps ? <Badge kind="warning">{t('pages.gaps')}</Badge> : !page.isChanged && <Badge>{t('pages.standard')}</Badge>}
                    <LinkButton to={`/seite/${page.slug}/bearbeiten`} aria-label={t('pages.edit', { title: page.title })}>{t('page.edit')}</LinkButton>
                  </>
                }
              />
            ))}
          </List>
        </Page>
      )}
    </QueryPage>
  );
}
