import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Values for arguments that a nested field cannot do without, by `Type.field`. */
export type NestedArguments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type RootKind = 'query' | 'mutation' | 'subscription';

/** How deep answers are asked for: far enough for a thing, its space, and who belongs to it. */
const DEPTH = { query: 4, mutation: 2, subscription: 2 } as const;

export function rootOf(schema: GraphQLSchema, kind: RootKind): GraphQLObjectType | null | undefined {
  switch (kind) {
    case 'query':
      return schema.getQueryType();
    case 'mutation':
      return schema.getMutationType();
    case 'subscription':
      return schema.getSubscriptionType();
  }
}

/**
 * Everything that a root field can answer, as operations small enough for the limits: one with the leaves of its type,
 * one for each thing that hangs on it. A field that is added to a type is asked for without anybody thinking of it.
 */
export function wholeOperations(schema: GraphQLSchema, kind: RootKind, name: string, nested: NestedArguments): readonly string[] {
  const field = rootOf(schema, kind)?.getFields()[name];
  if (field === undefined) throw new Error(`no ${kind} ${name}`);
  const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const head = `${kind} ${variables === '' ? '' : `(${variables})`} { ${name}${passed === '' ? '' : `(${passed})`}`;
  const type = getNamedType(field.type);
  if (kind !== 'query' || !isObjectType(type)) return [`${head} ${selectionOf(schema, type, DEPTH[kind], nested, [])} }`];
  const children = Object.values(type.getFields());
  const leaves = children.filter((child) => isLeafType(getNamedType(child.type)));
  const parts = [leaves, ...children.filter((child) => !leaves.includes(child)).map((child) => [child])];
  return parts
    .map((part) => part.flatMap((child) => fieldSelection(schema, type, child, DEPTH.query, nested, [])).join(' '))
    .filter((selection) => selection !== '')
    .map((selection) => `${head} { ${selection} } }`);
}

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, nested: NestedArguments, above: readonly string[]): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((possible) => `... on ${possible.name} ${selectionOf(schema, possible, depth, nested, above)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const parts = Object.values(type.getFields()).flatMap((field) => fieldSelection(schema, type, field, depth, nested, above));
  return `{ __typename ${parts.join(' ')} }`;
}

function fieldSelection(
  schema: GraphQLSchema,
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  nested: NestedArguments,
  above: readonly string[],
): readonly string[] {
  const type = getNamedType(field.type);
  const passed = argumentsText(owner, field, nested);
  if (passed === null) return [];
  // One type may come round once more (a space of a tip of a space), not for ever.
  const rounds = above.filter((name) => name === type.name).length;
  if (!isLeafType(type) && (depth === 0 || rounds > 0)) return [];
  const selection = selectionOf(schema, type, depth - 1, nested, [...above, owner.name]);
  return [`${field.name}${passed} ${selection}`];
}

/** Null where a required argument has no value: then the walk cannot go there and says so in {@link unreachableFields}. */
function argumentsText(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, nested: NestedArguments): string | null {
  const given = nested[`${owner.name}.${field.name}`] ?? {};
  const missing = field.args.some((argument) => isRequired(argument) && !(argument.name in given));
  if (missing) return null;
  const parts = Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function isRequired(argument: GraphQLArgument): boolean {
  return isNonNullType(argument.type) && argument.defaultValue === undefined;
}

/** Nested fields that need an argument nobody named: each must get a row. */
export function unreachableFields(schema: GraphQLSchema, nested: NestedArguments): readonly string[] {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name, schema.getSubscriptionType()?.name]);
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !roots.has(type.name))
    .flatMap((type) => Object.values(type.getFields()).filter((field) => argumentsText(type, field, nested) === null).map((field) => `${type.name}.${field.name}`));
}

/** Every root field by name. */
export function rootFields(schema: GraphQLSchema): readonly { readonly kind: RootKind; readonly name: string }[] {
  const kinds: readonly RootKind[] = ['query', 'mutation', 'subscription'];
  return kinds.flatMap((kind) => Object.keys(rootOf(schema, kind)?.getFields() ?? {}).map((name) => ({ kind, name })));
}
