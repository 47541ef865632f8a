import { IconRestore } from '@tabler/icons-react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { RenderedText } from '#text/web';
import { graphql, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Alert, Button, ConfirmDialog, DateTime, List, ListRow, LoadMore, Page, QueryPage, Section, Skeleton, toast } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const HistoryQuery = graphql(
  `
    query HandbookHistory($id: ID!, $after: String) {
      handbook(id: $id) {
        id
        title
        viewerCanEdit
        space { id slug name audience { ...WhoCanSee } }
        revisions(first: 50, after: $after) {
          nodes { id number title restoredFrom createdAt author { accountId name } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [WhoCanSeeFragment],
);

const RevisionQuery = graphql(`
  query HandbookRevision($id: ID!) {
    handbookRevision(id: $id) {
      id
      number
      title
      introHtml
      chapters { title introHtml entries { anchor tip { id slug title } } }
    }
  }
`);

const RestoreRevision = graphql(`
  mutation RestoreHandbookRevision($input: RestoreHandbookRevisionInput!) {
    restoreHandbookRevision(input: $input) { id version title introHtml updatedAt }
  }
`);

type Handbook = ResultOf<typeof HistoryQuery>['handbook'];
type Revision = Handbook['revisions']['nodes'][number];

/** Every saved state of a handbook: who, when, what stood there, and the way back to it. */
export function HandbookHistoryPage() {
  const { id = '' } = useParams();
  const query = useQuery(HistoryQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const more = () =>
    query.fetchMore({
      variables: { after: query.data?.handbook.revisions.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const nodes = [...before.handbook.revisions.nodes, ...fetchMoreResult.handbook.revisions.nodes];
        return { handbook: { ...before.handbook, revisions: { ...fetchMoreResult.handbook.revisions, nodes } } };
      },
    });
  return (
    <QueryPage query={query} pick={(data) => data.handbook} texts={tipsTexts}>
      {(handbook) => <History handbook={handbook} onMore={() => void more()} />}
    </QueryPage>
  );
}

function History({ handbook, onMore }: { readonly handbook: Handbook; readonly onMore: () => void }) {
  const t = useTexts(tipsTexts);
  const [search, setSearch] = useSearchParams();
  const { space, revisions } = handbook;
  const shown = revisions.nodes.find(({ number }) => String(number) === search.get('fassung'));
  return (
    <Page
      title={t('handbookHistory.titleOf', { title: handbook.title })}
      heading={t('handbookHistory.title')}
      crumbs={[
        ...(space === null ? [] : [{ label: space.name, to: `/raum/${space.slug}` }, { label: t('handbooks.title'), to: `/raum/${space.slug}/handbuecher` }]),
        { label: handbook.title, to: `/handbuch/${handbook.id}` },
      ]}
      {...(space !== null && space.audience !== null && { audience: <><WhoCanSee audience={space.audience} /> {t('handbookHistory.audience')}</> })}
    >
      {revisions.nodes.length === 0 && <Alert>{t('handbookHistory.none')}</Alert>}
      {shown !== undefined && <Shown revision={shown} />}
      <Section title={t('handbookHistory.all')}>
        <List label={t('handbookHistory.all')}>
          {revisions.nodes.map((revision, position) => (
            <ListRow
              key={revision.id}
              title={t('handbookHistory.number', { number: revision.number })}
              text={revision.title}
              meta={[
                <DateTime key="at" at={revision.createdAt} as="dateTime" />,
                revision.author === null ? t('handbookHistory.unknown') : (revision.author.name ?? t('person.gone')),
                revision.restoredFrom !== null && t('handbookHistory.restoredFrom', { number: revision.restoredFrom }),
              ]}
              end={
                <>
                  <Button size="small" kind="quiet" onClick={() => setSearch({ fassung: String(revision.number) }, { replace: true })}>{t('handbookHistory.show')}</Button>
                  {position > 0 && handbook.viewerCanEdit && <RestoreButton revision={revision} />}
                </>
              }
            />
          ))}
        </List>
        <LoadMore shown={revisions.nodes.length} hasMore={revisions.pageInfo.hasNextPage} onMore={onMore} />
      </Section>
    </Page>
  );
}

/** One state as it stood; of its tips the titles of today. */
function Shown({ revision }: { readonly revision: Revision }) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const { data, error } = useQuery(RevisionQuery, { variables: { id: revision.id } });
  const content = data?.handbookRevision;
  return (
    <Section title={t('handbookHistory.shown', { number: revision.number })}>
      {error !== undefined && <Alert kind="danger">{errors.sentence(error)}</Alert>}
      {content === undefined && error === undefined && <Skeleton lines={5} />}
      {content !== undefined && (
        <>
          <p><strong>{content.title}</strong></p>
          {content.introHtml !== '' && <RenderedText html={content.introHtml} />}
          <ol>
            {content.chapters.map((chapter, position) => (
              // A saved state does not change any more.
              <li key={position}>
                {chapter.title}
                {chapter.introHtml !== '' && <RenderedText html={chapter.introHtml} />}
                <ul>
                  {chapter.entries.map(({ anchor, tip }) => (
                    <li key={anchor}>{tip.title}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function RestoreButton({ revision }: { readonly revision: Revision }) {
  const t = useTexts(tipsTexts);
  const [isAsking, setAsking] = useState(false);
  const [restore] = useMutation(RestoreRevision, { refetchQueries: ['HandbookHistory'] });
  const run = async () => {
    await restore({
      variables: { input: { revisionId: revision.id } },
      // The chapters that are kept of the handbook are the old ones now.
      update: (cache, { data }) => {
        const id = data?.restoreHandbookRevision === undefined ? undefined : cache.identify(data.restoreHandbookRevision);
        if (id !== undefined) cache.evict({ id, fieldName: 'chapters' });
      },
    });
    toast(t('handbookHistory.restored', { number: revision.number }));
  };
  return (
    <>
      <Button size="small" kind="quiet" icon={<IconRestore size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setAsking(true)}>{t('handbookHistory.restore')}</Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('handbookHistory.restoreAsk', { number: revision.number })} confirmLabel={t('handbookHistory.restore')} onConfirm={run} texts={tipsTexts}>
        {t('handbookHistory.restoreText')}
      </ConfirmDialog>
    </>
  );
}
