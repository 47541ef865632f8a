import { withoutPerson } from './without-person.js';

const PERSON = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const POST = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c';
const OTHER = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5d';
const without = (markdown: string) => withoutPerson(markdown, { accountId: PERSON, postIds: new Set([POST]), instead: 'ehemaliges Mitglied' });

describe('a text without a person', () => {
  it.each([
    ['a mention', `Danke, [@Gerda](/person/${PERSON})!`, 'Danke, ehemaliges Mitglied!'],
    ['a whole address with a title', `[@Gerda](http://localhost:3000/person/${PERSON} "Gerda")`, 'ehemaliges Mitglied'],
    ['an address in brackets and large letters', `[@Gerda](</person/${PERSON.toUpperCase()}>)`, 'ehemaliges Mitglied'],
    ['brackets within the words', `[@Gerda [aus [Ulm]]](/person/${PERSON})`, 'ehemaliges Mitglied'],
    ['a reference', `Hallo [@Gerda][1] und [du].\n\n[1]: /person/${PERSON} "Gerda"\n[2]: /tipps`, 'Hallo ehemaliges Mitglied und [du].\n\n[2]: /tipps'],
    ['a reference by its own words', `Hallo [@Gerda][] und [@gerda].\n\n[@Gerda]: </person/${PERSON}>`, 'Hallo ehemaliges Mitglied und ehemaliges Mitglied.\n\n'],
    ['HTML', `Hallo <a class="x" href='/person/${PERSON}'>@<b>Gerda</b></a>!`, 'Hallo ehemaliges Mitglied!'],
    ['the line below a quotation', `> So ist es.\n>\n> — [Gerda](/beitrag/${POST})`, `> So ist es.\n>\n> — [ehemaliges Mitglied](/beitrag/${POST})`],
  ])('no longer names them in %s', (_where, markdown, expected) => {
    expect(without(markdown)).toBe(expected);
  });

  it.each([`[@Karl](/person/${OTHER})`, `[@Karl][1]\n\n[1]: /person/${OTHER}`, `<a href="/person/${OTHER}">@Karl</a>`, `— [Karl](/beitrag/${OTHER})`, 'Gerda ohne Link'])('leaves %s as it is', (markdown) => {
    expect(without(markdown)).toBe(markdown);
  });

  it('stays quick with what was typed to make it slow, as long as a text can be', () => {
    const started = process.threadCpuUsage();
    const pieces = ['[', '[a', '[ [ [a]', '\\[', '[\\a', '<a ', '<a x=', '<a /person/', `<a href="/person/${OTHER}">`, '[a]: ', '> [a]:', '[a][', '[](', '[](a', `[x](/person/${PERSON} `, `[x](/person/${OTHER} `, '\n', '\n ', '> '];
    for (const piece of pieces) without(`[g]: /person/${PERSON}\n\n${piece.repeat(Math.ceil(200_000 / piece.length))}`);
    for (const [first, rest] of [['<a ', 'x'], ['[](', 'x'], ['[', 'x'], ['[a]: ', 'x'], [`[a]: /person/${PERSON} "`, 'x'], [`<a href="/person/${PERSON}">`, '\n']] as const) without(first + rest.repeat(200_000));
    expect(process.threadCpuUsage(started).user).toBeLessThan(10_000_000);
  });
});
