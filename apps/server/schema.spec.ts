import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';

const schema: GraphQLSchema = buildSchema(readFileSync(path.join(__dirname, 'schema.graphql'), 'utf8'));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !/^(ID|Int|Float|String|Boolean|DateTime)$/.test(type.name));
const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);

/** A client's author works from the schema alone: one sentence for everything in it. */
describe('the schema describes', () => {
  it('every type', () => {
    expect(types.filter((type) => !roots.has(type.name) && !type.description).map((type) => type.name)).toEqual([]);
  });

  it('every field', () => {
    const bare = types.flatMap((type) =>
      isObjectType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).filter((field) => !field.description).map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(bare).toEqual([]);
  });

  it('every argument', () => {
    const bare = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => field.args.filter((argument) => !argument.description).map((argument) => `${type.name}.${field.name}(${argument.name})`)),
    );
    expect(bare).toEqual([]);
  });

  it('every value of an enum', () => {
    const bare = types.filter(isEnumType).flatMap((type) => type.getValues().filter((value) => !value.description).map((value) => `${type.name}.${value.name}`));
    expect(bare).toEqual([]);
  });
});
