import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isMember } from '#access/server';
import { CONFIG, networkOf, RateLimits, type Config, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceIdentity } from '#spaces/server';
import { FeedAddresses, type FeedRow } from './feed.addresses.js';
import { FeedDocuments, type FeedDocument } from './feed.document.js';

/** Every reader programme of a person may ask every two minutes, on several devices. */
const READS: Limit = { name: 'feeds.read', tries: 120, withinSeconds: 3600 };
/** Nobody guesses 256 bits; this keeps the trying cheap for us. */
const TRIES: Limit = { name: 'feeds.unknown', tries: 100, withinSeconds: 600 };

/**
 * What reader programmes fetch. They hold no session: the address names the account, and what that account may see is
 * looked up anew at each request. Whoever was suspended, declined or lost sight of the space gets the answer of an
 * address that never was.
 */
@Controller('/feed')
export class FeedController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(FeedAddresses) private readonly addresses: FeedAddresses,
    @Inject(FeedDocuments) private readonly documents: FeedDocuments,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
  ) {}

  @Get('/:token')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const feed = await this.addresses.byToken(token);
    // Before anything is loaded or written down: whoever holds an address must not keep the house busy with it.
    if (feed !== null) await this.limit(reply, READS, `feed:${feed.id}`);
    const document = feed === null ? null : await this.documentOf(feed, token);
    if (document === null) {
      await this.limit(reply, TRIES, `network:${networkOf(request.ip)}`);
      throw AppError.notFound();
    }
    const { xml, updatedAt } = document;
    const tag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('last-modified', updatedAt.toUTCString()).header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    if (isKnown(request, tag, updatedAt)) {
      await reply.status(304).send();
      return;
    }
    await reply.type('application/atom+xml; charset=utf-8').send(xml);
  }

  private async documentOf(feed: FeedRow, token: string): Promise<FeedDocument | null> {
    const viewer = await this.identity.viewerOf(feed.accountId);
    if (viewer === null || !isMember(viewer)) return null;
    const document = await this.documents.of(viewer, feed, `${this.config.publicUrl}/feed/${token}`);
    if (document !== null) await this.addresses.noteRead(feed);
    return document;
  }

  private async limit(reply: FastifyReply, limit: Limit, key: string): Promise<void> {
    try {
      await this.limits.count(limit, key);
    } catch (refused) {
      const seconds = refused instanceof AppError ? refused.details.params?.['retryAfterSeconds'] : undefined;
      if (seconds !== undefined) void reply.header('retry-after', String(seconds));
      throw refused;
    }
  }
}

/** RFC 9110: where a tag is sent along, the date does not count. */
function isKnown(request: FastifyRequest, tag: string, updatedAt: Date): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  if (tags !== undefined) return tags.split(',').some((known) => known.trim().replace(/^W\//, '').replace(/-(gzip|br)"$/, '"') === tag || known.trim() === '*');
  if (since === undefined) return false;
  const sinceMs = Date.parse(since);
  return !Number.isNaN(sinceMs) && Math.floor(updatedAt.getTime() / 1000) * 1000 <= sinceMs;
}
