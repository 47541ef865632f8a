import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IDENTITY_SOURCE, IMPORT_LIMIT_BYTES, RateLimits, type IdentitySource, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceQueries } from '#spaces/server';
import { signedIn } from '../tip/tip.gate.js';
import { archivedFiles, ImportBudget } from './archive.js';
import type { SourceFile } from './import.source.js';
import { TipImports } from './tip-imports.js';

const UPLOADS: Limit = { name: 'tips.import', tries: 60, withinSeconds: 3600 };

/** Markdown files or ZIP archives come in; what would become of them goes out. Nothing is changed yet. */
@Controller('/api/spaces/:slug/tip-imports')
export class UploadController {
  constructor(
    @Inject(IDENTITY_SOURCE) private readonly identities: IdentitySource,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(TipImports) private readonly imports: TipImports,
  ) {}

  @Post()
  @HttpCode(201)
  async upload(@Req() request: FastifyRequest, @Param('slug') slug: string): Promise<{ readonly id: string }> {
    const { viewer } = await this.identities.identify(request);
    const { accountId } = signedIn(viewer);
    const space = await this.spaces.bySlug(viewer, slug);
    if (space === null) throw AppError.notFound();
    // Before anything is read: who may not import sends nothing.
    await this.imports.admit(viewer, space.id);
    await this.limits.count(UPLOADS, `account:${accountId}`);
    const id = await this.imports.preview(viewer, space.id, await filesOf(request));
    return { id };
  }
}

async function filesOf(request: FastifyRequest): Promise<readonly SourceFile[]> {
  if (!request.isMultipart()) throw AppError.badInput('files', 'required');
  const files: SourceFile[] = [];
  const budget = new ImportBudget();
  let total = 0;
  // Browsers send a chosen folder as file names with paths.
  for await (const part of request.files({ preservePath: true, defParamCharset: 'utf8' } as never)) {
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > IMPORT_LIMIT_BYTES) throw AppError.badInput('files', 'import.tooLarge', { max: IMPORT_LIMIT_BYTES });
    if (/\.zip$/i.test(part.filename)) files.push(...(await archivedFiles(bytes, budget)));
    else {
      budget.spend(1, bytes.length);
      files.push({ path: part.filename, bytes });
    }
  }
  return files;
}
