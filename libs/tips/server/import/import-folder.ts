import type { INestApplicationContext } from '@nestjs/common';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import { TEXT_LIMITS } from '#text/shared';
import { isHousekeeping, isSource, type SourceFile } from './import.source.js';
import { RunImport, type Progress } from './run-import.js';
import { TipImports } from './tip-imports.js';
import type { TipImportFile } from './tip-import.type.js';

export interface FolderImport {
  readonly folder: string;
  /** Slug of the space. */
  readonly space: string;
  /** Mail address of the account that becomes the author; needs the right to release tips there. */
  readonly author: string;
  /** Only look, make nothing. */
  readonly isPreview?: boolean;
}

export interface FolderProgress {
  /** Told once, before reading: files of the folder that are no texts and stay behind. */
  readonly passedOver?: (paths: readonly string[]) => void;
  readonly reading: Progress;
  readonly making: Progress;
}

/**
 * The whole of an import from a folder on this machine, for the command line.
 * @param tell called after each file, while reading and while making
 * @returns what became of each file
 * @throws {AppError} NOT_FOUND with `field` for an unknown space or author, FORBIDDEN as in the page
 */
export async function importTipsFromFolder(app: INestApplicationContext, wish: FolderImport, tell: FolderProgress): Promise<readonly TipImportFile[]> {
  const db = app.get(Db);
  const [account] = await db.query<{ id: string }>('select id from account where lower(address) = lower($1) and deleted_at is null', [wish.author]);
  const viewer = account === undefined ? null : await app.get(SpaceIdentity, { strict: false }).viewerOf(account.id);
  if (viewer === null) throw new AppError('NOT_FOUND', 'notFound', { field: 'author' });
  const [space] = await db.query<{ id: string }>('select id from space where slug = $1', [wish.space]);
  if (space === undefined) throw new AppError('NOT_FOUND', 'notFound', { field: 'space' });
  const imports = app.get(TipImports, { strict: false });
  const { files, others } = await filesIn(wish.folder);
  if (others.length > 0) tell.passedOver?.(others);
  const id = await imports.preview(viewer, space.id, files, tell.reading);
  if (wish.isPreview === true) return imports.filesOf(id);
  await imports.confirm(viewer, id, false);
  await app.get(RunImport, { strict: false }).run(id, tell.making);
  return imports.filesOf(id);
}

async function filesIn(folder: string): Promise<{ readonly files: readonly SourceFile[]; readonly others: readonly string[] }> {
  const entries = await entriesOf(folder);
  const files: SourceFile[] = [];
  const others: string[] = [];
  for (const entry of entries) {
    const full = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, full);
    // Links could lead out of the folder.
    if (!entry.isFile()) continue;
    if (!isSource(relative)) {
      if (!isHousekeeping(relative)) others.push(relative);
      continue;
    }
    const { size } = await stat(full);
    files.push({ path: relative, folder: path.basename(path.resolve(folder)), bytes: size > TEXT_LIMITS.importedBytes ? new Uint8Array(TEXT_LIMITS.importedBytes + 1) : await readFile(full) });
  }
  return { files, others: others.sort() };
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new AppError('NOT_FOUND', 'notFound', { field: 'folder' });
  }
}
