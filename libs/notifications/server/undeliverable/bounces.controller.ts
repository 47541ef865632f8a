import { createHash, timingSafeEqual } from 'node:crypto';
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/server';
import { AppError } from '#platform/shared';
import { Bounces } from './bounces.js';

/** Where the operator's mail server hands in what comes to the return addresses; see docs/notifications.md. */
@Controller('api/mail')
export class BouncesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Bounces) private readonly bounces: Bounces,
  ) {}

  /** Mail that is no report is answered in the same way: the server that handed it in has nothing to repeat. */
  @Post('bounces')
  @HttpCode(200)
  async take(@Headers('authorization') authorization: string | undefined, @Body() raw: unknown): Promise<{ readonly counted: boolean }> {
    const { bounces } = this.config;
    if (bounces === null) throw AppError.notFound();
    if (!isSame(authorization ?? '', `Bearer ${bounces.secret}`)) throw AppError.unauthenticated();
    if (typeof raw !== 'string') throw AppError.badInput('body', 'required');
    return { counted: await this.bounces.take(raw) };
  }
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
