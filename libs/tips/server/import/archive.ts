import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { AppError } from '#platform/shared';
import { TEXT_LIMITS } from '#text/shared';
import { isSource, type SourceFile } from './import.source.js';
import { zipEntries, type ZipEntry } from './zip-directory.js';

const inflate = promisify(inflateRaw);

/** Reading refuses it by its size; one for all, so that many of them take no room. */
const TOO_LARGE = new Uint8Array(TEXT_LIMITS.importedBytes + 1);
/** Pictures and the like beside the texts; beyond it somebody packed more than a folder of texts. */
const ENTRIES_MAX = 50_000;

/** What one request may unpack, over all its files and archives. */
export class ImportBudget {
  private bytes: number;
  private files: number;

  constructor(readonly max: { readonly bytes: number; readonly files: number } = { bytes: 100_000_000, files: 5_000 }) {
    this.bytes = max.bytes;
    this.files = max.files;
  }

  /** @throws {AppError} `import.tooLarge` */
  spend(files: number, bytes: number): void {
    this.files -= files;
    this.bytes -= bytes;
    if (this.files < 0 || this.bytes < 0) throw AppError.badInput('files', 'import.tooLarge', { max: this.max.bytes });
  }
}

/**
 * The texts of a ZIP archive; pictures and other things are passed over, archives in archives too. Weighed by what the
 * archive says before anything is unpacked, and by what really comes out after each file.
 * @throws {AppError} `import.badArchive`, `import.tooLarge`
 */
export async function archivedFiles(bytes: Uint8Array, budget: ImportBudget): Promise<readonly SourceFile[]> {
  try {
    const entries = weighed(bytes, budget);
    const files: SourceFile[] = [];
    for (const entry of entries) {
      files.push({ path: entry.name, bytes: await unpacked(entry, budget) });
      await setImmediate();
    }
    return files;
  } catch (error) {
    throw error instanceof AppError ? error : AppError.badInput('files', 'import.badArchive');
  }
}

function weighed(bytes: Uint8Array, budget: ImportBudget): readonly ZipEntry[] {
  let count = 0;
  const isWanted = (name: string): boolean => {
    count += 1;
    if (count > ENTRIES_MAX) budget.spend(Number.POSITIVE_INFINITY, 0);
    return isSource(name);
  };
  const entries: ZipEntry[] = [];
  for (const entry of zipEntries(bytes, isWanted)) {
    budget.spend(1, isOversized(entry) ? 0 : weightOf(entry));
    entries.push(entry);
  }
  return entries;
}

async function unpacked(entry: ZipEntry, budget: ImportBudget): Promise<Uint8Array> {
  if (isOversized(entry)) return TOO_LARGE;
  const content = entry.method === 'stored' ? entry.packed : await inflated(entry.packed);
  budget.spend(0, Math.max(0, content.length - weightOf(entry)));
  return content;
}

/** Never makes more than a text may have, whatever the archive says; in a thread of its own, so that others go on. */
async function inflated(packed: Uint8Array): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: TEXT_LIMITS.importedBytes });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return TOO_LARGE;
    throw error;
  }
}

const isOversized = (entry: ZipEntry): boolean => entry.declaredSize > TEXT_LIMITS.importedBytes || entry.packed.length > 2 * TEXT_LIMITS.importedBytes;

/** The packed bytes count too: many entries can share them, and they cost time even where nothing comes out. */
const weightOf = (entry: ZipEntry): number => Math.max(entry.declaredSize, entry.packed.length);
