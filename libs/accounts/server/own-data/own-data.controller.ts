import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CLOCK, IDENTITY_SOURCE, RateLimits, type Clock, type IdentitySource } from '#platform/server';
import { accountOf } from '../account/account.policy.js';
import { OwnDataRegistry, type OwnDataPart } from './own-data.registry.js';

const DOWNLOADS = { name: 'accounts.ownData', tries: 10, withinSeconds: 3600 } as const;

/** Everything the product keeps of whoever asks, as one JSON file. Also for those who wait, were declined or are gone from all spaces. */
@Controller('api/accounts/own-data')
export class OwnDataController {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(OwnDataRegistry) private readonly ownData: OwnDataRegistry,
  ) {}

  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="meine-daten.json"')
  @Header('cache-control', 'no-store')
  async download(@Req() request: FastifyRequest): Promise<OwnDataPart> {
    // Who asks is known further up, where spaces are: looked up at the first request, not imported.
    const identities = this.modules.get<IdentitySource>(IDENTITY_SOURCE, { strict: false });
    const { viewer } = await identities.identify(request);
    const accountId = accountOf(viewer);
    await this.limits.count(DOWNLOADS, `account:${accountId}`);
    return { madeAt: this.clock.now().toISOString(), ...(await this.ownData.of(accountId)) };
  }
}
