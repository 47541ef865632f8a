interface Nodes {
  readonly nodes: readonly unknown[];
}

/**
 * How a list goes on with its next page: `fetchMore({ variables, updateQuery: furtherNodes('people') })`. What else the query asks
 * for is as new as that page.
 * @param field the root field that is the list, a connection with `nodes`.
 */
export function furtherNodes<Field extends string>(field: Field) {
  return <Data extends Readonly<Record<Field, Nodes>>>(before: Data, { fetchMoreResult: next }: { readonly fetchMoreResult: Data }): Data => ({
    ...next,
    [field]: { ...next[field], nodes: [...before[field].nodes, ...next[field].nodes] },
  });
}
