import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { mayOnlyRead, MeasuresHere, OwnMeasureFragment } from '#moderation/web';
import { useAudienceSentence, WhoCanSeeFragment } from '#spaces/web';
import { graphql, readFragment, useTexts, type ResultOf } from '#platform/web';
import { ClosedDoor, EmptyState, LinkButton, List, ListRow, Page, PageProblem, QueryPage, Skeleton } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { newDiscussion, type NewDiscussion } from '../drafts/new-discussion.js';
import { useDrafts } from '../drafts/use-drafts.js';
import { BegunHere } from './BegunHere.js';
import { NewDiscussionForm } from './NewDiscussionForm.js';

const PlaceQuery = graphql(
  `
    query PlaceForDiscussion($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } discussions { viewerCanOpen } viewerMeasures { id kind ...OwnMeasureHere } }
    }
  `,
  [WhoCanSeeFragment, OwnMeasureFragment],
);

const MySpacesQuery = graphql(`
  query SpacesToDiscussIn {
    mySpaces { id slug name description archivedAt }
  }
`);

/** Where a discussion begins; without a space in the address it asks for one. */
export function NewDiscussionPage() {
  const { slug } = useParams();
  return slug === undefined ? <ChooseSpace /> : <InSpace slug={slug} />;
}

function ChooseSpace() {
  const t = useTexts(discussionsTexts);
  const query = useQuery(MySpacesQuery);
  return (
    <QueryPage query={query} pick={(data) => data.mySpaces} width="reading" texts={discussionsTexts}>
      {(spaces) => {
        const open = spaces.filter(({ archivedAt }) => archivedAt === null);
        return (
          <Page title={t('new.title')} width="reading" {...(open.length > 0 && { summary: t('new.where') })}>
            <BegunHere />
            {open.length === 0 ? (
              <EmptyState title={t('new.mayNot')} action={<LinkButton to="/raeume" kind="primary">{t('new.toSpaces')}</LinkButton>}>{t('new.noSpace')}</EmptyState>
            ) : (
              <List label={t('new.where')}>
                {open.map((space) => (
                  <ListRow key={space.id} title={space.name} to={`/raum/${space.slug}/diskussion/neu`} {...(space.description !== '' && { text: space.description })} />
                ))}
              </List>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}

function InSpace({ slug }: { readonly slug: string }) {
  const t = useTexts(discussionsTexts);
  const query = useQuery(PlaceQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} width="reading" texts={discussionsTexts}>
      {(space) =>
        space.discussions?.viewerCanOpen === true ? <Writing key={space.id} space={space} /> : (
          <ClosedDoor title={t('new.mayNot')} actions={<LinkButton to={`/raum/${space.slug}`}>{t('new.toSpace')}</LinkButton>}>
            <p>{t('new.mayNotText')}</p>
          </ClosedDoor>
        )
      }
    </QueryPage>
  );
}

type Space = ResultOf<typeof PlaceQuery>['space'];

/** One time of writing: the form stays the same while its draft gets a name in the address, or another one. */
interface Session {
  readonly number: number;
  /** Of the visit without a draft in the address. */
  readonly key: string;
  readonly ids: readonly string[];
  readonly isNew: boolean;
  readonly blank: NewDiscussion;
}

const begin = (number: number, key: string, wanted: string | null): Session => ({ number, key, ids: wanted === null ? [] : [wanted], isNew: wanted === null, blank: newDiscussion() });

/** A new one, or the draft that the address names. As soon as something is written the address names that, so that a reload comes back to it. */
function Writing({ space }: { readonly space: Space }) {
  const t = useTexts(discussionsTexts);
  const audience = useAudienceSentence();
  const { key } = useLocation();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('entwurf');
  const [session, setSession] = useState(() => begin(0, key, wanted));
  const isSame = wanted === null ? session.isNew && session.key === key : session.ids.includes(wanted);
  if (!isSame) setSession(begin(session.number + 1, key, wanted));
  const name = (id: string) => {
    setSession((before) => ({ ...before, ids: [...before.ids, id] }));
    setSearch({ entwurf: id }, { replace: true });
  };
  return (
    <Page
      title={t('new.title')}
      width="reading"
      crumbs={[{ label: space.name, to: `/raum/${space.slug}` }, { label: t('list.title'), to: `/raum/${space.slug}/diskussionen` }]}
      {...(space.audience !== null && { audience: audience(readFragment(WhoCanSeeFragment, space.audience)) })}
    >
      <MeasuresHere measures={space.viewerMeasures} />
      {session.isNew && <BegunHere spaceId={space.id} except={session.ids} />}
      {session.isNew ? (
        !mayOnlyRead(space.viewerMeasures) && <NewDiscussionForm key={session.number} space={space} initial={session.blank} onNamed={name} />
      ) : (
        <Continued key={session.number} id={session.ids[0] ?? ''} space={space} onNamed={name} />
      )}
    </Page>
  );
}

interface ContinuedProps {
  readonly id: string;
  readonly space: Space;
  readonly onNamed: (id: string) => void;
}

/** A draft is taken up again, from this browser or from the server. */
function Continued({ id, space, onNamed }: ContinuedProps) {
  const t = useTexts(discussionsTexts);
  const { store } = useDrafts();
  const [found, setFound] = useState<NewDiscussion | null>();
  const [error, setError] = useState<unknown>();
  const take = useCallback(async () => store.takeUp(id).then(setFound, setError), [store, id]);
  useEffect(() => void take(), [take]);
  const retry = () => {
    setError(undefined);
    void take();
  };
  if (error !== undefined) return <PageProblem error={error} onRetry={retry} texts={discussionsTexts} />;
  if (found === undefined) return <Skeleton lines={6} />;
  if (found === null) {
    return (
      <EmptyState title={t('draft.gone')} action={<LinkButton kind="primary" to={`/raum/${space.slug}/diskussion/neu`}>{t('new.title')}</LinkButton>}>
        {t('draft.goneText')}
      </EmptyState>
    );
  }
  return <NewDiscussionForm space={space} initial={found} onNamed={onNamed} />;
}
