// Writes docs/errors.md: every reason an error can carry, with its sentences. `sourcesOf` is also what the spec reads.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

function* filesBelow(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Every reason that the web has a sentence for, by language. */
export function sentences(locale) {
  const found = new Map();
  for (const file of filesBelow(path.join(root, 'libs'))) {
    if (!/\/web\/.*i18n\/([\w-]+\.)?(de|en)\.json$/.test(file) || !file.endsWith(`${locale}.json`)) continue;
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      const reason = /^(?:errors|problem)\.(.+)$/.exec(key)?.[1];
      if (reason !== undefined) found.set(reason, plain(value));
    }
  }
  return found;
}

/** Every reason that the server's source names. */
export function reasonsInSource() {
  const reasons = new Set();
  const patterns = [
    /AppError\.(?:conflict|forbidden)\(\s*'([\w.]+)'/g,
    /AppError\.badInput\(\s*[^,]+,\s*'([\w.]+)'/g,
    /new AppError\(\s*'[A-Z_]+',\s*'([\w.]+)'/g,
    /encodeReason\(\s*'([\w.]+)'/g,
    /reason: '([a-z][\w]*\.[\w.]+)'/g,
  ];
  for (const file of filesBelow(path.join(root, 'libs'))) {
    if (!/\/(server|shared)\/.*\.ts$/.test(file) || /\.(spec|testing)\.ts$|\/testing\//.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    for (const pattern of patterns) for (const match of source.matchAll(pattern)) reasons.add(match[1]);
  }
  return reasons;
}

function plain(value) {
  if (typeof value === 'string') return value;
  return plain(value.sie ?? value.other);
}

export function errorsDocument() {
  const [german, english] = [sentences('de'), sentences('en')];
  const rows = [...english].toSorted(([left], [right]) => left.localeCompare(right)).map(([reason, sentence]) => `| \`${reason}\` | ${sentence} | ${german.get(reason) ?? ''} |`);
  return `# Reasons of errors\n\nWhat \`extensions.reason\` can say, with the web's sentences; \`{…}\` comes from \`extensions.params\`. Written by \`npm run generate\`.\n\n| reason | means | auf Deutsch |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

if (process.argv[1] === path.join(root, 'tooling/error-reasons.mjs')) {
  const file = path.join(root, 'docs/errors.md');
  if (!process.argv.includes('--check')) writeFileSync(file, errorsDocument());
  else {
    const [german, english] = [sentences('de'), sentences('en')];
    const mute = [...reasonsInSource()].filter((reason) => !german.has(reason) || !english.has(reason));
    if (mute.length > 0) console.error(`reasons without a sentence: ${mute.join(', ')}`);
    const isCurrent = readFileSync(file, 'utf8') === errorsDocument();
    if (!isCurrent) console.error('docs/errors.md is out of date; run: npm run generate');
    if (mute.length > 0 || !isCurrent) process.exit(1);
  }
}
