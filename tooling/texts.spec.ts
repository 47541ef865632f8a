import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Value = string | { readonly [form: string]: Value };
type Texts = Readonly<Record<string, Value>>;

const root = path.join(__dirname, '..');
const files = globSync('{libs,apps}/**/i18n/{de,*.de}.json', { cwd: root, exclude: (name) => name === 'node_modules' }).map((file) => file.replace(/de\.json$/, ''));

const read = (start: string, language: string): Texts => JSON.parse(readFileSync(path.join(root, `${start}${language}.json`), 'utf8')) as Texts;

const sentences = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : Object.values(value).flatMap(sentences));

const placeholders = (value: Value): string => [...new Set(sentences(value).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort().join(' ');

/** What is wrong with the shape of a value, if anything. */
function shapeFault(value: Value, isAddressed = false): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? 'is empty' : undefined;
  const forms = Object.keys(value).sort().join(' ');
  if (forms === 'one other' || forms === 'one other zero') return Object.values(value).every((form) => typeof form === 'string') ? undefined : 'nests inside a plural';
  if (forms === 'du sie' && !isAddressed) return Object.values(value).map((form) => shapeFault(form, true)).find((fault) => fault !== undefined);
  return `has the forms ${forms}`;
}

/** Lends search its words and is never found itself. */
const NO_RESULT = 'topic';

describe('texts', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  it('name every kind that search finds, one of it and many', () => {
    const sources = globSync('libs/*/server/**/*.{search,contribution}.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
    const kinds = sources.map((source) => /readonly kind = '(\w+)'/.exec(source)?.[1]).filter((kind) => kind !== undefined && kind !== NO_RESULT);
    expect(kinds.length).toBeGreaterThan(3);
    const named = Object.keys(read('libs/search/web/i18n/', 'de'));
    expect(kinds.flatMap((kind) => [`kind.${kind}`, `kinds.${kind}`]).filter((key) => !named.includes(key))).toEqual([]);
  });

  describe.each(files)('%s', (start) => {
    it('has both languages with the same keys', () => {
      expect(existsSync(path.join(root, `${start}en.json`))).toBe(true);
      expect(Object.keys(read(start, 'en')).sort()).toEqual(Object.keys(read(start, 'de')).sort());
    });

    it.each(['de', 'en'])('has only texts, plurals and forms of address (%s)', (language) => {
      const faults = Object.entries(read(start, language)).flatMap(([key, value]) => {
        const fault = shapeFault(value);
        return fault === undefined ? [] : [`${key} ${fault}`];
      });
      expect(faults).toEqual([]);
    });

    it('knows the same placeholders in both languages', () => {
      const english = read(start, 'en');
      // A singular may write its number out; so `count` alone may be missing.
      const essential = (value: Value) => placeholders(value).split(' ').filter((name) => name !== 'count' && name !== '');
      const different = Object.entries(read(start, 'de')).filter(([key, value]) => essential(value).join(' ') !== essential(english[key] ?? '').join(' '));
      expect(different.map(([key]) => key)).toEqual([]);
    });

    it('never leaves a reader without a way on', () => {
      const empty = Object.entries(read(start, 'de')).filter(([key, value]) => key.startsWith('errors.') && sentences(value).some((text) => /^(Ungültige Eingabe|Etwas ist schiefgelaufen|Fehler)[.!]?$/i.test(text)));
      expect(empty.map(([key]) => key)).toEqual([]);
    });

    it('is written for Sie and du wherever somebody is addressed', () => {
      // „Sie“ and „Ihre“ at the beginning of a sentence may be „they“ and „their“.
      const addresses = (text: string): boolean => /\b(Sie|Ihre?[nmrs]?|Ihnen)\b/.test(text.replace(/(^|[.!?:] )(Sie|Ihre?[nmrs]?)\b/g, ''));
      const once = Object.entries(read(start, 'de')).filter(([, value]) => (typeof value === 'string' || !('sie' in value)) && sentences(value).some(addresses));
      // Whoever reports without an account is a stranger to the house: Sie.
      expect(once.map(([key]) => key).filter((key) => !key.startsWith('mails.guest'))).toEqual([]);
    });

    it('begins English mails with a capital, unlike German ones, after the greeting', () => {
      const small = Object.entries(read(start, 'en')).filter(([key, value]) => /^mails\..*\.body/.test(key) && sentences(value).some((text) => /^[a-z]/.test(text)));
      expect(small.map(([key]) => key)).toEqual([]);
    });

    it('keeps English free of forms of address', () => {
      const addressed = Object.entries(read(start, 'en')).filter(([, value]) => typeof value !== 'string' && 'sie' in value);
      expect(addressed.map(([key]) => key)).toEqual([]);
    });
  });
});
