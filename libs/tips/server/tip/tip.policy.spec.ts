import { guestViewer, type ContentState, type ProgrammeRole, type Viewer } from '#access/server';
import type { Publishers, SpaceRole } from '#spaces/server';
import {
  canCheck, canEdit, canGiveFeedback, canHandOver, canHide, canKeepSpaceTips, canPublish, canPublishIn, canRetire, canReview, canRevive, canSeeHistory,
  canSeeInside, canSubmit, canUnhide, canWrite, type TipFacts, type TipPlace,
} from './tip.policy.js';

const SPACE = 'space';

function viewer(id: string, wishes: { moderates?: boolean; roles?: readonly ProgrammeRole[]; standing?: Viewer['standing']; coordinator?: boolean } = {}): Viewer {
  return {
    ...guestViewer(new Set([SPACE])),
    accountId: id,
    standing: wishes.standing ?? 'approved',
    programmeRoles: new Set(wishes.roles ?? []),
    siteRoles: new Set(wishes.coordinator === true ? ['coordinator'] : []),
    moderatedSpaceIds: new Set(wishes.moderates === true ? [SPACE] : []),
  };
}

const place = (role: SpaceRole | null, wishes: Partial<TipPlace> = {}): TipPlace => ({
  spaceId: SPACE, role, publishers: 'authors', archivedAt: null, isReviewNeeded: false, checkAfterMonths: 12, ...wishes,
});
const tip = (state: ContentState): TipFacts => ({ id: 'tip', spaceId: SPACE, authorIds: ['owner', 'helper'], state });

const people = {
  owner: [viewer('owner'), place('author')],
  helper: [viewer('helper'), place('member')],
  member: [viewer('member'), place('member')],
  moderator: [viewer('moderator', { moderates: true }), place('moderator')],
  former: [viewer('owner'), place(null)],
  reader: [viewer('reader'), place(null)],
  guest: [guestViewer(new Set([SPACE])), place(null)],
} as const satisfies Record<string, readonly [Viewer, TipPlace]>;
type Person = keyof typeof people;

const who = (rule: (viewer: Viewer, tip: TipFacts, place: TipPlace) => boolean, state: ContentState): string =>
  (Object.keys(people) as Person[]).filter((name) => rule(people[name][0], tip(state), people[name][1])).join(' ');

describe('who may do what with a tip', () => {
  it.each([
    ['edit', canEdit, { draft: 'owner helper former', review: 'owner helper moderator', published: 'owner helper moderator', retired: 'owner helper moderator', hidden: 'owner helper moderator' }],
    ['publish', canPublish, { draft: 'owner', review: 'owner moderator', published: 'owner moderator', retired: 'owner moderator', hidden: '' }],
    ['submit', canSubmit, { draft: 'owner helper', review: 'owner helper moderator', published: 'owner helper moderator', retired: 'owner helper moderator', hidden: '' }],
    ['review', canReview, { draft: '', review: 'moderator', published: 'moderator', retired: 'moderator', hidden: '' }],
    ['retire', canRetire, { draft: '', review: '', published: 'owner helper moderator', retired: '', hidden: '' }],
    ['revive', canRevive, { draft: '', review: '', published: '', retired: 'owner moderator', hidden: '' }],
    ['hide', canHide, { draft: '', review: 'moderator', published: 'moderator', retired: 'moderator', hidden: '' }],
    ['unhide', canUnhide, { draft: '', review: '', published: '', retired: '', hidden: 'moderator' }],
    ['check', canCheck, { draft: '', review: '', published: 'owner helper moderator', retired: '', hidden: '' }],
    ['hand over', canHandOver, { draft: '', review: 'owner moderator', published: 'owner moderator', retired: 'owner moderator', hidden: 'owner moderator' }],
    ['give feedback', canGiveFeedback, { draft: '', review: '', published: 'member moderator reader', retired: '', hidden: '' }],
    ['see the history', canSeeHistory, { draft: 'owner helper member moderator former reader', published: 'owner helper member moderator former reader' }],
    ['see inside', canSeeInside, { draft: 'owner helper moderator former', published: 'owner helper moderator former' }],
  ] as const)('%s', (_name, rule, expected) => {
    for (const [state, names] of Object.entries(expected)) expect([state, who(rule, state as ContentState)]).toEqual([state, names]);
  });

  it('nobody changes anything in an archived space, but authors keep writing on their drafts', () => {
    const archived = place('moderator', { archivedAt: new Date() });
    const moderator = viewer('owner', { moderates: true });
    for (const rule of [canPublish, canSubmit, canReview, canRetire, canHide, canCheck, canHandOver]) expect(rule(moderator, tip('published'), archived)).toBe(false);
    expect(canEdit(moderator, tip('published'), archived)).toBe(false);
    expect(canEdit(moderator, tip('draft'), archived)).toBe(true);
  });
});

describe('who releases in a space', () => {
  it.each<[Publishers, SpaceRole | null, readonly ProgrammeRole[], boolean, boolean]>([
    ['authors', 'author', [], false, true],
    ['authors', 'member', ['mentor'], false, false],
    ['authors', 'moderator', [], false, true],
    ['mentors', 'member', ['mentor'], false, true],
    ['mentors', 'member', ['mentee'], false, false],
    ['mentors', 'author', [], false, true],
    ['members', 'member', [], false, true],
    ['members', null, ['mentor'], false, false],
    ['members', 'member', [], true, false],
    ['authors', 'author', ['mentor'], true, false],
    ['authors', 'moderator', [], true, true],
  ])('publishers %s, role %s, %j, review needed %s: %s', (publishers, role, roles, isReviewNeeded, expected) => {
    const who = viewer('somebody', { roles, moderates: role === 'moderator' });
    expect(canPublishIn(who, place(role, { publishers, isReviewNeeded }))).toBe(expected);
    expect(canWrite(who, place(role))).toBe(role !== null);
  });

  it('not who waits for approval, whatever rows there are', () => {
    expect(canWrite(viewer('waiting', { standing: 'waiting' }), place('moderator'))).toBe(false);
    expect(canPublishIn(viewer('waiting', { standing: 'waiting' }), place('moderator'))).toBe(false);
  });
});

describe('who keeps settings and handbooks', () => {
  it('moderators keep their space', () => {
    expect(canKeepSpaceTips(viewer('moderator', { moderates: true }), place('moderator'))).toBe(true);
    expect(canKeepSpaceTips(viewer('author'), place('author'))).toBe(false);
    expect(canKeepSpaceTips(viewer('coordinator', { coordinator: true }), place(null))).toBe(false);
  });
});
