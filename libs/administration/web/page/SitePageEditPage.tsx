import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { describeError, graphql, useLocale, useTexts, type ResultOf } from '#platform/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { MarkdownEditor } from '#text/web';
import { Alert, Checkbox, FilterWords, Form, LinkButton, Page, QueryPage, StaleNotice, TextField, toast, useForm, useLeaveGuard } from '#ui/web';
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
  const client = useApolloClient();
  const [save] = useMutation(SaveSitePage);
  const [baseVersion, setBaseVersion] = useState(page.version);
  // What somebody else has saved meanwhile, until the user says which version shall be.
  const [theirs, setTheirs] = useState<EditedPage>();
  const form = useForm({
    initial: { title: page.title, body: page.body, needsConsent: false },
    check: (values) => ({
      ...(values.title.trim() === '' && { title: t('page.titleMissing') }),
      ...(values.body.trim() === '' && { body: t('page.bodyMissing') }),
    }),
    submit: async (values) => {
      const locale = page.locale === 'en' ? 'en' : 'de';
      try {
        await save({ variables: { input: { slug: page.slug, locale, baseVersion: theirs?.version ?? baseVersion, ...values } } });
      } catch (error) {
        if (describeError(error).reason !== 'page.stale') throw error;
        // Not into the cache: the page would begin anew with it, and lose what is typed.
        const { data } = await client.query({ query: SitePageEditQuery, variables: { slug: page.slug, locale }, fetchPolicy: 'no-cache' });
        if (data === undefined) throw error;
        setTheirs(data.sitePage);
        return false;
      }
      toast(t('page.saved'));
      await navigate(`/seite/${page.slug}`);
      return true;
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
      {theirs !== undefined && (
        <StaleNotice
          key={theirs.version}
          title={t('page.staleTitle')}
          differences={[
            ...(form.values.title === theirs.title ? [] : [{ name: t('page.titleLabel'), mine: form.values.title, theirs: theirs.title }]),
            ...(form.values.body === theirs.body ? [] : [{ name: t('page.bodyLabel'), theirs: theirs.body, isLong: true }]),
          ]}
          onKeepMine={() => void form.submit()}
          onTakeTheirs={() => {
            form.reset({ ...form.values, title: theirs.title, body: theirs.body });
            setBaseVersion(theirs.version);
            setTheirs(undefined);
          }}
        />
      )}
      <Form form={form} submitLabel={t('page.save')} actions={<LinkButton kind="quiet" to={`/seite/${page.slug}`}>{t('cancel')}</LinkButton>}>
        <TextField label={t('page.titleLabel')} maxLength={200} {...form.field('title')} />
        <MarkdownEditor label={t('page.bodyLabel')} {...form.field('body')} />
        {isConsentPage && <Checkbox label={t('page.needsConsent')} help={t('page.needsConsentHelp')} {...form.field('needsConsent')} />}
      </Form>
    </Page>
  );
}
