import { IconRestore } from '@tabler/icons-react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { textTexts, WordDiff } from '#text/web';
import { graphql, readBoot, useErrorTexts, useLocale, useTexts, type ResultOf } from '#platform/web';
import { Alert, Badge, Button, ConfirmDialog, DateTime, formatTime, List, ListRow, LoadMore, Page, QueryPage, Row, Section, Select, Skeleton, Stack, toast } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const HistoryQuery = graphql(
  `
    query TipHistory($slug: String!, $after: String) {
      tip(slug: $slug) {
        id
        slug
        title
        viewerCanPublish
        historyAudience { ...WhoCanSee }
        space { id slug name }
        revisions(first: 50, after: $after) {
          nodes { id number title note isMinor restoredFrom createdAt author { accountId name } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [WhoCanSeeFragment],
);

const CompareQuery = graphql(`
  query CompareTipRevisions($a: ID!, $b: ID!) {
    compareTipRevisions(a: $a, b: $b) {
      title { kind text }
      summary { kind text }
      body { kind text }
    }
  }
`);

const RestoreRevision = graphql(`
  mutation RestoreTipRevision($input: RestoreTipRevisionInput!) {
    restoreTipRevision(input: $input) { id slug title summary html revisionNumber revisedAt }
  }
`);

// Fetched beside the page's data; named in the routes they would draw the styles of all texts into the first load.
void textTexts.load(readBoot().locale);

type Tip = ResultOf<typeof HistoryQuery>['tip'];
type Revision = Tip['revisions']['nodes'][number];

/** Every released state of a tip, any two of them compared word by word. */
export function HistoryPage() {
  const { slug = '' } = useParams();
  const query = useQuery(HistoryQuery, { variables: { slug } });
  const more = () =>
    query.fetchMore({
      variables: { after: query.data?.tip.revisions.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const nodes = [...before.tip.revisions.nodes, ...fetchMoreResult.tip.revisions.nodes];
        return { tip: { ...before.tip, revisions: { ...fetchMoreResult.tip.revisions, nodes } } };
      },
    });
  return (
    <QueryPage query={query} pick={(data) => data.tip} texts={tipsTexts}>
      {(tip) => <History tip={tip} onMore={() => void more()} />}
    </QueryPage>
  );
}

function History({ tip, onMore }: { readonly tip: Tip; readonly onMore: () => void }) {
  const t = useTexts(tipsTexts);
  const [search, setSearch] = useSearchParams();
  const revisions = tip.revisions.nodes;
  const numbered = (name: string) => revisions.find(({ number }) => String(number) === search.get(name));
  const newer = numbered('bis') ?? revisions[0];
  const older = numbered('von') ?? revisions.find(({ number }) => newer !== undefined && number < newer.number);
  const choose = (from: number, to: number) => setSearch({ von: String(Math.min(from, to)), bis: String(Math.max(from, to)) }, { replace: true, preventScrollReset: true });
  const before = (revision: Revision) => revisions.find(({ number }) => number < revision.number);
  return (
    <Page
      title={t('history.titleOf', { title: tip.title })}
      heading={t('history.title')}
      crumbs={[...(tip.space === null ? [] : [{ label: tip.space.name, to: `/raum/${tip.space.slug}` }]), { label: tip.title, to: `/tipp/${tip.slug}` }]}
      {...(tip.historyAudience !== null && { audience: <WhoCanSee audience={tip.historyAudience} /> })}
    >
      {revisions.length === 0 && <Alert>{t('history.none')}</Alert>}
      {older !== undefined && newer !== undefined && <Comparison older={older} newer={newer} revisions={revisions} onChoose={choose} />}
      {revisions.length === 1 && <Alert>{t('history.onlyOne')}</Alert>}
      <Section title={t('history.all')}>
        <List label={t('history.all')}>
          {revisions.map((revision, position) => (
            <ListRow
              key={revision.id}
              title={t('history.number', { number: revision.number })}
              {...(revision.note !== '' && { text: revision.note })}
              meta={[
                <DateTime key="at" at={revision.createdAt} as="dateTime" />,
                revision.author?.name ?? t('person.gone'),
                revision.isMinor && <Badge key="minor">{t('history.minor')}</Badge>,
                revision.restoredFrom !== null && t('history.restoredFrom', { number: revision.restoredFrom }),
              ]}
              end={
                <>
                  <CompareButton revision={revision} previous={before(revision)} onChoose={choose} />
                  {position > 0 && tip.viewerCanPublish && <RestoreButton tip={tip} revision={revision} />}
                </>
              }
            />
          ))}
        </List>
        <LoadMore shown={revisions.length} hasMore={tip.revisions.pageInfo.hasNextPage} onMore={onMore} />
      </Section>
    </Page>
  );
}

interface CompareButtonProps {
  readonly revision: Revision;
  readonly previous: Revision | undefined;
  readonly onChoose: (from: number, to: number) => void;
}

function CompareButton({ revision, previous, onChoose }: CompareButtonProps) {
  const t = useTexts(tipsTexts);
  if (previous === undefined) return null;
  const show = () => {
    onChoose(previous.number, revision.number);
    document.querySelector('#comparison')?.scrollIntoView();
  };
  return <Button size="small" kind="quiet" onClick={show}>{t('history.whatChanged')}</Button>;
}

interface ComparisonProps {
  readonly older: Revision;
  readonly newer: Revision;
  readonly revisions: readonly Revision[];
  readonly onChoose: (from: number, to: number) => void;
}

function Comparison({ older, newer, revisions, onChoose }: ComparisonProps) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const { locale } = useLocale();
  const { data, error } = useQuery(CompareQuery, { variables: { a: older.id, b: newer.id } });
  const choices = revisions.map((revision) => ({ value: String(revision.number), label: `${t('history.number', { number: revision.number })} · ${formatTime(revision.createdAt, 'dateTime', locale)}` }));
  const comparison = data?.compareTipRevisions;
  const isChanged = (part: readonly { readonly kind: string }[]) => part.some(({ kind }) => kind !== 'same');
  return (
    <Section title={t('history.compare')} id="comparison">
      <Row gap="wide">
        <Select label={t('history.from')} value={String(older.number)} choices={choices} onChange={(number) => onChoose(Number(number), newer.number)} />
        <Select label={t('history.to')} value={String(newer.number)} choices={choices} onChange={(number) => onChoose(older.number, Number(number))} />
      </Row>
      {error !== undefined && <Alert kind="danger">{errors.sentence(error)}</Alert>}
      {comparison === undefined ? (
        error === undefined && <Skeleton lines={6} />
      ) : (
        <Stack gap="wide">
          {isChanged(comparison.title) && <Section title={t('history.part.title')} level={3}><WordDiff segments={comparison.title} isComplete /></Section>}
          {isChanged(comparison.summary) && <Section title={t('history.part.summary')} level={3}><WordDiff segments={comparison.summary} isComplete /></Section>}
          <Section title={t('history.part.body')} level={3}><WordDiff segments={comparison.body} /></Section>
        </Stack>
      )}
    </Section>
  );
}

function RestoreButton({ tip, revision }: { readonly tip: Tip; readonly revision: Revision }) {
  const t = useTexts(tipsTexts);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [restore] = useMutation(RestoreRevision, { refetchQueries: ['TipHistory'] });
  const run = async () => {
    const { data } = await restore({ variables: { input: { revisionId: revision.id, note: t('history.restoreNote', { number: revision.number }) } } });
    toast(t('history.restored', { number: revision.number }));
    void navigate(`/tipp/${data?.restoreTipRevision.slug ?? tip.slug}/verlauf`);
  };
  return (
    <>
      <Button size="small" kind="quiet" icon={<IconRestore size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setAsking(true)}>{t('history.restore')}</Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('history.restoreAsk', { number: revision.number })} confirmLabel={t('history.restore')} onConfirm={run} texts={tipsTexts}>
        {t('history.restoreText')}
      </ConfirmDialog>
    </>
  );
}

