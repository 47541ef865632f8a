import { guestViewer, type Viewer } from '#access/server';
import { mayReplyAt, replyRefusal, type ThreadFacts } from './thread.policy.js';

const spaceId = '0190a000-0000-7000-8000-000000000001';
const thread: ThreadFacts = { spaceId, state: 'published', role: 'member', archivedAt: null, isClosed: false };
const guest = guestViewer(new Set([spaceId]));
const member: Viewer = { ...guest, accountId: '0190a000-0000-7000-8000-000000000002', standing: 'approved' };
const moderator: Viewer = { ...member, moderatedSpaceIds: new Set([spaceId]) };

describe('why one may not reply', () => {
  it.each<[string, Viewer, Partial<ThreadFacts>, string | null]>([
    ['a guest', guest, {}, 'signInNeeded'],
    ['somebody who waits for approval', { ...member, standing: 'waiting' }, {}, 'account.membersOnly'],
    ['somebody who reads without belonging', member, { role: null }, 'thread.membersOnly'],
    ['a member', member, {}, null],
    ['a member of an archived space', member, { archivedAt: new Date() }, 'thread.archived'],
    ['a member under a retired tip', member, { state: 'retired' }, 'thread.notOpen'],
    ['its author under a hidden one', member, { state: 'hidden' }, 'thread.notOpen'],
    ['a member in a closed thread', member, { isClosed: true }, 'thread.closed'],
    ['a moderator in a closed thread', moderator, { isClosed: true, role: 'moderator' }, null],
    ['a moderator under a hidden one', moderator, { state: 'hidden', role: 'moderator' }, 'thread.notOpen'],
  ])('%s', (_name, viewer, facts, expected) => {
    expect(replyRefusal(viewer, { ...thread, ...facts })).toBe(expected);
  });
});

describe('slow mode', () => {
  const now = new Date('2026-03-29T01:00:00Z');
  const slow = { ...thread, slowModeSeconds: 60, lastOwnPostAt: new Date('2026-03-29T00:59:30Z') };

  it('makes one wait from the last own post on, but no moderators', () => {
    expect(mayReplyAt(member, slow, now)).toEqual(new Date('2026-03-29T01:00:30Z'));
    expect(mayReplyAt(member, { ...slow, lastOwnPostAt: null }, now)).toBeNull();
    expect(mayReplyAt(member, slow, new Date('2026-03-29T01:00:30Z'))).toBeNull();
    expect(mayReplyAt(moderator, slow, now)).toBeNull();
  });
});
