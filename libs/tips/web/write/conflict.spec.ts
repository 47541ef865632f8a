import { conflictOf, conflictParts, firstChoices, openCount, settledDraft } from './conflict.js';
import { emptyDraft, type DraftText } from './draft.js';

const base: DraftText = { ...emptyDraft, title: 'Wie beginnt man?', summary: 'Kurz.', body: 'Eins.\n\nZwei.', topicIds: ['a', 'b'] };
const open = (mine: Partial<DraftText>, theirs: Partial<DraftText>) => {
  const conflict = conflictOf(base, { ...base, ...mine }, { ...base, ...theirs });
  return conflictParts.filter((part) => openCount(conflict[part]) > 0);
};

describe('two versions of one draft', () => {
  it('ask only where both changed the same', () => {
    expect(open({ title: 'Wie fängt man an?' }, { summary: 'Länger.' })).toEqual([]);
    expect(open({ title: 'Wie fängt man an?' }, { title: 'Womit beginnt man?' })).toEqual(['title']);
    expect(open({ body: 'Eins, neu.\n\nZwei.' }, { body: 'Eins.\n\nZwei, neu.' })).toEqual([]);
  });

  it('keep both texts unless somebody decides otherwise, but never half a title', () => {
    const mine = { ...base, title: 'Mein Titel', body: 'Eins von mir.\n\nZwei.' };
    const theirs = { ...base, title: 'Ihr Titel', body: 'Eins von dort.\n\nZwei.' };
    const settled = settledDraft(base, mine, theirs, firstChoices(conflictOf(base, mine, theirs)));
    expect(settled.title).toBe('Mein Titel');
    expect(settled.body).toBe('Eins von mir.\n\nEins von dort.\n\nZwei.');
    expect(settledDraft(base, mine, theirs, firstChoices(conflictOf(base, mine, theirs), 'theirs'))).toMatchObject({ title: 'Ihr Titel', body: theirs.body });
    expect(settledDraft(base, mine, theirs, firstChoices(conflictOf(base, mine, theirs), 'mine'))).toMatchObject({ title: 'Mein Titel', body: mine.body });
  });

  it('join topics: what one added stays, what one took away goes', () => {
    const settled = settledDraft(base, { ...base, topicIds: ['a', 'b', 'mine'] }, { ...base, topicIds: ['b', 'theirs'] }, { title: [], summary: [], body: [] });
    expect([...settled.topicIds].sort()).toEqual(['b', 'mine', 'theirs']);
  });

  it('take over what only the other side changed', () => {
    expect(settledDraft(base, base, { ...base, summary: 'Neu.' }, { title: [], summary: [], body: [] }).summary).toBe('Neu.');
  });
});
