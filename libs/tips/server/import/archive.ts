import { unzipSync } from 'fflate';
import { AppError } from '#platform/shared';
import { TEXT_LIMITS } from '#text/shared';
import { isSource, type SourceFile } from './import.source.js';
import { IMPORT_FILES_MAX } from './tip-imports.js';

/** All texts of an archive unpacked; what lies about its size is cut off by the unpacker, which never writes beyond it. */
const UNPACKED_MAX_BYTES = 100_000_000;

/**
 * The texts of a ZIP archive; pictures and other things are passed over, archives in archives too.
 * @throws {AppError} `import.badArchive`, `import.tooLarge`
 */
export function archivedFiles(bytes: Uint8Array): readonly SourceFile[] {
  let unpacked = 0;
  let count = 0;
  const oversized: string[] = [];
  const unzip = (): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          if (!isSource(name)) return false;
          if (originalSize > TEXT_LIMITS.importedBytes) {
            oversized.push(name);
            return false;
          }
          unpacked += originalSize;
          count += 1;
          if (unpacked > UNPACKED_MAX_BYTES || count > IMPORT_FILES_MAX) throw AppError.badInput('files', 'import.tooLarge', { max: UNPACKED_MAX_BYTES });
          return true;
        },
      });
    } catch (error) {
      throw error instanceof AppError ? error : AppError.badInput('files', 'import.badArchive');
    }
  };
  const files = Object.entries(unzip()).map(([path, content]) => ({ path, bytes: content }));
  // Reading refuses them by name; leaving them out would hide them.
  return [...files, ...oversized.map((path) => ({ path, bytes: new Uint8Array(TEXT_LIMITS.importedBytes + 1) }))];
}
