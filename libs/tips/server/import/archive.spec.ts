import { strFromU8, strToU8, zipSync } from 'fflate';
import { TEXT_LIMITS } from '#text/shared';
import { archivedFiles, ImportBudget } from './archive.js';

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));

/** An archive that says of each entry that it is so large, whatever it is. */
function claiming(archive: Uint8Array, size: number): Uint8Array {
  const lie = Buffer.from(archive);
  for (let at = lie.indexOf('PK\u0001\u0002'); at >= 0; at = lie.indexOf('PK\u0001\u0002', at + 4)) lie.writeUInt32LE(size, at + 24);
  return lie;
}

const refusalOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'not refused', (error: { reason?: unknown }) => error.reason);

describe('an archive', () => {
  it('gives its texts, packed or stored, with umlauts in their names', async () => {
    const archive = zipSync({ 'Grün/a.md': strToU8('Text '.repeat(500)), 'b.txt': [strToU8('Kurz'), { level: 0 }], 'bild.png': new Uint8Array(9) });
    const files = await archivedFiles(archive, new ImportBudget());
    expect(files.map(({ path, bytes }) => [path, strFromU8(bytes)])).toEqual([['Grün/a.md', 'Text '.repeat(500)], ['b.txt', 'Kurz']]);
  });

  it('shares its budget with the other archives of the request', async () => {
    const archive = zipOf({ 'a.md': 'x'.repeat(600) });
    const bytes = new ImportBudget({ bytes: 1_000, files: 10 });
    await archivedFiles(archive, bytes);
    expect(await refusalOf(archivedFiles(archive, bytes))).toBe('import.tooLarge');
    const files = new ImportBudget({ bytes: 10_000, files: 1 });
    await archivedFiles(archive, files);
    expect(await refusalOf(archivedFiles(archive, files))).toBe('import.tooLarge');
  });

  it('is weighed by what comes out, not by what it says', async () => {
    const modest = claiming(zipOf({ 'a.md': 'x'.repeat(900), 'b.md': 'x'.repeat(900) }), 1);
    expect(await refusalOf(archivedFiles(modest, new ImportBudget({ bytes: 1_000, files: 10 })))).toBe('import.tooLarge');
    // Said to be one byte, it would become fifty million.
    const swollen = claiming(zipOf({ 'a.md': new Uint8Array(50_000_000) }), 1);
    const [file] = await archivedFiles(swollen, new ImportBudget());
    expect(file?.bytes).toHaveLength(TEXT_LIMITS.importedBytes + 1);
  });

  it('is weighed before anything of it is unpacked', async () => {
    const boast = claiming(zipOf({ 'a.md': 'x', 'b.md': 'x' }), 600);
    expect(await refusalOf(archivedFiles(boast, new ImportBudget({ bytes: 1_000, files: 10 })))).toBe('import.tooLarge');
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', strToU8('PK kein Archiv')],
    ['many other bytes', new Uint8Array(100_000)],
    ['one cut short', zipOf({ 'a.md': 'Text' }).slice(20)],
    ['one with broken content', ((): Uint8Array => { const broken = zipOf({ 'a.md': 'Text '.repeat(99) }); broken.fill(255, 34, 44); return broken; })()],
  ])('that is %s is refused', async (_name, bytes) => {
    expect(await refusalOf(archivedFiles(bytes, new ImportBudget()))).toBe('import.badArchive');
  });
});
