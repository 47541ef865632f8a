import { askedNames, inOrder, isAskerBeside, withChange, withPost, type ChoosablePost, type Choice } from './passage-wishes.js';

const post = (position: number, accountId: string, name: string | null = accountId): ChoosablePost => ({ id: `p${position}`, position, html: '', author: { accountId, name } });
const chosen = (...posts: readonly ChoosablePost[]): Choice => posts.reduce<Choice>((choice, each) => withPost(choice, each, true), new Map());

describe('choosing passages', () => {
  it('keeps the order of the discussion', () => {
    expect(inOrder(chosen(post(3, 'a'), post(1, 'b'))).map(({ post: { position } }) => position)).toEqual([1, 3]);
  });

  it('asks everybody once, and not whoever chooses nor whoever is gone', () => {
    expect(askedNames(chosen(post(1, 'Anna'), post(2, 'Bert'), post(3, 'Anna'), post(4, 'weg', null)), 'Bert')).toEqual(['Anna']);
  });

  it('asks who put the question for the name alone, where no words of theirs are taken', () => {
    const asker = { accountId: 'Anna', name: 'Anna' };
    expect([isAskerBeside(chosen(post(1, 'Bert')), asker, 'Bert'), isAskerBeside(chosen(post(1, 'Anna')), asker, 'Bert'), isAskerBeside(chosen(), asker, 'Anna'), isAskerBeside(chosen(), { ...asker, name: null }, 'Bert')]).toEqual([true, false, false, false]);
  });

  it('takes a post back with its part', () => {
    const once = withChange(chosen(post(1, 'a')), 'p1', { part: 'ein Teil' });
    expect(once.get('p1')?.part).toBe('ein Teil');
    expect(withPost(withPost(once, post(1, 'a'), false), post(1, 'a'), true).get('p1')?.part).toBe('');
    expect(withChange(new Map(), 'p1', { part: 'x' }).size).toBe(0);
  });
});
