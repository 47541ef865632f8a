import type { FactoryProvider, Type } from '@nestjs/common';
import { Db } from '#platform/server';
import { OwnDataRegistry, type OwnDataContribution } from './own-data.registry.js';

/** A statement with values of its own from `$2` on; `$1` is the account's id. */
export interface OwnStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Asked once for each file: what of it depends on what the person may see now. */
export interface OwnSight<Sight, Service extends object = object> {
  readonly from: Type<Service>;
  of(service: Service, accountId: string): Promise<Sight>;
}

/**
 * A provider of what a domain keeps of a person, list by list.
 * @param name the part's name in the file.
 * @param statements by the name of their list; `$1` is the account's id. Only what the person gave, wrote or did.
 */
export function ownLists(name: string, statements: Readonly<Record<string, string>>): FactoryProvider<OwnDataContribution>;
/**
 * As above, where some lists tell no more than the person sees now.
 * @param sight what these statements are made from; `asViewer` of the spaces.
 */
export function ownLists<Sight, Service extends object>(
  name: string,
  statements: Readonly<Record<string, string | ((sight: Sight) => OwnStatement)>>,
  sight: OwnSight<Sight, Service>,
): FactoryProvider<OwnDataContribution>;
export function ownLists<Sight, Service extends object>(
  name: string,
  statements: Readonly<Record<string, string | ((sight: Sight) => OwnStatement)>>,
  sight?: OwnSight<Sight, Service>,
): FactoryProvider<OwnDataContribution> {
  return {
    provide: Symbol(`own data: ${name}`),
    inject: [OwnDataRegistry, Db, ...(sight === undefined ? [] : [sight.from])],
    useFactory: (registry: OwnDataRegistry, db: Db, service?: Service): OwnDataContribution => {
      const contribution: OwnDataContribution = {
        name,
        of: async (accountId) => {
          const seen = sight === undefined || service === undefined ? undefined : await sight.of(service, accountId);
          const lists: [string, readonly object[]][] = [];
          // One after the other: a whole file shall not take the pool away from everybody else.
          for (const [list, statement] of Object.entries(statements)) {
            const { sql, parameters } = typeof statement === 'string' ? { sql: statement, parameters: [] } : statement(seen as Sight);
            lists.push([list, await db.query<object>(sql, [accountId, ...parameters])]);
          }
          return Object.fromEntries(lists);
        },
      };
      registry.contribute(contribution);
      return contribution;
    },
  };
}
