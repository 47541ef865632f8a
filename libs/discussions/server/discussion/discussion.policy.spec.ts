import { guestViewer, type ContentState, type Viewer } from '#access/server';
import type { SpaceRole } from '#spaces/server';
import { canAccept, canAskPoll, canEdit, canOpen, canRearrange, canSteer, canVote, type DiscussionFacts, type DiscussionPlace, type DiscussionRule } from './discussion.policy.js';

const SPACE = 'space';
const WHO = ['author', 'member', 'moderator', 'reader', 'waiting', 'guest'] as const;
type Who = (typeof WHO)[number];

function viewer(who: Who): Viewer {
  const readable = new Set([SPACE]);
  if (who === 'guest') return guestViewer(readable);
  return { ...guestViewer(readable), accountId: who, standing: who === 'waiting' ? 'waiting' : 'approved', moderatedSpaceIds: who === 'moderator' ? readable : new Set() };
}
const roleOf: Readonly<Record<Who, SpaceRole | null>> = { author: 'member', member: 'member', moderator: 'moderator', reader: null, waiting: null, guest: null };
const place = (who: Who, archivedAt: Date | null = null): DiscussionPlace => ({ spaceId: SPACE, role: roleOf[who], archivedAt });
const question = (change: Partial<DiscussionFacts> = {}): DiscussionFacts => ({ id: 'd', spaceId: SPACE, authorIds: ['author'], state: 'published', kind: 'question', closedAt: null, ...change });
const allowed = (rule: DiscussionRule, facts: DiscussionFacts, archivedAt: Date | null = null): readonly Who[] => WHO.filter((who) => rule(viewer(who), facts, place(who, archivedAt)));

const rules: readonly (readonly [string, DiscussionRule, readonly Who[]])[] = [
  ['title, kind and topics are changed', canEdit, ['author', 'moderator']],
  ['answers are accepted', canAccept, ['author', 'moderator']],
  ['it is pinned, closed, slowed down', canSteer, ['moderator']],
  ['it is moved, split, merged', canRearrange, ['moderator']],
  ['a poll is asked', canAskPoll, ['author', 'moderator']],
  ['a vote is given', canVote, ['author', 'member', 'moderator']],
];

describe('by whom', () => {
  it.each(rules)('%s', (_what, rule, who) => {
    expect(allowed(rule, question())).toEqual(who);
  });

  it('one is opened: by members of a space in use', () => {
    expect(WHO.filter((who) => canOpen(viewer(who), place(who)))).toEqual(['author', 'member', 'moderator']);
    expect(WHO.filter((who) => canOpen(viewer(who), place(who, new Date())))).toEqual([]);
  });

  it.each(rules)('in an archived space nobody: %s', (_what, rule) => {
    expect(allowed(rule, question(), new Date())).toEqual([]);
  });
});

describe('what a discussion’s standing ends', () => {
  it.each<ContentState>(['review', 'hidden'])('%s: nothing but wording it anew', (state) => {
    for (const rule of [canAccept, canSteer, canAskPoll, canVote]) expect(allowed(rule, question({ state }))).toEqual([]);
    // What moderation has hidden is not worded anew by its author.
    expect(allowed(canEdit, question({ state }))).toEqual(state === 'hidden' ? ['moderator'] : ['author', 'moderator']);
  });

  it('closed: polls, but not accepting what came before', () => {
    for (const rule of [canAskPoll, canVote]) expect(allowed(rule, question({ closedAt: new Date() }))).toEqual([]);
    expect(allowed(canAccept, question({ closedAt: new Date() }))).toEqual(['author', 'moderator']);
  });

  it('an exchange: accepting', () => {
    expect(allowed(canAccept, question({ kind: 'exchange' }))).toEqual([]);
  });
});
