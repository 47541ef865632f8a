import { Kind, visit, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';

const asked = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/**
 * The names of all fields that the running operation mentions anywhere, fragments included. Says what may be left
 * unread, never what may be shown: a name can stand at another place than the one in question.
 */
export function askedFields({ operation, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const known = asked.get(operation);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] } as const;
  visit(document, { Field: (field) => void names.add(field.name.value) });
  // Documents are kept and parsed once, so this is looked at once per text of a query.
  asked.set(operation, names);
  return names;
}
