import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Project {
  readonly name: string;
  readonly tags: readonly string[];
  readonly targets: Readonly<Record<string, object>>;
}

interface Boundaries {
  readonly rings: readonly { readonly name: string; readonly libraries: readonly string[] }[];
  readonly siblings: readonly { readonly from: string; readonly to: string }[];
}

const root = path.join(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const project = (folder: string): Project => JSON.parse(read(`${folder}/project.json`)) as Project;

const SIDES = ['server', 'web', 'shared'];
const libraries = readdirSync(path.join(root, 'libs')).toSorted();
const applications = readdirSync(path.join(root, 'apps')).toSorted();

/** An ECMAScript module, which Jest does not read by itself. */
const { rings, siblings } = JSON.parse(
  spawnSync(process.execPath, ['--input-type=module', '--eval', `import { rings, siblings } from './boundaries.mjs'; console.log(JSON.stringify({ rings, siblings }));`], {
    cwd: root,
    encoding: 'utf8',
  }).stdout,
) as Boundaries;

const ringOf = (library: string): number => rings.findIndex((ring) => ring.libraries.includes(library));
const isSibling = (from: string, to: string): boolean => siblings.some((line) => line.from.split('/')[0] === from && line.to.split('/')[0] === to);

/** Not `planted.ts`, which boundaries.spec.ts may be putting there and taking away at this moment. */
const sourcesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).filter((file) => path.basename(file) !== 'planted.ts');

/** Libraries that the sources of one name, its specs and builders aside. */
function importedBy(library: string): readonly string[] {
  const files = sourcesOf(`libs/${library}/**/*.{ts,tsx}`).filter((file) => !/\.(spec|testing)\.tsx?$|\/testing\//.test(file));
  const named = files.flatMap((file) => [...read(file).matchAll(/(?:from|import\()\s*'#([a-z]+)\//g)].map((match) => match[1] ?? ''));
  return [...new Set(named)].filter((other) => other !== library).toSorted();
}

/** A line of a library's README, up to the next bullet. */
function line(library: string, title: string): string {
  return new RegExp(`^- \\*\\*${title}:\\*\\*(.+?)(?=^- |\\n\\n|$(?![\\s\\S]))`, 'ms').exec(read(`libs/${library}/README.md`))?.[1] ?? '';
}

describe('the workspace', () => {
  it('has every library in exactly one ring', () => {
    expect(rings.flatMap((ring) => ring.libraries).toSorted()).toEqual(libraries);
  });

  it.each(libraries)('tells Nx the truth about libs/%s', (library) => {
    const { name, tags, targets } = project(`libs/${library}`);
    const sides = SIDES.filter((side) => existsSync(path.join(root, 'libs', library, side)));
    expect(name).toBe(library);
    expect([...tags].toSorted()).toEqual([`ring:${rings[ringOf(library)]?.name}`, `domain:${library}`, ...sides.map((side) => `side:${side}`)].toSorted());
    expect(Object.keys(targets)).toEqual(['test', 'lint']);
  });

  it.each(applications)('tells Nx the truth about apps/%s', (application) => {
    const { name, tags } = project(`apps/${application}`);
    expect(name).toBe(`app-${application}`);
    expect(tags).toEqual(['ring:app', `side:${application}`]);
  });

  it('has a suite for the specs of every library', () => {
    const tried = globSync('tooling/suites/*.suite.ts', { cwd: root }).map((file) => path.basename(file, '.suite.ts'));
    const specs = globSync('libs/*/{server,shared}/**/*.spec.ts', { cwd: root }).map((file) => file.split(path.sep)[1]);
    expect(tried.toSorted()).toEqual([...new Set(specs)].toSorted());
    for (const library of tried) expect(read(`tooling/suites/${library}.suite.ts`)).toContain(`describeSpecsOf('${library}')`);
  });

  it('gives every target of a project a command', () => {
    const known = Object.keys((JSON.parse(read('nx.json')) as { readonly targetDefaults: object }).targetDefaults);
    const used = [...libraries.map((name) => `libs/${name}`), ...applications.map((name) => `apps/${name}`)].flatMap((folder) => Object.keys(project(folder).targets));
    expect(known).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});

describe.each(libraries)('libs/%s/README.md', (library) => {
  it('is short and names nouns and domain events', () => {
    expect(read(`libs/${library}/README.md`).split('\n').length).toBeLessThanOrEqual(30);
    expect(line(library, 'Nouns').trim()).not.toBe('');
    expect(line(library, 'Domain events').trim()).not.toBe('');
  });

  it('names only domain events that the sources know', () => {
    const source = sourcesOf(`libs/${library}/server/**/*.ts`).map(read).join('\n');
    const named = [...line(library, 'Domain events').matchAll(/`([A-Z][A-Za-z]+)(?: [^`]*)?`/g)].map((match) => match[1] ?? '');
    expect(named.filter((event) => !new RegExp(`'(\\w*${event})'`).test(source))).toEqual([]);
  });

  it('names every library it knows, and none it may not', () => {
    const named = libraries.filter((other) => other !== library && new RegExp(`\\b${other}\\b`).test(line(library, 'May know').split('. ')[0] ?? ''));
    expect(named).toEqual(expect.arrayContaining([...importedBy(library)]));
    expect(named.filter((other) => ringOf(other) > ringOf(library) || (ringOf(other) === ringOf(library) && !isSibling(library, other)))).toEqual([]);
  });
});
