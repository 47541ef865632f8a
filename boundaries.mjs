/**
 * The one table of who may know whom. Imports point down the rings; siblings of one ring do not know each other,
 * except by a line below with its reason. Sides never mix: server and web of a domain meet in `schema.graphql` alone.
 * Checked by `npm run lint`; tooling/boundaries.spec.ts plants violations and expects them to be caught.
 */

/** From the ground up. A library may import from lower rings. */
export const rings = [
  { name: 'platform', libraries: ['platform', 'access', 'text', 'ui'] },
  { name: 'people', libraries: ['accounts', 'spaces'] },
  { name: 'hubs', libraries: ['search', 'topics', 'notifications', 'moderation', 'bookmarks', 'feeds', 'threads'] },
  { name: 'content', libraries: ['tips', 'discussions', 'harvest', 'administration'] },
];

/** Allowed between siblings of a ring. */
export const siblings = [
  { from: 'spaces', to: 'accounts', because: 'members of a space are accounts; accounts know nothing of spaces' },
  { from: 'platform/server', to: 'access/server', because: 'the viewer is part of every request' },
  { from: 'access/server', to: 'platform/shared', because: 'refusals are told in the one error model' },
  { from: 'text', to: 'platform/shared', because: 'refusals and texts have one form' },
  { from: 'text/web', to: 'ui/web', because: 'the editor is made of the design system' },
  { from: 'text/web', to: 'platform/web', because: 'the editor speaks both languages' },
  { from: 'threads', to: 'notifications', because: 'who follows, was named or quoted is told of posts, whatever these hang under' },
  { from: 'threads', to: 'moderation', because: 'posts are reported, held and hidden, whatever they hang under' },
  { from: 'threads', to: 'search', because: 'posts are found, whatever they hang under' },
  { from: 'threads', to: 'bookmarks', because: 'single posts are kept for later' },
  { from: 'moderation', to: 'notifications', because: 'authors, reporters and moderators are told of decisions' },
  { from: 'bookmarks', to: 'notifications', because: 'a reminder is a notice' },
  { from: 'feeds', to: 'notifications', because: 'what may leave a space by mail is what may leave it by a feed' },
  { from: 'topics', to: 'notifications', because: 'topics are followed' },
  { from: 'topics', to: 'search', because: 'synonyms of the vocabulary lead to their topic in search' },
  { from: 'harvest', to: 'tips', because: 'a tip is made of a discussion; neither of the two knows of the other' },
  { from: 'harvest', to: 'discussions', because: 'a tip is made of a discussion; neither of the two knows of the other' },
  { from: 'ui/web', to: 'platform', because: 'components format dates and texts as the reader set them' },
];

/** What a side may import besides itself. */
export const sides = {
  server: ['server', 'shared'],
  web: ['web', 'shared'],
  shared: ['shared'],
};

const ringOf = (library) => rings.findIndex((ring) => ring.libraries.includes(library));
const libraries = rings.flatMap((ring) => ring.libraries);
const matches = (pattern, library, side) => pattern === library || pattern === `${library}/${side}`;

function mayImport(from, fromSide, to, toSide) {
  if (!sides[fromSide].includes(toSide)) return false;
  if (from === to || ringOf(to) < ringOf(from)) return true;
  return siblings.some((line) => matches(line.from, from, fromSide) && matches(line.to, to, toSide));
}

/** The table as rules of dependency-cruiser: one per library and side, naming what it must not reach. */
export function forbidden() {
  const places = libraries.flatMap((library) => Object.keys(sides).map((side) => ({ library, side })));
  const perPlace = places.map(({ library, side }) => {
    const closed = places.filter((other) => !mayImport(library, side, other.library, other.side));
    return {
      name: `boundary-${library}-${side}`,
      severity: 'error',
      // Specs may compose the application they try, upwards too; they still keep to their side.
      from: { path: `^libs/${library}/${side}/`, pathNot: '\\.spec\\.tsx?$' },
      to: { path: closed.map((other) => `^libs/${other.library}/${other.side}/`).concat('^apps/') },
    };
  });
  return [
    ...perPlace,
    {
      name: 'specs-keep-to-their-side',
      severity: 'error',
      from: { path: '^libs/[^/]+/(server|shared)/.*\\.spec\\.tsx?$' },
      to: { path: '^(libs/[^/]+/web/|apps/)' },
    },
    {
      name: 'only-through-the-index',
      comment: 'another library is known by its index alone; `testing` is for specs and builders',
      severity: 'error',
      from: { path: '^(libs/[^/]+/[^/]+)/' },
      to: { path: '^libs/[^/]+/[^/]+/', pathNot: ['^$1/', '^libs/[^/]+/[^/]+/index\\.ts$', '/testing/', '\\.testing\\.ts$', '\\.json$'] },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['\\.spec\\.tsx?$', '\\.testing\\.ts$', '/testing/', '^apps/(e2e|bench)/'] },
      to: { path: ['/testing/', '\\.testing\\.ts$'], pathNot: '\\.cjs$' },
    },
    { name: 'web-app-knows-no-server', severity: 'error', from: { path: '^apps/web/' }, to: { path: ['^libs/[^/]+/server/', '^apps/server/'] } },
    { name: 'server-app-knows-no-web', severity: 'error', from: { path: '^apps/server/' }, to: { path: ['^libs/[^/]+/web/', '^apps/web/'] } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: 'node_modules' } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$|^generated/' } },
  ];
}
