/** Writes generated/introspection.d.ts and generated/possible-types.json from the committed schema. */
export function generateTypes(): void;
