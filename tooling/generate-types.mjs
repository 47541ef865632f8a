// Makes the web's GraphQL types from the committed schema: generated/introspection.d.ts (types for gql.tada) and
// generated/possible-types.json (which types a union or interface may be, for the cache). Run before type check and build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, introspectionFromSchema, isAbstractType } from 'graphql';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';

const root = new URL('../', import.meta.url);

export function generateTypes() {
  const schema = buildSchema(readFileSync(new URL('apps/server/schema.graphql', root), 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
  const possibleTypes = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && !type.name.startsWith('__')) possibleTypes[type.name] = schema.getPossibleTypes(type).map(({ name }) => name);
  }
  mkdirSync(new URL('generated/', root), { recursive: true });
  writeFileSync(new URL('generated/introspection.d.ts', root), types);
  writeFileSync(new URL('generated/possible-types.json', root), `${JSON.stringify(possibleTypes, null, 2)}\n`);
}

if (import.meta.main) generateTypes();
