import { canDelete, canEdit, canReact, canRestore, type PostFacts } from './post.policy.js';

const post: PostFacts = { state: 'published', isDeleted: false, isEmptied: false, viewerIsAuthor: false, moderating: false, writing: true, takingPart: true };

describe('what one may do with a post', () => {
  it.each<[string, Partial<PostFacts>, string]>([
    ['somebody else’s', {}, 'react'],
    ['an own one', { viewerIsAuthor: true }, 'edit delete'],
    ['an own one in a space one left or that is archived', { viewerIsAuthor: true, writing: false, takingPart: false }, 'delete'],
    ['an own one that is held', { viewerIsAuthor: true, state: 'review' }, 'edit delete'],
    ['an own one that moderation hid', { viewerIsAuthor: true, state: 'hidden' }, ''],
    ['an own one that is deleted', { viewerIsAuthor: true, isDeleted: true }, ''],
    ['somebody else’s, as a moderator', { moderating: true }, 'react'],
    ['a deleted one, as a moderator', { moderating: true, isDeleted: true }, 'restore'],
    ['a deleted one whose text is gone, as a moderator', { moderating: true, isDeleted: true, isEmptied: true }, ''],
    ['a deleted one in an archived space, as a moderator', { moderating: true, isDeleted: true, writing: false }, ''],
    ['one of a space one reads without belonging', { writing: false }, 'react'],
    ['one of an archived space', { writing: false, takingPart: false }, ''],
    ['a held one, as a moderator', { moderating: true, state: 'review' }, ''],
  ])('%s', (_name, wishes, expected) => {
    const facts = { ...post, ...wishes };
    const may = [canEdit(facts) && 'edit', canDelete(facts) && 'delete', canRestore(facts) && 'restore', canReact(facts) && 'react'];
    expect(may.filter(Boolean).join(' ')).toBe(expected);
  });
});
