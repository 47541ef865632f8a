import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import { RateLimits, type Limit } from './rate-limits.js';

/**
 * One change a second for ten minutes: an editor that saves every few seconds in several tabs stays far below, a script
 * that fills the database does not.
 */
export const WRITING: Limit = { name: 'platform.writing', tries: 600, withinSeconds: 600 };

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
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) this.limit(field);
  }

  private limit(field: GraphQLField<unknown, GraphqlContext>): void {
    const { resolve } = field;
    if (resolve === undefined) throw new Error(`mutation ${field.name} has no resolver`);
    if (field.extensions['isNeverLimited'] === true) return;
    field.resolve = async (source, args, context, info): Promise<unknown> => {
      const { accountId } = context.viewer;
      if (accountId !== null) await this.limits.count(WRITING, `account:${accountId}`);
      return resolve(source, args, context, info);
    };
  }
}
