import { useQuery } from '@apollo/client/react';
import { useState, type ComponentType } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { textTexts } from '#text/web';
import { isUuid } from '#platform/shared';
import { describeError, graphql, readBoot, useTexts, useViewer, type ResultOf } from '#platform/web';
import { ClosedDoor, QueryPage } from '#ui/web';
import { emptyDraft } from './draft.js';
import { EditTipQuery, storedDraftOf, type EditedTip } from './edit-tip.query.js';
import type { Outcome } from './PublishDialog.js';
import { Published } from './Published.js';
import { ReviewPart } from './ReviewPart.js';
import { OtherWriter, TipEditor } from './TipEditor.js';
import { useDraft } from './use-draft.js';
import { writingTexts } from './writing-texts.js';

const PlaceQuery = graphql(
  `
    query PlaceToWrite($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } tipSettings { spaceId viewerCanWrite viewerCanPublish template { title help } } }
    }
  `,
  [WhoCanSeeFragment],
);

// Fetched beside the page's data; named in the routes they would draw the styles of all texts into the first load.
void textTexts.load(readBoot().locale);

type Place = ResultOf<typeof PlaceQuery>['space'];

/**
 * Writing on a tip that exists, or beginning one under an id that was just made (`?raum=` says where).
 * @param parts what other domains show above the text.
 */
export function EditTipPage({ parts = [] }: { readonly parts?: readonly ComponentType[] }) {
  const { slug = '' } = useParams();
  // Another tip is another editor: nothing of the one before may stay.
  return <EditTip key={slug} id={slug} parts={parts} />;
}

function EditTip({ id, parts }: { readonly id: string; readonly parts: readonly ComponentType[] }) {
  const [search] = useSearchParams();
  const spaceSlug = search.get('raum');
  const viewer = useViewer();
  // Always the newest: somebody else may have written since this page was last open.
  const query = useQuery(EditTipQuery, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const [isNew, setNew] = useState(false);
  const isUnknown = query.error !== undefined && describeError(query.error).code === 'NOT_FOUND';
  const canBegin = isUnknown && isUuid(id) && spaceSlug !== null && viewer.isApproved;
  if (canBegin && !isNew) setNew(true);
  if (isNew && spaceSlug !== null) return <BeginTip id={id} spaceSlug={spaceSlug} />;
  return (
    <QueryPage query={query} pick={(data) => data.tip} width="reading" texts={writingTexts}>
      {(tip) => (tip.viewerCanEdit || tip.viewerCanReview ? <ContinueTip tip={tip} parts={parts} onChanged={() => void query.refetch()} /> : <ClosedDoor />)}
    </QueryPage>
  );
}

function BeginTip({ id, spaceSlug }: { readonly id: string; readonly spaceSlug: string }) {
  const query = useQuery(PlaceQuery, { variables: { slug: spaceSlug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} width="reading" texts={writingTexts}>
      {(space) => <NewText id={id} space={space} />}
    </QueryPage>
  );
}

function NewText({ id, space }: { readonly id: string; readonly space: Place }) {
  const t = useTexts(writingTexts);
  const draft = useDraft(id, space, { text: emptyDraft, version: 0, revision: 0, savedAt: '', savedBy: null });
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome !== undefined) return <Published outcome={outcome} spaceSlug={space.slug} />;
  const may = space.tipSettings;
  if (may?.viewerCanWrite !== true) return <ClosedDoor title={t('new.mayNot')}><p>{t('new.noSpace')}</p></ClosedDoor>;
  return (
    <TipEditor
      tipId={id}
      tip={null}
      draft={draft}
      space={space}
      template={may.template ?? []}
      canPublish={may.viewerCanPublish}
      canSubmit={may.viewerCanWrite}
      audience={t('new.audience')}
      audienceWhenPublished={space.audience}
      notices={null}
      onDone={setOutcome}
    />
  );
}

function ContinueTip({ tip, parts, onChanged }: { readonly tip: EditedTip; readonly parts: readonly ComponentType[]; readonly onChanged: () => void }) {
  // What the page was opened with; later looks at the server go through the draft itself.
  const [stored] = useState(() => storedDraftOf(tip));
  const draft = useDraft(tip.id, null, stored);
  const [outcome, setOutcome] = useState<Outcome>();
  const t = useTexts(writingTexts);
  if (outcome !== undefined) return <Published outcome={outcome} spaceSlug={tip.space?.slug ?? null} />;
  return (
    <TipEditor
      tipId={tip.id}
      tip={tip}
      draft={draft}
      space={tip.space}
      template={tip.revisionNumber === 0 ? (tip.space?.tipSettings?.template ?? []) : []}
      canPublish={tip.viewerCanPublish}
      canSubmit={tip.viewerCanSubmit}
      audience={tip.revisionNumber > 0 ? <ReleasedAudience tip={tip} /> : tip.audience === null ? t('new.audience') : <WhoCanSee audience={tip.audience} />}
      audienceWhenPublished={tip.audienceWhenPublished}
      notices={
        <>
          <ReviewPart tip={tip} draft={draft} onChanged={onChanged} />
          {draft.state.kind !== 'stale' && <OtherWriter tip={tip} />}
          {parts.map((Part, place) => (
            // The pieces keep their places.
            <Part key={place} />
          ))}
        </>
      }
      onDone={setOutcome}
    />
  );
}

/** Two texts, two circles: who reads the released one, and who the one in the making. */
function ReleasedAudience({ tip }: { readonly tip: EditedTip }) {
  const t = useTexts(writingTexts);
  return (
    <>
      {tip.audience !== null && <>{t('edit.audienceReleased')} <WhoCanSee audience={tip.audience} /> </>}
      {tip.workingCopyAudience !== null && <>{t('edit.audience')} <WhoCanSee audience={tip.workingCopyAudience} /></>}
    </>
  );
}
