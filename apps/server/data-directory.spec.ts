import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataDirectoryFault } from './data-directory.js';

describe('the data directory', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pusteblume-data-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made where it is missing, with the folders above it', () => {
    const wanted = path.join(folder, 'one/two');
    expect(dataDirectoryFault(wanted)).toBeNull();
    expect(existsSync(wanted)).toBe(true);
  });

  it('that cannot be made is told in a sentence of each language', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(dataDirectoryFault(path.join(folder, 'file/below'))).toMatch(/^Das Datenverzeichnis .+DATA_DIR.+\nThe data directory .+DATA_DIR.+$/);
  });
});
