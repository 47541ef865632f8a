/** A post as the choice shows it. */
export interface ChoosablePost {
  readonly id: string;
  readonly position: number | null;
  readonly html: string;
  readonly author: { readonly accountId: string; readonly name: string | null } | null;
}

/** What is gone, hidden or waits is nothing to be taken from. */
export const isChoosable = ({ isDeleted, isHidden, isHeld }: { readonly isDeleted: boolean; readonly isHidden: boolean; readonly isHeld: boolean }): boolean => !isDeleted && !isHidden && !isHeld;

/** What was chosen of a post. */
export interface Chosen {
  readonly post: ChoosablePost;
  /** Empty: all of it. */
  readonly part: string;
  /** Place in the template; empty: before all sections. */
  readonly section: string;
}

export type Choice = ReadonlyMap<string, Chosen>;

export function withPost(choice: Choice, post: ChoosablePost, isChosen: boolean): Choice {
  const next = new Map(choice);
  if (isChosen) next.set(post.id, { post, part: '', section: '' });
  else next.delete(post.id);
  return next;
}

export function withChange(choice: Choice, postId: string, change: Partial<Pick<Chosen, 'part' | 'section'>>): Choice {
  const chosen = choice.get(postId);
  return chosen === undefined ? choice : new Map(choice).set(postId, { ...chosen, ...change });
}

/** In the order of the discussion, whatever the order of choosing. */
export function inOrder(choice: Choice): readonly Chosen[] {
  return [...choice.values()].toSorted((left, right) => (left.post.position ?? 0) - (right.post.position ?? 0));
}

/** Who will be asked: everybody quoted but the viewer, each once. */
export function askedNames(choice: Choice, viewerId: string | null): readonly string[] {
  const authors = inOrder(choice).flatMap(({ post }) => (post.author === null || post.author.accountId === viewerId || post.author.name === null ? [] : [post.author]));
  return [...new Map(authors.map((author) => [author.accountId, author.name ?? ''])).values()];
}

/** Whether who asked the question is asked, too, without being quoted: for the name alone. */
export function isAskerBeside(choice: Choice, asker: { readonly accountId: string; readonly name: string | null } | null, viewerId: string | null): boolean {
  return asker !== null && asker.name !== null && asker.accountId !== viewerId && !inOrder(choice).some(({ post }) => post.author?.accountId === asker.accountId);
}
