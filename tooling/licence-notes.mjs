// The licence texts of everything foreign that travels to browsers: most licences ask that they go along. Collected from
// the modules that really are in the bundle, plus the two fonts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const packageFolder = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

function textOf(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
}

/**
 * @param moduleIds files of the bundle
 * @param fontFolders packages of the fonts
 */
export function licenceNotes(moduleIds, fontFolders) {
  const folders = new Set(fontFolders);
  for (const id of moduleIds) {
    const folder = packageFolder.exec(id.replace(/^\0+/, ''))?.[1];
    if (folder !== undefined && existsSync(path.join(folder, 'package.json'))) folders.add(folder);
  }
  const notes = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { name, note: `${name} ${version} (${license})\n${'-'.repeat(60)}\n${textOf(folder)}` };
  });
  notes.sort((one, other) => (one.name < other.name ? -1 : 1));
  return `Fremde Bestandteile dieser Oberfläche und ihre Lizenzen / Parts by others and their licences\n\n${notes.map(({ note }) => note).join('\n\n\n')}\n`;
}
