import { IconFeather } from '@tabler/icons-react';
import { useMutation, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, useViewer, type FragmentOf } from '#platform/web';
import { Button, DateTime, EmptyState, LinkButton, List, ListRow, LoadMore, Page, QueryPage, Section, toast } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { draftsLeftHere } from '../write/browser-shelf.js';

export const DraftRowFragment = graphql(`
  fragment DraftRow on TipWorkingCopy {
    tipId
    title
    savedAt
    savedBy { accountId name }
    submittedAt
    submittedBy { accountId name }
    returnedAt
    returnComment
    baseRevisionNumber
    tip { id slug title space { id name } }
  }
`);

const DraftsQuery = graphql(
  `
    query MyTipDrafts($after: String) {
      myTipDrafts(first: 50, after: $after) { nodes { tipId submittedAt returnedAt ...DraftRow } pageInfo { hasNextPage endCursor } }
      tipsToReview(first: 50) { nodes { tipId ...DraftRow } }
      myTipNotes(first: 50) { nodes { id reason createdAt by { accountId name } tip { id slug title } } }
    }
  `,
  [DraftRowFragment],
);

const ResolveNote = graphql(`
  mutation ResolveMyTipNote($input: ResolveTipNoteInput!) {
    resolveTipNote(input: $input) { id }
  }
`);

type Row = FragmentOf<typeof DraftRowFragment>;

/** A text that is being written, submitted or returned, as one row. */
function DraftRow({ draft: masked, forReview = false }: { readonly draft: Row; readonly forReview?: boolean }) {
  const draft = readFragment(DraftRowFragment, masked);
  const t = useTexts(tipsTexts);
  const when = (at: string) => <DateTime key="at" at={at} />;
  const state: ReactNode =
    forReview && draft.submittedAt !== null ? t.rich('drafts.submittedBy', { when: when(draft.submittedAt), name: draft.submittedBy?.name ?? t('person.gone') })
    : draft.submittedAt !== null ? t.rich('drafts.submitted', { when: when(draft.submittedAt) })
    : draft.returnedAt !== null ? t.rich('drafts.returnedAt', { when: when(draft.returnedAt) })
    : t.rich('drafts.saved', { when: when(draft.savedAt) });
  return (
    <ListRow
      title={draft.title === '' ? t('drafts.untitled') : draft.title}
      to={`/tipp/${draft.tip.id}/bearbeiten`}
      {...(draft.returnedAt !== null && draft.returnComment !== null && { text: t('drafts.returnComment', { comment: draft.returnComment }) })}
      meta={[draft.tip.space?.name, t(draft.baseRevisionNumber > 0 ? 'drafts.edit' : 'drafts.new'), state]}
    />
  );
}

/** The tips I am writing, and what waits for me about tips. */
export function DraftsPage() {
  const t = useTexts(tipsTexts);
  const { accountId } = useViewer();
  const query = useQuery(DraftsQuery, { fetchPolicy: 'cache-and-network' });
  // One that the server lists too is found there; opening it brings back what lies here.
  const listed = new Set(query.data?.myTipDrafts.nodes.map(({ tipId }) => tipId));
  const left = accountId === null ? [] : draftsLeftHere(accountId).filter(({ tipId }) => !listed.has(tipId));
  const more = () =>
    query.fetchMore({
      variables: { after: query.data?.myTipDrafts.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...before,
        myTipDrafts: { ...fetchMoreResult.myTipDrafts, nodes: [...before.myTipDrafts.nodes, ...fetchMoreResult.myTipDrafts.nodes] },
      }),
    });
  return (
    <QueryPage query={query} pick={(data) => data} texts={tipsTexts}>
      {({ myTipDrafts, tipsToReview, myTipNotes }) => {
        const returned = myTipDrafts.nodes.filter((draft) => draft.returnedAt !== null);
        const submitted = myTipDrafts.nodes.filter((draft) => draft.submittedAt !== null);
        const open = myTipDrafts.nodes.filter((draft) => draft.returnedAt === null && draft.submittedAt === null);
        const isEmpty = myTipDrafts.nodes.length + tipsToReview.nodes.length + myTipNotes.nodes.length + left.length === 0;
        const write = (kind: 'primary' | 'secondary') => (
          <LinkButton kind={kind} to="/tipp/neu" icon={<IconFeather size={20} stroke={1.8} aria-hidden="true" />}>{t('drafts.write')}</LinkButton>
        );
        return (
          <Page title={t('drafts.title')} summary={t('drafts.summary')} audience={t('drafts.audience')} actions={!isEmpty && write('primary')}>
            {isEmpty && <EmptyState title={t('drafts.empty')} action={write('primary')}>{t('drafts.emptyText')}</EmptyState>}
            {left.length > 0 && (
              <Section title={t('drafts.left')} note={t('drafts.leftText')}>
                <List label={t('drafts.left')}>
                  {left.map((draft) => (
                    <ListRow key={draft.tipId} title={draft.title === '' ? t('drafts.untitled') : draft.title} to={draft.path} meta={[t.rich('drafts.leftAt', { when: <DateTime at={draft.at} /> })]} />
                  ))}
                </List>
              </Section>
            )}
            <DraftSection title={t('drafts.review')} drafts={tipsToReview.nodes} forReview />
            <DraftSection title={t('drafts.returned')} drafts={returned} />
            <DraftSection title={t('drafts.mine')} drafts={open} />
            <DraftSection title={t('drafts.waiting')} drafts={submitted} />
            <LoadMore shown={myTipDrafts.nodes.length} hasMore={myTipDrafts.pageInfo.hasNextPage} onMore={() => void more()} />
            {myTipNotes.nodes.length > 0 && (
              <Section title={t('drafts.notes')}>
                <List>
                  {myTipNotes.nodes.map((note) => (
                    <ListRow
                      key={note.id}
                      title={note.tip.title}
                      to={`/tipp/${note.tip.slug}`}
                      text={note.reason}
                      meta={[note.by?.name ?? t('person.gone'), <DateTime key="at" at={note.createdAt} />]}
                      end={<ResolveButton noteId={note.id} onDone={() => void query.refetch()} />}
                    />
                  ))}
                </List>
              </Section>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}

function DraftSection({ title, drafts, forReview = false }: { readonly title: string; readonly drafts: readonly (Row & { readonly tipId: string })[]; readonly forReview?: boolean }) {
  if (drafts.length === 0) return null;
  return (
    <Section title={title}>
      <List label={title}>
        {drafts.map((draft) => (
          <DraftRow key={draft.tipId} draft={draft} forReview={forReview} />
        ))}
      </List>
    </Section>
  );
}

function ResolveButton({ noteId, onDone }: { readonly noteId: string; readonly onDone: () => void }) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const [resolve, { loading }] = useMutation(ResolveNote);
  const run = async () => {
    try {
      await resolve({ variables: { input: { noteId } } });
      toast(t('notes.resolved'));
      onDone();
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  return <Button size="small" busy={loading} onClick={() => void run()}>{t('notes.resolve')}</Button>;
}
