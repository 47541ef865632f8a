import type { FactoryProvider } from '@nestjs/common';
import { Db } from '#platform/server';
import { OwnDataRegistry, type OwnDataContribution } from './own-data.registry.js';

/**
 * A provider of what a domain keeps of a person, list by list.
 * @param name the part's name in the file.
 * @param statements by the name of their list; `$1` is the account's id. Only what the person gave, wrote or did.
 */
export function ownLists(name: string, statements: Readonly<Record<string, string>>): FactoryProvider<OwnDataContribution> {
  return {
    provide: Symbol(`own data: ${name}`),
    inject: [OwnDataRegistry, Db],
    useFactory: (registry: OwnDataRegistry, db: Db): OwnDataContribution => {
      const contribution: OwnDataContribution = {
        name,
        of: async (accountId) => {
          const lists: [string, readonly object[]][] = [];
          // One after the other: a whole file shall not take the pool away from everybody else.
          for (const [list, sql] of Object.entries(statements)) lists.push([list, await db.query<object>(sql, [accountId])]);
          return Object.fromEntries(lists);
        },
      };
      registry.contribute(contribution);
      return contribution;
    },
  };
}
