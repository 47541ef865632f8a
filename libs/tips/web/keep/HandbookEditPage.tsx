import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { isUuid } from '#platform/shared';
import { describeError, graphql, useTexts, type FragmentOf, type ResultOf } from '#platform/web';
import { Button, ClosedDoor, ConfirmDialog, Form, LinkButton, Page, QueryPage, TextArea, TextField, toast, useForm } from '#ui/web';
import { ChapterFields, type EditedChapter } from './ChapterFields.js';
import { HandbookConflict, type HandbookState } from './HandbookConflict.js';
import { keepingTexts } from './keeping-texts.js';

const HandbookQuery = graphql(
  `
    query HandbookToEdit($id: ID!) {
      handbook(id: $id) {
        id
        title
        intro
        version
        updatedAt
        changedBy { accountId name }
        viewerCanEdit
        space { id slug name audience { ...WhoCanSee } }
        chapters { title intro entries { tip { id title } } }
      }
    }
  `,
  [WhoCanSeeFragment],
);

const PlaceQuery = graphql(
  `
    query PlaceForHandbook($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } tipSettings { spaceId viewerCanChange } }
    }
  `,
  [WhoCanSeeFragment],
);

const SaveHandbook = graphql(`
  mutation SaveHandbook($input: SaveHandbookInput!) {
    saveHandbook(input: $input) { id version }
  }
`);

const DeleteHandbook = graphql(`
  mutation DeleteHandbook($input: DeleteHandbookInput!) {
    deleteHandbook(input: $input)
  }
`);

type Handbook = ResultOf<typeof HandbookQuery>['handbook'];

interface Place {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly audience: FragmentOf<typeof WhoCanSeeFragment> | null;
}

/** Putting a handbook together; under a new id with `?raum=` a new one begins. */
export function HandbookEditPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const spaceSlug = search.get('raum');
  const query = useQuery(HandbookQuery, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const isUnknown = query.error !== undefined && describeError(query.error).code === 'NOT_FOUND';
  if (isUnknown && isUuid(id) && spaceSlug !== null) return <NewHandbook id={id} spaceSlug={spaceSlug} />;
  return (
    <QueryPage query={query} pick={(data) => data.handbook} width="reading" texts={keepingTexts}>
      {(handbook) => (handbook.viewerCanEdit && handbook.space !== null ? <HandbookForm id={handbook.id} handbook={handbook} place={handbook.space} /> : <ClosedDoor />)}
    </QueryPage>
  );
}

function NewHandbook({ id, spaceSlug }: { readonly id: string; readonly spaceSlug: string }) {
  const query = useQuery(PlaceQuery, { variables: { slug: spaceSlug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} width="reading" texts={keepingTexts}>
      {(space) => (space.tipSettings?.viewerCanChange === true ? <HandbookForm id={id} handbook={null} place={space} /> : <ClosedDoor />)}
    </QueryPage>
  );
}

function chaptersOf(handbook: Handbook | null): readonly EditedChapter[] {
  if (handbook === null) return [{ key: crypto.randomUUID(), title: '', intro: '', tips: [] }];
  return handbook.chapters.map(({ title, intro, entries }) => ({ key: crypto.randomUUID(), title, intro, tips: entries.map(({ tip }) => tip) }));
}

const stateOf = (handbook: Handbook | null): HandbookState => ({ title: handbook?.title ?? '', intro: handbook?.intro ?? '', chapters: chaptersOf(handbook) });

function HandbookForm({ id, handbook, place }: { readonly id: string; readonly handbook: Handbook | null; readonly place: Place }) {
  const t = useTexts(keepingTexts);
  const navigate = useNavigate();
  const client = useApolloClient();
  const [save] = useMutation(SaveHandbook);
  const [version, setVersion] = useState(handbook?.version ?? null);
  const [theirs, setTheirs] = useState<Handbook>();
  const store = async ({ title, intro, chapters }: HandbookState, baseVersion: number | null) => {
    try {
      await save({
        variables: {
          input: {
            id,
            ...(handbook === null ? { spaceId: place.id } : {}),
            title,
            intro,
            chapters: chapters.map((chapter) => ({ title: chapter.title, intro: chapter.intro, tipIds: chapter.tips.map((tip) => tip.id) })),
            ...(baseVersion !== null && { baseVersion }),
          },
        },
      });
    } catch (error) {
      if (describeError(error).reason === 'handbook.stale') {
        // The version stays as it is: only a choice between both lets the next save through.
        const { data } = await client.query({ query: HandbookQuery, variables: { id }, fetchPolicy: 'network-only' });
        setTheirs(data?.handbook);
      }
      throw error;
    }
    toast(t('handbook.saved'));
    void navigate(`/handbuch/${id}`);
  };
  const takeTheirs = (newest: Handbook) => {
    form.set(stateOf(newest));
    setVersion(newest.version);
    setTheirs(undefined);
    toast(t('handbook.tookTheirs'));
  };
  const form = useForm({
    initial: stateOf(handbook),
    check: ({ title, chapters }): { title?: string; chapters?: string } => ({
      ...(title.trim() === '' && { title: t('handbook.nameMissing') }),
      ...(chapters.some((chapter) => chapter.title.trim() === '') && { chapters: t('handbook.chapterMissing') }),
    }),
    submit: async (values) => {
      await store(values, version);
    },
    texts: keepingTexts,
  });
  return (
    <Page
      title={t(handbook === null ? 'handbook.newTitle' : 'handbook.editTitle')}
      crumbs={[{ label: place.name, to: `/raum/${place.slug}` }, ...(handbook === null ? [] : [{ label: handbook.title, to: `/handbuch/${id}` }])]}
      {...(place.audience !== null && { audience: <WhoCanSee audience={place.audience} /> })}
      width="reading"
    >
      {theirs !== undefined && (
        <HandbookConflict
          mine={form.values}
          theirs={stateOf(theirs)}
          savedAt={theirs.updatedAt}
          savedBy={theirs.changedBy?.name ?? null}
          onTakeTheirs={() => takeTheirs(theirs)}
          onKeepMine={() => store(form.values, theirs.version)}
        />
      )}
      <Form form={form} submitLabel={t('handbook.save')} actions={<LinkButton kind="quiet" to={handbook === null ? `/raum/${place.slug}/handbuecher` : `/handbuch/${id}`}>{t('handbook.cancel')}</LinkButton>}>
        <TextField label={t('handbook.name')} maxLength={150} {...form.field('title')} />
        <TextArea label={t('handbook.intro')} optional rows={3} maxLength={10_000} {...form.field('intro')} />
        <ChapterFields chapters={form.values.chapters} spaceId={place.id} error={form.errors.chapters} onChange={(chapters) => form.set({ chapters })} />
      </Form>
      {handbook !== null && <DeleteButton id={id} spaceSlug={place.slug} />}
    </Page>
  );
}

function DeleteButton({ id, spaceSlug }: { readonly id: string; readonly spaceSlug: string }) {
  const t = useTexts(keepingTexts);
  const navigate = useNavigate();
  const [remove] = useMutation(DeleteHandbook);
  const [isAsking, setAsking] = useState(false);
  const run = async () => {
    await remove({ variables: { input: { handbookId: id } } });
    toast(t('handbook.deleted'));
    void navigate(`/raum/${spaceSlug}/handbuecher`);
  };
  return (
    <div>
      <Button kind="quiet" onClick={() => setAsking(true)}>{t('handbook.delete')}</Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('handbook.deleteAsk')} confirmLabel={t('handbook.delete')} kind="danger" onConfirm={run} texts={keepingTexts}>
        {t('handbook.deleteText')}
      </ConfirmDialog>
    </div>
  );
}
