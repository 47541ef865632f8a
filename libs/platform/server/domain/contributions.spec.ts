import { Contributions } from './contributions.js';

describe('contributions', () => {
  it('come in the order of their names, however they arrived', () => {
    const kinds = new Contributions<{ readonly kind: string }>('kinds', ({ kind }) => kind);
    for (const kind of ['tip', 'discussion', 'post']) kinds.add({ kind });
    expect(kinds.all.map(({ kind }) => kind)).toEqual(['discussion', 'post', 'tip']);
    expect(kinds.named('post')).toEqual({ kind: 'post' });
    expect(kinds.named('event')).toBeUndefined();
  });

  it('do not share a name', () => {
    const kinds = new Contributions<string>('kinds of notices', (name) => name);
    kinds.add('tips.published');
    expect(() => kinds.add('tips.published')).toThrow('two kinds of notices called tips.published');
  });
});
