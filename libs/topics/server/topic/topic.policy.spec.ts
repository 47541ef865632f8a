import { guestViewer, type Viewer } from '#access/server';
import { canKeepTopics } from './topic.policy.js';

const member: Viewer = { ...guestViewer(), accountId: '0198f000-0000-7000-8000-000000000001', standing: 'approved' };
const spaces = new Set(['0198f000-0000-7000-8000-00000000000a']);

describe('the vocabulary', () => {
  it.each([
    ['a coordinator', { ...member, siteRoles: new Set(['coordinator'] as const) }, true],
    ['a moderator of any space', { ...member, readableSpaceIds: spaces, moderatedSpaceIds: spaces }, true],
    ['a member', { ...member, readableSpaceIds: spaces }, false],
    ['a coordinator who is not approved', { ...member, standing: 'waiting' as const, siteRoles: new Set(['coordinator'] as const) }, false],
    ['a guest', guestViewer(), false],
  ])('is kept by %s: %s', (_who, viewer, expected) => {
    expect(canKeepTopics(viewer)).toBe(expected);
  });
});
