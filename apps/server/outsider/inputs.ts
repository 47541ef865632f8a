import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLArgument, type GraphQLInputField, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { rootOf, type RootKind } from './operations.js';

/** What the arguments of a field are made of: values by the argument's name. */
export type Dictionary = Readonly<Record<string, unknown>>;

/**
 * Arguments that get past the checks of their form: names the dictionary knows get its value, all others something
 * harmless of their type. What may be left out and is not in the dictionary is left out.
 */
export function argumentsFor(schema: GraphQLSchema, kind: RootKind, name: string, dictionary: Dictionary): Readonly<Record<string, unknown>> {
  const field = rootOf(schema, kind)?.getFields()[name];
  if (field === undefined) throw new Error(`no ${kind} ${name}`);
  return valuesOf(field.args, dictionary);
}

function valuesOf(inputs: readonly (GraphQLArgument | GraphQLInputField)[], dictionary: Dictionary): Readonly<Record<string, unknown>> {
  const wanted = inputs.filter((input) => input.name in dictionary || isInputObjectType(getNamedType(input.type)) || isNonNullType(input.type));
  return Object.fromEntries(wanted.map((input) => [input.name, input.name in dictionary ? dictionary[input.name] : (input.defaultValue ?? valueOf(input.type, dictionary))]));
}

function valueOf(type: GraphQLInputType, dictionary: Dictionary): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, dictionary);
  if (isListType(type)) return [valueOf(type.ofType, dictionary)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return valuesOf(Object.values(type.getFields()), dictionary);
  switch (type.name) {
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'DateTime':
      return new Date(Date.now() + 86_400_000).toISOString();
    default:
      return 'Ein Text';
  }
}
