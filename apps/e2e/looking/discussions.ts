import type { Person } from '../running/person.js';

/** Discussions of the demo that show something of their own, by the beginning of their titles. */
const TITLES = {
  open: 'Kann eine Gemeinde mitmachen',
  poll: 'Womit schreibt ihr eure Energieberichte',
  solved: 'Wärmepumpe an der Grundschule',
  closed: 'Kämmerei will den Eigenanteil streichen',
} as const;

interface Answer {
  readonly data: { readonly discussions: { readonly nodes: readonly { readonly id: string; readonly slug: string; readonly title: string }[] } };
}

/** What stands for the names of discussions in addresses; those this person does not see are absent. */
export async function discussionsOf(person: Person): Promise<Readonly<Record<string, string | undefined>>> {
  const { data } = (await person.ask('{ discussions(first: 50) { nodes { id slug title } } }')) as Answer;
  const found = (beginning: string) => data.discussions.nodes.find(({ title }) => title.startsWith(beginning));
  const slugs = Object.entries(TITLES).map(([name, beginning]) => [name, found(beginning)?.slug] as const);
  return { ...Object.fromEntries(slugs), openId: found(TITLES.open)?.id };
}
