import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';

const root = path.join(__dirname, '../..');
const schema: GraphQLSchema = buildSchema(readFileSync(path.join(__dirname, 'schema.graphql'), 'utf8'));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !/^(ID|Int|Float|String|Boolean|DateTime)$/.test(type.name));
const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name, schema.getSubscriptionType()?.name]);

interface Described {
  /** As a client's author would look it up: `Tip.title`, `Query.tip(slug)`. */
  readonly place: string;
  readonly words: string;
}

const described = (place: string, words: string | null | undefined): Described => ({ place, words: words ?? '' });

const everything: readonly Described[] = types.flatMap((type) => [
  ...(roots.has(type.name) ? [] : [described(type.name, type.description)]),
  ...(isEnumType(type) ? type.getValues().map((value) => described(`${type.name}.${value.name}`, value.description)) : []),
  ...(isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()).map((field) => described(`${type.name}.${field.name}`, field.description)) : []),
  ...(isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => field.args.map((argument) => described(`${type.name}.${field.name}(${argument.name})`, argument.description)))
    : []),
]);

/** "The tip." for `tipId` says nothing that the name does not. */
const SHORTEST = 20;
const FILLING = new Set('a an the its their of is are and or to by in on at for this that it has was be as which what who when one'.split(' '));

const wordsOf = (text: string): readonly string[] => text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

function isBare({ place, words }: Described): boolean {
  const known = new Set(wordsOf(place).flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]));
  // "Id of the tip" says that it is one.
  known.delete('id');
  return words.length < SHORTEST || wordsOf(words).every((word) => FILLING.has(word) || known.has(word));
}

/** A client's author works from the schema alone. */
describe('the schema', () => {
  it('describes everything in it with more than its name', () => {
    expect(everything.length).toBeGreaterThan(1000);
    expect(everything.filter(isBare)).toEqual([]);
  });

  it('would notice descriptions that say nothing', () => {
    expect([described('TipInput.tipId', 'The tip.'), described('Topic.name', 'The name of the topic.'), described('Tip.slug', null)].every(isBare)).toBe(true);
  });

  it('names how each mutation refuses', () => {
    const refusal = /\b(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|CONFLICT|RATE_LIMITED)\b|`[a-z]+\.[a-zA-Z]+`|never refused/;
    expect(everything.filter(({ place, words }) => /^Mutation\.\w+$/.test(place) && !refusal.test(words)).map(({ place }) => place)).toEqual([]);
  });

  it('names only reasons that there are', () => {
    const reasons = new Set([...readFileSync(path.join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]));
    const areas = new Set([...reasons].flatMap((reason) => (reason?.includes('.') === true ? [reason.split('.')[0]] : [])));
    const unknown = everything.flatMap(({ place, words }) =>
      [...words.matchAll(/`(([a-z][A-Za-z]*)\.[A-Za-z]+)`/g)].flatMap(([, name, area]) => (areas.has(area) && !reasons.has(name) ? [`${place}: ${name}`] : [])),
    );
    expect(unknown).toEqual([]);
  });
});
