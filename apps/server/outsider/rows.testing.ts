import { uuidv7 } from '#platform/shared';
import type { ClosedWorld } from './closed-world.testing.js';
import type { Dictionary } from './inputs.js';

/**
 * What a root field is about, and so how it is tried.
 * `anybody`: answers the same to everybody, or only about what is sent along.
 * `own`: about the caller alone.
 * `place`: names something in a space; for outsiders it must answer as for something that does not exist.
 * `list`: shows what the caller may see.
 * `coordination`: for coordinators; tried by everybody else.
 * `live`: a subscription; open while things happen in the closed places (`live.testing.ts`).
 * `ends`: would end the caller's own session, so it is not tried; it names nothing.
 */
export type RowKind = 'anybody' | 'own' | 'place' | 'list' | 'coordination' | 'live' | 'ends';

/** The names that a world gives to arguments; each exists in it. */
export function dictionaryOf(world: ClosedWorld): Dictionary {
  const { tips, space } = world;
  return {
    space: space.slug,
    spaceId: space.id,
    spaceIds: [space.id],
    fromSpaceId: space.id,
    toSpaceId: space.id,
    tipId: tips.published.id,
    tipIds: [tips.published.id],
    author: world.insider.id,
    accountId: world.insider.id,
    ownerId: world.insider.id,
    handbookId: world.handbookId,
    requestId: world.requestId,
    invitationId: world.invitationId,
    revisionId: world.revisionId,
    fromRevisionId: world.revisionId,
    toRevisionId: world.revisionId,
    noteId: world.noteId,
    feedId: world.feedId,
    importId: world.importId,
    threadId: world.threadId,
    postId: world.postId,
    replyToId: world.postId,
    position: 1,
    discussionId: world.discussionId,
    fromDiscussionId: world.discussionId,
    intoDiscussionId: world.discussionId,
    postIds: [world.replyId],
    pollId: world.pollId,
    optionIds: [world.optionId],
    caseId: world.caseId,
    measureId: world.measureId,
    text: 'Verborgenworttextpublished',
    version: 1,
    baseVersion: 1,
    baseRevision: 1,
  };
}

/** Words and days that name nothing. */
const NO_NAMES: ReadonlySet<string> = new Set(['text', 'closesOn']);

/** The same names, none of which exists. */
export function unknownDictionary(known: Dictionary): Dictionary {
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'string') return value;
    return /^[0-9a-f-]{36}$/.test(value) ? uuidv7() : `gibt-es-nicht-${value.length}`;
  };
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, NO_NAMES.has(name) ? value : replace(value)]));
}

/** Arguments whose meaning depends on the field: `slug` and `id` say nothing by themselves. */
export const OWN_NAMES: Readonly<Record<string, (world: ClosedWorld) => Dictionary>> = {
  space: ({ space }) => ({ slug: space.slug }),
  discussion: ({ discussionSlug }) => ({ slug: discussionSlug }),
  discussionSpot: ({ discussionSlug }) => ({ slug: discussionSlug }),
  acceptAnswer: ({ replyId }) => ({ postId: replyId }),
  withdrawAnswer: ({ replyId }) => ({ postId: replyId }),
  askPoll: () => ({ id: uuidv7(), options: ['Ja', 'Nein'] }),
  openDiscussion: () => ({ id: uuidv7() }),
  splitDiscussion: () => ({ id: uuidv7() }),
  turnIntoDiscussion: () => ({ id: uuidv7() }),
  similar: () => ({ title: 'Verborgenworttextpublished' }),
  thread: ({ threadId }) => ({ id: threadId }),
  post: ({ postId }) => ({ id: postId }),
  restorePost: ({ deletedPostId }) => ({ postId: deletedPostId }),
  savePostDraft: () => ({ version: 0 }),
  discussionDraft: ({ draftId }) => ({ id: draftId }),
  saveDiscussionDraft: ({ draftId }) => ({ id: draftId, version: 0, closesOn: '' }),
  discardDiscussionDraft: ({ draftId }) => ({ id: draftId }),
  tip: ({ tips }) => ({ slug: tips.published.slug }),
  harvestTip: () => ({ id: uuidv7() }),
  harvestRequest: ({ tips }) => ({ id: tips.published.id }),
  answerHarvestRequest: ({ tips }) => ({ requestId: tips.published.id }),
  followLevel: ({ followed }) => followed,
  setFollowLevel: ({ followed }) => followed,
  notice: ({ noticeId }) => ({ id: noticeId }),
  handbook: ({ handbookId }) => ({ id: handbookId }),
  handbookRevision: ({ handbookRevisionId }) => ({ id: handbookRevisionId }),
  restoreHandbookRevision: ({ handbookRevisionId }) => ({ revisionId: handbookRevisionId }),
  joinRequest: ({ requestId }) => ({ id: requestId }),
  tipRevision: ({ revisionId }) => ({ id: revisionId }),
  tipImport: ({ importId }) => ({ id: importId }),
  compareTipRevisions: ({ revisionId }) => ({ from: revisionId, to: revisionId, a: revisionId, b: revisionId }),
  saveDraft: ({ tips }) => ({ id: tips.draft.id }),
  publishTip: ({ tips }) => ({ id: tips.published.id }),
  saveHandbook: ({ handbookId }) => ({ id: handbookId }),
  releaseTip: ({ tips }) => ({ tipId: tips.review.id }),
  returnTip: ({ tips }) => ({ tipId: tips.review.id }),
  unhideTip: ({ tips }) => ({ tipId: tips.hidden.id }),
  reviveTip: ({ tips }) => ({ tipId: tips.retired.id }),
  discardDraft: ({ tips }) => ({ tipId: tips.review.id }),
  moderationCase: ({ caseId }) => ({ id: caseId }),
  reportableItem: ({ reportable }) => reportable,
  reportItem: ({ item }) => ({ kind: item.kind, itemId: item.id }),
  reportAsGuest: ({ item }) => ({ kind: item.kind, itemId: item.id, words: 'Das ist gegen das Gesetz.', address: 'gast@example.org' }),
  myDecisionOn: ({ item }) => ({ kind: item.kind, itemId: item.id }),
  bookmarkOf: ({ item }) => ({ kind: item.kind, targetId: item.id }),
  setBookmark: ({ item }) => ({ id: uuidv7(), kind: item.kind, targetId: item.id }),
  removeBookmark: ({ item }) => ({ kind: item.kind, targetId: item.id }),
};

const named = (kind: RowKind, names: string): readonly (readonly [string, RowKind])[] => names.trim().split(/\s+/).map((name) => [name, kind] as const);

/** A row for every root field of the schema; a field without one fails the spec. */
export const ROWS: ReadonlyMap<string, RowKind> = new Map([
  // Notices.
  ...named('anybody', 'unsubscribe unsubscribeOffer'),
  ...named('own', `
    followed notices noticePreferences unreadNoticeCount readAllNotices readNotices setDigestTime setHolidayPause setNoticePreference setQuietHours visited visitedPage`),
  ...named('place', 'followLevel notice setFollowLevel setSpaceMailPolicy'),
  ...named('coordination', 'resumeMails undeliverableMails'),
  ...named('anybody', `
    checkInvitation confirmAddressChange confirmRegistration acceptWelcome acceptSpaceInvitation register requestPasswordReset resetPassword
    sendBarrierHint setUpProgramme signIn entrance programme setupNeeded sitePage viewer spaceInvitationOffer`),
  ...named('own', `
    answerQuestion changeAddress changePassword finishSheet requestRole saveSheet updateAccount giveConsents withdrawConsent withdrawAddressChange
    me myFeeds mySessions mySheet mySheetAudience myRegistration myJoinRequests mySpaces myTipDrafts myTipNotes myPostDrafts discardPostDraft myDiscussionDrafts discussionDraft discardDiscussionDraft sheetFields viewerCanKeepTopics`),
  // Discussions.
  ...named('list', 'catchUp discussions similar'),
  ...named('place', `
    discussion discussionSpot openDiscussion saveDiscussionDraft editDiscussion pinDiscussion closeDiscussion reopenDiscussion setSlowMode acceptAnswer withdrawAnswer markAllRead
    moveDiscussionPreview moveDiscussion splitDiscussion mergeDiscussions turnIntoDiscussion askPoll vote closePoll removePoll`),
  // Tips made of discussions.
  ...named('own', 'myHarvestRequests'),
  ...named('place', 'answerHarvestRequest harvestRequest harvestTip keepCrossings reopenCrossings'),
  // Moderation. A guest's report carries an address, which would be refused by its form under another name; its spec tries the unknown.
  ...named('own', 'myDecisionOn myDecisions myMeasures myReports'),
  ...named('list', 'moderationCases moderationWaitingCount reportAsGuest'),
  ...named('place', `
    decideCase decideObjection endMeasure imposeMeasure moderationCase moderationFigures moderationLog moderationMeasures moderationRecord moderationSettings
    objectToDecision reportItem reportableItem saveModerationSettings`),
  ...named('coordination', 'spacesWithoutModerator'),
  ...named('live', 'live'),
  ...named('ends', 'deleteOwnAccount endOtherSessions endSession signOut'),
  ...named('list', `
    mentionable
    bookmarks
    deletedHandbooks handbooks joinRequests people person search searchSuggestions spaces tipTasks tips tipsToCheck tipsToReview topic topics
    createTopic changeTopic mergeTopics retireTopic reviveTopic`),
  ...named('place', `
    thread post readThread writePost editPost deletePost restorePost react unreact savePostDraft
    bookmarkOf removeBookmark setBookmark
    answerJoinRequest approveJoinRequest archiveSpace askBackOnJoinRequest changeMemberRole changeSpaceVisibility checkTip confirmTipImport
    createSpaceInvitation declineJoinRequest declineSpaceInvitation deleteHandbook discardDraft handOverSpace handOverTip hideTip inviteToSpace
    joinSpace joinSpaceByInvitation joinSpaceByPassword leaveSpace publishTip releaseTip removeMember reopenSpace reportTipOutdated requestToJoin
    resolveTipNote restoreHandbookRevision restoreTipRevision retireTip returnTip reviveTip revokeSpaceInvitation saveDraft saveHandbook saveTipSettings setSpaceGates
    setSpacePublishers setTipHelped submitTip undeleteHandbook unhideTip updateSpace withdrawJoinRequest withdrawSpaceInvitation withdrawTip
    createFeed revokeFeed
    compareTipRevisions handbook handbookRevision joinRequest moveAudienceChange space spaceAudienceChange spaceGatesChange tip tipImport tipRevision tipSettings`),
  ...named('coordination', `
    allowDomain appointModerator approveRegistration archiveSheetField askBackRegistration createProgrammeInvitation createSpace decideRoleRequest
    declineRegistration deleteAccount enterSpace forbidDomain keepAccount leaveEntry orderSheetFields putSheetField reactivateAccount reopenRegistration retryHopelessJob
    revokeProgrammeInvitation saveProgramme saveSitePage setProgrammeRoles setSiteRoles startPasswordReset suspendAccount
    account accounts administeredSpaces newSpaceAudience allowedDomains auditEntries hopelessJobs leavingAccounts programmeInvitations registrationDecisions registrations searchMisses waitingRegistrationCount`),
]);

/** Arguments of nested fields: those that need one, and those whose default would ask past what there is to find. */
export const NESTED_ARGUMENTS = { 'Thread.movedPost': { position: 2 } } as const;
