import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '#access/server';
import { IDENTITY_SOURCE, RateLimits, type IdentitySource } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { coordinatorOf } from '../account/account.policy.js';
import { MemberImport, type ImportPreview, type Mapping } from './member-import.js';

/** A table of 2000 people is far below; anything larger is not one. */
const FILE_MAX_BYTES = 5_000_000;
const IMPORTS = { name: 'accounts.import', tries: 60, withinSeconds: 3600 } as const;

interface Upload {
  readonly bytes: Uint8Array;
  readonly mapping: Mapping | null;
  readonly spaceIds: readonly string[];
}

interface Part {
  readonly type: 'file' | 'field';
  readonly fieldname: string;
  readonly value?: unknown;
  readonly toBuffer?: () => Promise<Buffer>;
}

/**
 * Plain HTTP, because a file comes along: multipart with `file`, optionally `mapping` (JSON, column → target) and
 * `spaceIds` (JSON). The same file is sent twice, for the preview and for the import: nothing is kept in between.
 */
@Controller('api/accounts/import')
export class MemberImportController {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(MemberImport) private readonly members: MemberImport,
  ) {}

  @Post('preview')
  @HttpCode(200)
  async preview(@Req() request: FastifyRequest): Promise<ImportPreview> {
    const viewer = await this.coordinator(request);
    const { bytes, mapping } = await uploadOf(request);
    return this.members.preview(viewer, bytes, mapping);
  }

  @Post()
  @HttpCode(200)
  async commit(@Req() request: FastifyRequest): Promise<{ readonly invited: number }> {
    const viewer = await this.coordinator(request);
    const { bytes, mapping, spaceIds } = await uploadOf(request);
    return { invited: await this.members.commit(viewer, bytes, mapping, spaceIds) };
  }

  /** Before a byte of the file is read. */
  private async coordinator(request: FastifyRequest): Promise<Viewer> {
    // Who asks is known further up, where spaces are: looked up at the first request, not imported.
    const identities = this.modules.get<IdentitySource>(IDENTITY_SOURCE, { strict: false });
    const { viewer } = await identities.identify(request);
    const accountId = coordinatorOf(viewer);
    await this.limits.count(IMPORTS, `account:${accountId}`);
    return viewer;
  }
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  const multipart = request as FastifyRequest & { isMultipart?(): boolean; parts(options: object): AsyncIterable<Part> };
  if (multipart.isMultipart?.() !== true) throw AppError.badInput('file', 'required');
  let bytes: Uint8Array | null = null;
  const texts = new Map<string, string>();
  for await (const part of multipart.parts({ limits: { files: 1, fields: 5, fileSize: FILE_MAX_BYTES, fieldSize: 100_000 } })) {
    if (part.type === 'file' && part.toBuffer !== undefined) bytes = await part.toBuffer();
    else if (typeof part.value === 'string') texts.set(part.fieldname, part.value);
  }
  if (bytes === null || bytes.length === 0) throw AppError.badInput('file', 'required');
  return { bytes, mapping: mappingFrom(texts.get('mapping')), spaceIds: spaceIdsFrom(texts.get('spaceIds')) };
}

function parsed(text: string | undefined, field: string): unknown {
  if (text === undefined || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw AppError.badInput(field, 'badInput');
  }
}

function mappingFrom(text: string | undefined): Mapping | null {
  const value = parsed(text, 'mapping');
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value) || !Object.values(value).every((target) => typeof target === 'string')) {
    throw AppError.badInput('mapping', 'badInput');
  }
  return value as Mapping;
}

function spaceIdsFrom(text: string | undefined): readonly string[] {
  const value = parsed(text, 'spaceIds') ?? [];
  if (!Array.isArray(value) || value.length > 50 || !value.every((id) => typeof id === 'string' && isUuid(id))) throw AppError.badInput('spaceIds', 'badInput');
  return value;
}
