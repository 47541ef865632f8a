import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataDirectoryFault } from './data-directory.js';

describe('the data directory', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pusteblume-data-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inside = { databaseUrl: null, smtpUrl: null, secret: null };

  it('is made where it is missing, with the folders above it', () => {
    const wanted = path.join(folder, 'one/two');
    expect(dataDirectoryFault({ dataDir: wanted, ...inside })).toBeNull();
    expect(existsSync(wanted)).toBe(true);
  });

  it('that cannot be made is told in a sentence of each language', () => {
    writeFileSync(path.join(folder, 'file'), '');
    const dataDir = path.join(folder, 'file/below');
    expect(dataDirectoryFault({ dataDir, ...inside })).toMatch(/^Das Datenverzeichnis .+DATA_DIR.+\nThe data directory .+DATA_DIR.+$/);
  });

  it('is not needed where database, mail server and secret are given', () => {
    const outside = { databaseUrl: 'postgres://db/p', smtpUrl: 'smtp://mail', secret: 'x'.repeat(32) };
    const dataDir = path.join(folder, 'read-only/root');
    expect(dataDirectoryFault({ dataDir, ...outside })).toBeNull();
    expect(existsSync(dataDir)).toBe(false);
    for (const missing of ['databaseUrl', 'smtpUrl', 'secret']) {
      expect(dataDirectoryFault({ dataDir: path.join(folder, missing), ...outside, [missing]: null })).toBeNull();
      expect(existsSync(path.join(folder, missing))).toBe(true);
    }
  });
});
