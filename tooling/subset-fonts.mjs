// Makes generated/fonts/*.woff2 from the font packages of npm: only the signs German and its neighbours need, only the
// weights the design uses. Both fonts are under the SIL Open Font License 1.1, which allows that; their licence texts lie
// beside the files and are shown on the page of licences.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const root = new URL('../', import.meta.url);
const target = new URL('generated/fonts/', root);

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join('');
// Letters, signs of office texts, the quotes and dashes of German and English, arrows, soft hyphen and thin spaces.
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}Œœıˆˇʼʻˉˊˋˍˆ˚˜${range(0x2002, 0x200b)}‐‑–—―‘’‚“”„†‡•…‰‹›⁄€™←↑→↓−×÷`;
// Names of neighbours: Polish, Czech, Turkish, the Baltic, the Balkans, Hungarian, Romanian, capital ẞ.
const latinExtended = `${range(0x100, 0x17f)}ȘșȚțẞẀẁẂẃẄẅỲỳ`;

const jobs = [
  ['inter', 'inter-latin-wght-normal', latin, 'inter-latin'],
  ['inter', 'inter-latin-ext-wght-normal', latinExtended, 'inter-latin-ext'],
  ['source-serif-4', 'source-serif-4-latin-wght-normal', latin, 'source-serif-4-latin'],
  ['source-serif-4', 'source-serif-4-latin-ext-wght-normal', latinExtended, 'source-serif-4-latin-ext'],
  ['source-serif-4', 'source-serif-4-latin-wght-italic', latin, 'source-serif-4-latin-italic'],
];

export async function subsetFonts({ force = false } = {}) {
  mkdirSync(target, { recursive: true });
  for (const [family, source, characters, name] of jobs) {
    const file = new URL(`${name}.woff2`, target);
    if (!force && existsSync(file)) continue;
    const folder = new URL(`node_modules/@fontsource-variable/${family}/`, root);
    const font = await subsetFont(readFileSync(new URL(`files/${source}.woff2`, folder)), characters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    writeFileSync(file, font);
    writeFileSync(new URL(`${family}-licence.txt`, target), readFileSync(new URL('LICENSE', folder)));
  }
}

if (import.meta.main) {
  await subsetFonts({ force: process.argv.includes('--force') });
}
