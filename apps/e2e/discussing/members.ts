import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, MEMBERS } from '../running/demo.js';
import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';

/** On a busy machine; what has not come then does not come. */
const WAIT_MS = 15_000;

export type Member = keyof typeof MEMBERS;

/** A member who is signed in, at a page if one is given. */
export async function memberAt(scene: Scene, member: Member, path?: string): Promise<Person & { readonly accountId: string }> {
  const person = await scene.somebody();
  person.page.setDefaultTimeout(WAIT_MS);
  const accountId = await person.signInQuickly(MEMBERS[member], DEMO_PASSWORD);
  if (path !== undefined) await person.openWhole(path);
  return Object.assign(person, { accountId });
}

/** Writes into one of the editors. */
export async function write({ page }: Person, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click();
  await page.keyboard.type(text);
}

/** Opens the field below a thread and writes into it. */
export async function beginReply(person: Person, text: string): Promise<void> {
  await person.page.getByRole('button', { name: /^(Antwort schreiben|Entwurf weiterschreiben)$/ }).click();
  await write(person, 'Text der Antwort', text);
}

export const sendReply = async ({ page }: Person): Promise<void> => page.getByRole('region', { name: /^(Ihre|Deine) Antwort/ }).getByRole('button', { name: 'Antworten', exact: true }).click();

/** A post as it stands on the page, by words in it. */
export const postWith = ({ page }: Person, words: string) => page.getByRole('article').filter({ hasText: words });

interface Begun {
  readonly id: string;
  readonly slug: string;
}

/** Opens a discussion without the page for it: for what begins behind it. */
export async function openDiscussion(person: Person, space: string, title: string, body: string): Promise<Begun> {
  const { data: found } = (await person.ask('query ($space: String!) { space(slug: $space) { id } }', { space })) as { data: { space: { id: string } } };
  const { data } = (await person.ask('mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id slug } }', {
    input: { id: randomUUID(), spaceId: found.space.id, kind: 'question', title, body, topicIds: [] },
  })) as { data: { openDiscussion: Begun } };
  return data.openDiscussion;
}

/** Replies without the page for it; gives the post's position. */
export async function replyTo(person: Person, threadId: string, body: string): Promise<number> {
  const { data } = (await person.ask('mutation ($input: WritePostInput!) { writePost(input: $input) { position } }', {
    input: { id: randomUUID(), threadId, body },
  })) as { data: { writePost: { position: number } } };
  return data.writePost.position;
}

/** How many notices the bell counts. */
export async function unreadOf({ page }: Person): Promise<number> {
  const words = await page.getByRole('button', { name: /^Hinweise/ }).getByText(/ungelesen/).textContent();
  return Number(/\d+/.exec(words ?? '')?.[0] ?? 0);
}
