import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, useLocale, useTexts } from '#platform/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { RenderedText } from '#text/web';
import { DateTime, LinkButton, Page, QueryPage, Section } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';
import { BarrierHintForm } from './BarrierHintForm.js';

const SitePageQuery = graphql(
  `
    query SitePage($slug: String!, $locale: String) {
      sitePage(slug: $slug, locale: $locale) { slug title html version validFrom viewerCanEdit audience { ...WhoCanSee } }
    }
  `,
  [WhoCanSeeFragment],
);

/** Imprint, privacy notice, accessibility statement, house rules: for everybody, signed in or not. */
export function SitePagePage() {
  const t = useTexts(administrationTexts);
  const { slug = '' } = useParams();
  const { locale } = useLocale();
  const query = useQuery(SitePageQuery, { variables: { slug, locale } });
  return (
    <QueryPage query={query} pick={(data) => data.sitePage} width="reading" texts={administrationTexts}>
      {(page) => (
        <Page
          title={page.title}
          audience={<WhoCanSee audience={page.audience} />}
          width="reading"
          actions={page.viewerCanEdit ? <LinkButton to={`/seite/${slug}/bearbeiten`}>{t('page.edit')}</LinkButton> : undefined}
        >
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
