import { renderMarkdown } from '#text/server';
import { linkedIn } from './linked-in.js';
import { withoutPerson } from '#text/server';

const one = '0190a000-0000-7000-8000-00000000000a';
const two = '0190a000-0000-7000-8000-00000000000b';
const foundIn = (markdown: string) => linkedIn(renderMarkdown(markdown, { ownOrigin: 'https://beispiel.test' }).html);

describe('what a text means', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['a quotation', `> Ein Satz\n>\n> — [Anna](/beitrag/${one})`, [one], []],
    ['a quotation with the whole address', `> Ein Satz\n>\n> — [Anna](https://beispiel.test/beitrag/${one})`, [one], []],
    ['a quotation within a quotation', `> > Innen\n> >\n> > — [A](/beitrag/${one})\n>\n> Außen\n>\n> — [B](/beitrag/${two})`, [one, two], []],
    ['a mere link to a post', `Siehe [dort](/beitrag/${one}).`, [], []],
    ['a mention', `Hallo [@Anna](/person/${one}), hallo [@Ben](/person/${two})!`, [], [one, two]],
    ['a link to somebody’s page', `[Anna](/person/${one}) hat recht`, [], []],
    ['a mention in what is quoted', `> Hallo [@Anna](/person/${one})\n\nGenau.`, [], []],
    ['a mention in code', `\`[@Anna](/person/${one})\``, [], []],
    ['another host', `[@Anna](https://anderswo.test/person/${one})`, [], []],
    ['an address written by hand in HTML', `<a href="/person/${one}">@Anna</a>`, [], [one]],
  ])('%s', (_name, markdown, quotedIds, mentionedIds) => {
    expect(foundIn(markdown)).toEqual({ quotedIds, mentionedIds });
  });
});

describe('a text without somebody’s name', () => {
  const person = { accountId: one, postIds: new Set([two]), ownOrigin: 'https://beispiel.test', instead: 'ehemaliges Mitglied' };

  it.each([
    [`Danke, [@Anna \\] Ahorn](/person/${one})!`, 'Danke, ehemaliges Mitglied!'],
    [`[@Anna](https://beispiel.test/person/${one}?x=1)`, 'ehemaliges Mitglied'],
    [`> Satz\n>\n> — [Anna](/beitrag/${two})`, `> Satz\n>\n> — [ehemaliges Mitglied](/beitrag/${two})`],
    [`[@Ben](/person/${two}) und — [Ben](/beitrag/${one})`, `[@Ben](/person/${two}) und — [Ben](/beitrag/${one})`],
  ])('%s', (before, after) => {
    expect(withoutPerson(before, person)).toBe(after);
  });
});
