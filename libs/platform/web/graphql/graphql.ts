import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../../../generated/introspection.js';

/**
 * Typed GraphQL documents: `graphql('query Tips { … }', [TipRowFragment])`. The types come from `apps/server/schema.graphql`
 * by `tooling/generate-types.mjs`. Fragments are masked: a component reads its own with `readFragment` and nobody else's.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; ID: string; Date: string; JSON: unknown };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
