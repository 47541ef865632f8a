import { useMutation, useQuery } from '@apollo/client/react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { graphql, useLocale, useTexts, type ResultOf } from '#platform/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { MarkdownEditor } from '#text/web';
import { Alert, Checkbox, FilterWords, Form, LinkButton, Page, QueryPage, TextField, toast, useForm, useLeaveGuard } from '#ui/web';
import { administrationTexts } from '../administration-texts.js';

const SitePageEditQuery = graphql(
  `
    query SitePageEdit($slug: String!, $locale: String) {
      sitePage(slug: $slug, locale: $locale) { slug locale title body version viewerCanEdit audience { ...WhoCanSee } }
    }
  `,
  [WhoCanSeeFragment],
);
const SaveSitePage = graphql(`mutation SaveSitePage($input: SaveSitePageInput!) { saveSitePage(input: $input) { slug version } }`);

type EditedPage = ResultOf<typeof SitePageEditQuery>['sitePage'];

/** Changes the wording of one page in one language. */
export function SitePageEditPage() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const { locale } = useLocale();
  const language = search.get('sprache') ?? locale;
  const query = useQuery(SitePageEditQuery, { variables: { slug, locale: language }, fetchPolicy: 'network-only' });
  return (
    <QueryPage query={query} pick={(data) => (data.sitePage.viewerCanEdit ? data.sitePage : null)} width="reading" texts={administrationTexts}>
      {(page) => <EditForm key={`${page.slug} ${page.locale} ${page.version}`} page={page} />}
    </QueryPage>
  );
}

function EditForm({ page }: { readonly page: EditedPage }) {
  const t = useTexts(administrationTexts);
  const navigate = useNavigate();
  const [save] = useMutation(SaveSitePage);
  const form = useForm({
    initial: { title: page.title, body: page.body, needsConsent: false },
    check: (values) => ({
      ...(values.title.trim() === '' && { title: t('page.titleMissing') }),
      ...(values.body.trim() === '' && { body: t('page.bodyMissing') }),
    }),
    submit: async (values) => {
      const locale = page.locale === 'en' ? 'en' : 'de';
      await save({ variables: { input: { slug: page.slug, locale, baseVersion: page.version, ...values } } });
      toast(t('page.saved'));
      await navigate(`/seite/${page.slug}`);
    },
    texts: administrationTexts,
    draftKey: `site-page-${page.slug}-${page.locale}-${page.version}`,
  });
  const isConsentPage = page.slug === 'hausregeln' || page.slug === 'datenschutz';
  useLeaveGuard(form.isChanged);
  const languages = [
    { value: 'de', label: t('page.german') },
    { value: 'en', label: t('page.english') },
  ] as const;
  return (
    <Page title={t('page.editTitle', { title: page.title })} width="reading" audience={<WhoCanSee audience={page.audience} />}>
      <FilterWords
        label={t('page.language')}
        words={languages}
        current={page.locale === 'en' ? 'en' : 'de'}
        onChange={(language) => void navigate(`/seite/${page.slug}/bearbeiten?sprache=${language}`)}
      />
      {page.body.includes('[[') && <Alert kind="warning">{t('page.placeholders')}</Alert>}
      <Form form={form} submitLabel={t('page.save')} actions={<LinkButton kind="quiet" to={`/seite/${page.slug}`}>{t('cancel')}</LinkButton>}>
        <TextField label={t('page.titleLabel')} maxLength={200} {...form.field('title')} />
        <MarkdownEditor label={t('page.bodyLabel')} {...form.field('body')} />
        {isConsentPage && <Checkbox label={t('page.needsConsent')} help={t('page.needsConsentHelp')} {...form.field('needsConsent')} />}
      </Form>
    </Page>
  );
}
