import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Acts whose last word is put in when they are recorded: the words there are. A new one of these needs a line. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'libs/discussions/server/discussion/discussion-standing.ts': ['pinned', 'unpinned', 'closed', 'reopened', 'slowed', 'sped'],
  'libs/moderation/server/case/decide-case.ts': ['kept', 'hidden', 'restored', 'released', 'rejected'],
  'libs/moderation/server/case/direct-acts.ts': ['hidden', 'restored'],
  'libs/moderation/server/measure/measures.ts': ['slowed', 'silenced', 'suspended'],
  'libs/moderation/server/objection/objections.ts': ['objectionGranted', 'objectionRefused'],
};

interface Act {
  readonly file: string;
  readonly act: string;
}

const NAME = /'([a-z]+\.[A-Za-z]+)'/g;
const namesIn = (text: string): readonly string[] => [...text.matchAll(NAME)].flatMap(([, name]) => (name === undefined ? [] : [name]));

/** Every act that the sources put on record. */
function actsOf(file: string, reasons: ReadonlySet<string>): readonly Act[] {
  const source = read(file);
  const names = [...source.matchAll(/audit\.record\(([\s\S]*?)subjectKind/g)].flatMap(([, head = '']) => {
    const [, area] = /act: `([a-z]+)\.\$\{/.exec(head) ?? [];
    if (area !== undefined) return (PUT_TOGETHER[file] ?? ['…']).map((word) => `${area}.${word}`);
    const written = namesIn(head);
    // A variable: one of the acts that are named somewhere in the file.
    return written.length > 0 ? written : namesIn(source).filter((name) => !reasons.has(name));
  });
  return [...new Set(names)].map((act) => ({ file, act }));
}

/** Coordinators read the record in sentences, not in names. */
describe('the record', () => {
  const reasons = new Set([...read('docs/errors.md').matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? ''));
  const files = globSync('libs/*/server/**/*.ts', { cwd: root }).filter((file) => !/\.(spec|testing)\.ts$/.test(file));
  const acts = files.flatMap((file) => actsOf(file, reasons));

  it.each(['de', 'en'])('has a sentence for everything that is put on it (%s)', (language) => {
    const sentences = JSON.parse(read(`libs/administration/web/i18n/${language}.json`)) as Readonly<Record<string, unknown>>;
    expect(acts.length).toBeGreaterThan(60);
    expect(acts.filter(({ act }) => sentences[`act.${act}`] === undefined)).toEqual([]);
  });

  it('has no sentence for what nobody puts on it', () => {
    const known = new Set(acts.map(({ act }) => `act.${act}`));
    const sentences = Object.keys(JSON.parse(read('libs/administration/web/i18n/de.json')) as object).filter((key) => key.startsWith('act.'));
    expect(sentences.map((key) => key.replace(/\.byItself$/, '')).filter((key) => !known.has(key))).toEqual([]);
  });

  it('knows the words that complete an act', () => {
    const missing = Object.entries(PUT_TOGETHER).flatMap(([file, words]) => words.filter((word) => !read(file).includes(`'${word}'`)).map((word) => `${file}: ${word}`));
    expect(missing).toEqual([]);
  });
});
