import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { graphql, useLocale, useTexts } from '#platform/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { RenderedText } from '#text/web';
import { Alert, DateTime, LinkButton, Page, QueryPage, Section } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';
import { BarrierHintForm } from './BarrierHintForm.js';

const SitePageQuery = graphql(
  `
    query SitePage($slug: String!, $locale: String, $version: Int) {
      sitePage(slug: $slug, locale: $locale, version: $version) { slug title html version validFrom viewerCanEdit audience { ...WhoCanSee } }
    }
  `,
  [WhoCanSeeFragment],
);

/** Imprint, privacy notice, accessibility statement, house rules: for everybody, signed in or not. */
export function SitePagePage() {
  const t = useTexts(administrationTexts);
  const { slug = '' } = useParams();
  const { locale } = useLocale();
  // A consent leads to the very wording it was given to.
  const [search] = useSearchParams();
  const language = ['de', 'en'].find((one) => one === search.get('sprache')) ?? locale;
  const asked = /^\d{1,6}$/.test(search.get('fassung') ?? '') ? Number(search.get('fassung')) : null;
  const query = useQuery(SitePageQuery, { variables: { slug, locale: language, version: asked } });
  return (
    <QueryPage query={query} pick={(data) => data.sitePage} width="reading" texts={administrationTexts}>
      {(page) => (
        <Page
          title={page.title}
          audience={<WhoCanSee audience={page.audience} />}
          width="reading"
          actions={page.viewerCanEdit ? <LinkButton to={`/seite/${slug}/bearbeiten`}>{t('page.edit')}</LinkButton> : undefined}
        >
          {asked !== null && page.version !== asked && <Alert>{t('page.notKept', { asked, version: page.version })}</Alert>}
          <RenderedText html={page.html} />
          <p>
            {t('page.version', { version: page.version })} <DateTime at={page.validFrom} as="date" />
          </p>
          {slug === 'barrierefreiheit' && (
            <Section title={t('hint.title')}>
              <BarrierHintForm />
            </Section>
          )}
        </Page>
      )}
    </QueryPage>
  );
}
