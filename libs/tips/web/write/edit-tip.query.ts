import { WhoCanSeeFragment } from '#spaces/web';
import { graphql, type ResultOf } from '#platform/web';
import type { DraftText, StoredDraft } from './draft.js';

/** What changes with each look at a draft. */
const draftFields = graphql(`
  fragment DraftFields on Tip @_unmask {
    id
    slug
    state
    title
    summary
    body
    revisionNumber
    topics { id name }
    authors { accountId name }
    otherWriter { accountId name }
    workingCopy {
      tipId
      version
      baseRevisionNumber
      title
      summary
      body
      topics { id name }
      authors { accountId name }
      note
      isMinor
      savedAt
      savedBy { accountId name }
    }
  }
`);

export const EditTipQuery = graphql(
  `
    query EditTip($id: String!) {
      tip(slug: $id) {
        ...DraftFields
        viewerCanEdit
        viewerCanPublish
        viewerCanSubmit
        viewerCanReview
        space { id slug name tipSettings { spaceId template { title help } } }
        audience { ...WhoCanSee }
        audienceWhenPublished { ...WhoCanSee }
        workingCopyAudience { ...WhoCanSee }
        workingCopy { tipId submittedAt submittedBy { accountId name } returnedAt returnComment }
      }
    }
  `,
  [draftFields, WhoCanSeeFragment],
);

export const LookAtDraftQuery = graphql(
  `
    query LookAtDraft($id: String!) {
      tip(slug: $id) { ...DraftFields }
    }
  `,
  [draftFields],
);

export const SaveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) { id workingCopy { tipId version savedAt } }
  }
`);

export type EditedTip = ResultOf<typeof EditTipQuery>['tip'];
type DraftFields = ResultOf<typeof LookAtDraftQuery>['tip'];

type Written = Pick<DraftFields, 'title' | 'summary' | 'body' | 'topics' | 'authors'> & { readonly note?: string; readonly isMinor?: boolean };

function draftTextOf({ title, summary, body, topics, authors, note = '', isMinor = false }: Written): DraftText {
  return { title, summary, body, topicIds: topics.map(({ id }) => id), coAuthorIds: authors.slice(1).map(({ accountId }) => accountId), note, isMinor };
}

/** The text to go on with: what is being written, else what is released. */
export function storedDraftOf(tip: DraftFields): StoredDraft {
  const copy = tip.workingCopy;
  if (copy === null) return { text: draftTextOf(tip), version: 0, revision: tip.revisionNumber, savedAt: '', savedBy: null };
  return { text: draftTextOf(copy), version: copy.version, revision: copy.baseRevisionNumber, savedAt: copy.savedAt, savedBy: copy.savedBy };
}

/** What an open editor must know of: a newer draft, or a text that was released beside it. */
export function newestOf(tip: DraftFields): StoredDraft {
  const stored = storedDraftOf(tip);
  const isBehind = tip.workingCopy !== null && stored.revision < tip.revisionNumber;
  return isBehind ? { ...stored, text: draftTextOf(tip), revision: tip.revisionNumber, isReleasedBeside: true, savedBy: null } : stored;
}
