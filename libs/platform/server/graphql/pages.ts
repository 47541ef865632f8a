import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow, ValidateBy } from 'class-validator';
import { AppError } from '#platform/shared';
import { encodeReason } from './input-fields.js';

/** No page is larger, whoever asks. */
export const MAX_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: `How many things at most, 1 to ${MAX_PAGE}.`, defaultValue: 20 })
  @ValidateBy({
    name: 'first',
    validator: {
      validate: (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_PAGE,
      defaultMessage: () => encodeReason('outOfRange', { from: 1, to: MAX_PAGE }),
    },
  })
  readonly first: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before; absent for the first page.' })
  // Checked by decodeCursor, which knows the list; without a decorator the whitelist would drop it.
  @Allow()
  readonly after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether a further page follows.' })
  readonly hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on an empty page.' })
  readonly endCursor: string | null;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
}

/** The two GraphQL classes of a Relay connection: `class TipConnection extends connectionOf(Tip, 'Tip') {}`. */
export function connectionOf<Node extends object>(node: Type<Node>, name: string): Type<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  class Edge {
    @Field(() => node, { description: `The ${name} at this place of the list.` })
    readonly node: Node;

    @Field(() => String, { description: 'Opaque place in the list, usable as `after`.' })
    readonly cursor: string;
  }

  @ObjectType({ isAbstract: true })
  abstract class Connection {
    @Field(() => [node], { description: 'The things of this page in order.' })
    readonly nodes: readonly Node[];

    @Field(() => [Edge], { description: 'The things of this page with their places.' })
    readonly edges: readonly Edge[];

    @Field(() => PageInfo, { description: 'Whether the list goes on and from where.' })
    readonly pageInfo: PageInfo;
  }
  return Connection as unknown as Type<Page<Node>>;
}

/** The sort keys of a row, in the order of the list's `order by`. */
export type CursorKeys = readonly (string | number)[];

export function encodeCursor(keys: CursorKeys): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * @param length how many keys the list sorts by.
 * @throws {AppError} BAD_USER_INPUT for anything that this list did not hand out.
 */
export function decodeCursor(cursor: string | null | undefined, length: number): CursorKeys | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string' || typeof key === 'number')) return keys;
  } catch {
    // Told below like every other wrong cursor.
  }
  throw AppError.badInput('after', 'badCursor');
}

/**
 * Cuts a page out of rows that were read with `limit first + 1`.
 * @param keysOf the sort keys of a row, for its cursor.
 */
export function pageOf<Node>(rows: readonly Node[], first: number, keysOf: (node: Node) => CursorKeys): Page<Node> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const pageInfo = { hasNextPage: rows.length > first, endCursor: last === undefined ? null : encodeCursor(keysOf(last)) };
  return {
    nodes,
    pageInfo,
    // Seldom asked for.
    get edges() {
      return nodes.map((node) => ({ node, cursor: encodeCursor(keysOf(node)) }));
    },
  };
}
