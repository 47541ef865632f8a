import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import { CONFIG, type Config } from '../config/config.js';
import { RateLimits, type Limit } from './rate-limits.js';

/** The name under which changes are counted. */
export const WRITING = 'platform.writing';

/** For `@Extensions` of a mutation by which people defend their account: whoever misuses it must not be able to spend the tries. */
export const NEVER_LIMITED = { isNeverLimited: true } as const;

/**
 * Every mutation of an account counts, aliases one by one, before anything is looked at: none can be forgotten. Acts that
 * reach other people, and all that guests can do, have tighter limits of their own where they are done.
 */
@Injectable()
export class WritingLimits implements OnApplicationBootstrap {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) this.limit(field);
  }

  private limit(field: GraphQLField<unknown, GraphqlContext>): void {
    const { resolve } = field;
    if (resolve === undefined) throw new Error(`mutation ${field.name} has no resolver`);
    if (field.extensions['isNeverLimited'] === true) return;
    // Wide enough for whoever brings a whole archive along by the API, too narrow for what would fill the disk overnight. Counted
    // in this process alone: a commit of its own before every change costs more than a brake that is so wide gains by it.
    const writing: Limit = { name: WRITING, tries: this.config.writesPerMinute, withinSeconds: 60 };
    field.resolve = async (source, args, context, info): Promise<unknown> => {
      const { accountId } = context.viewer;
      if (accountId !== null) await this.limits.countHere(writing, `account:${accountId}`);
      return resolve(source, args, context, info);
    };
  }
}
