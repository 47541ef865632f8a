import { Controller, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ANY_ORIGIN, networkOf, RateLimits } from '#platform/server';
import { AppError } from '#platform/shared';
import { Preferences } from '../preference/preferences.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** Wide enough for a mail provider that does it for all of its users. */
const ENDINGS = { name: 'notifications.unsubscribe', tries: 600, withinSeconds: 3600 } as const;

/**
 * One click in a mail program (RFC 8058): a POST without login and cookie ends this kind of mail. The same address by
 * GET is a page of the web, which changes nothing until somebody presses its button: scanners open every link.
 */
@Controller('abmelden-von')
export class UnsubscribeController {
  constructor(
    @Inject(UnsubscribeLinks) private readonly links: UnsubscribeLinks,
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /** Mail programs that show pages of their own name an origin, or `null`. The token says it all: no cookie is looked at. */
  @Post(':token')
  @RouteConfig(ANY_ORIGIN)
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async end(@Param('token') token: string, @Req() request: FastifyRequest): Promise<string> {
    await this.limits.count(ENDINGS, `network:${networkOf(request.ip)}`);
    const asked = this.links.read(token);
    if (asked === null) throw AppError.notFound();
    await this.preferences.endMail(asked.accountId, asked.scopes);
    return 'OK';
  }
}
