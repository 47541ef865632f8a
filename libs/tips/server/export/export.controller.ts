import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { isMember, type Viewer } from '#access/server';
import { Audit, Db, IDENTITY_SOURCE, RateLimits, type IdentitySource, type Limit } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { canRead, SpaceQueries } from '#spaces/server';
import { HandbookExport } from '../handbook/handbook-export.js';
import { signedIn } from '../tip/tip.gate.js';
import { ExportQueries, fileOf, pathOf, type ExportedTip } from './export.queries.js';

const EXPORTS: Limit = { name: 'tips.export', tries: 30, withinSeconds: 3600 };

/** Texts as files, for members of the programme. What they may read they may take along. */
@Controller('/api')
export class ExportController {
  constructor(
    @Inject(IDENTITY_SOURCE) private readonly identities: IdentitySource,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(ExportQueries) private readonly queries: ExportQueries,
    @Inject(HandbookExport) private readonly handbooks: HandbookExport,
  ) {}

  @Get('/spaces/:slug/export.zip')
  async space(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('slug') slug: string): Promise<void> {
    const viewer = await this.member(request);
    const space = await this.spaces.bySlug(viewer, slug);
    if (space === null || !canRead(viewer, space)) throw AppError.notFound();
    await this.limits.count(EXPORTS, `account:${viewer.accountId ?? ''}`);
    await this.db.write(viewer, async (tx) => {
      await this.audit.record(tx, viewer, { act: 'tips.exported', subjectKind: 'space', subjectId: space.id, spaceId: space.id });
    });
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${space.slug}.zip"`)
      .send(Readable.from(zipped(this.queries.ofSpace(viewer, space.id))));
  }

  @Get('/handbooks/:id/export.md')
  async handbook(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const viewer = await this.member(request);
    const file = isUuid(id) ? await this.handbooks.fileOf(viewer, id) : null;
    if (file === null) throw AppError.notFound();
    await this.limits.count(EXPORTS, `account:${viewer.accountId ?? ''}`);
    await reply
      .header('content-type', 'text/markdown; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.content);
  }

  private async member(request: FastifyRequest): Promise<Viewer> {
    const { viewer } = await this.identities.identify(request);
    signedIn(viewer);
    if (!isMember(viewer)) throw AppError.notFound();
    return viewer;
  }
}

/** Packs page after page; no more than one page of texts is in memory. */
async function* zipped(pages: AsyncIterable<readonly ExportedTip[]>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  const failed: { error?: Error } = {};
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed.error = error;
    else chunks.push(Buffer.from(chunk));
  });
  const taken = new Set<string>();
  for await (const page of pages) {
    for (const tip of page) {
      const wished = pathOf(tip);
      const name = taken.has(wished) ? wished.replace(/(\.[^.]+)?$/, `-${tip.id.slice(-6)}$1`) : wished;
      taken.add(name);
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = tip.revisedAt ?? new Date();
      zip.add(file);
      file.push(strToU8(fileOf(tip)), true);
    }
    if (failed.error !== undefined) throw failed.error;
    yield* chunks;
    chunks = [];
  }
  zip.end();
  yield* chunks;
}
