// How much a reader's browser loads for the first page: scripts, styles and fonts as they travel, compressed. Walks the
// build's manifest from the entry and the route's own module along static imports, adds the German texts and the fonts
// of every page. Above the bar it ends with 1.
//   node tooling/check-size.mjs [--route libs/tips/web/tip/TipPage.tsx] [--beside <module>]… [--js 230] [--all 380]
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    // The page that most first visits lead to.
    route: { type: 'string', default: 'libs/tips/web/tip/TipPage.tsx' },
    // Pieces of domains that the shell fetches beside every page of a signed-in reader.
    beside: { type: 'string', multiple: true, default: ['libs/search/web/field/SearchBox.tsx', 'libs/accounts/web/account/AccountMenu.tsx', 'libs/spaces/web/rail/SpaceRail.tsx'] },
    js: { type: 'string', default: '230' },
    all: { type: 'string', default: '380' },
    folder: { type: 'string', default: 'dist/web' },
  },
});

const folder = new URL(`../${values.folder}/`, import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));
// The manifest names sources from apps/web on; here they are named from the top, as in the repository.
const placeOf = (key) => (key.startsWith('../../') ? key.slice(6) : `apps/web/${key}`);
const keyOf = (source) => Object.keys(manifest).find((key) => placeOf(key) === source);

const chunks = new Set();
function walk(key) {
  const chunk = manifest[key];
  if (chunk === undefined || chunks.has(chunk)) return;
  chunks.add(chunk);
  for (const next of chunk.imports ?? []) walk(next);
}

const wanted = ['apps/web/index.html', values.route];
for (const source of wanted) {
  const key = keyOf(source);
  if (key === undefined) {
    console.error(`Not in the build: ${source}. Build first, or name another --route.`);
    process.exit(2);
  }
  walk(key);
}

for (const source of values.beside) {
  const key = keyOf(source);
  if (key === undefined) console.log(`Not counted, since it is not in the build: ${source}`);
  else walk(key);
}

// Texts of this route's library and of the frame, in the language of nearly all readers.
const libraries = [values.route, ...values.beside].map((source) => /^(libs\/[^/]+\/web|apps\/web\/[^/]+)\//.exec(source)?.[0] ?? '');
for (const [key, chunk] of Object.entries(manifest)) {
  if (/(^|\/)texts-de/.test(chunk.file) || libraries.some((library) => placeOf(key) === `${library}i18n/de.json`)) walk(key);
}

const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const gzipped = (file) => gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length;

const scripts = new Map();
const styles = new Map();
for (const chunk of chunks) {
  if (chunk.file.endsWith('.js')) scripts.set(chunk.file, gzipped(chunk.file));
  for (const style of chunk.css ?? []) styles.set(style, gzipped(style));
}
const page = readFileSync(new URL('index.html', folder), 'utf8');
const fonts = new Map([...page.matchAll(/href="\/([^"]+\.woff2)"/g)].map(([, file]) => [file, readFileSync(new URL(file, folder)).length]));
const sum = (files) => [...files.values()].reduce((total, bytes) => total + bytes, 0);

for (const [name, files] of [['scripts', scripts], ['styles', styles], ['fonts', fonts]]) {
  console.log(`${name.padEnd(8)} ${String(kilobytes(sum(files))).padStart(7)} kB`);
  for (const [file, bytes] of [...files].sort((one, other) => other[1] - one[1])) console.log(`         ${String(kilobytes(bytes)).padStart(7)}    ${file}`);
}
const js = kilobytes(sum(scripts));
const all = kilobytes(sum(scripts) + sum(styles) + sum(fonts) + gzipSync(page).length);
console.log(`First load of ${values.route}: ${js} kB of scripts (bar ${values.js}), ${all} kB in all (bar ${values.all}), gzip`);
if (!existsSync(new URL(`${[...scripts.keys()][0]}.br`, folder))) console.log('Note: the build is not precompressed.');
if (js > Number(values.js) || all > Number(values.all)) {
  console.error('The first load is above the bar.');
  process.exit(1);
}
