import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';

/** A post as the server would give it. */
export function aPost(position: number, part: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    __typename: 'Post', id: `p${position}`, threadId: 't1', position, createdAt: '2026-11-01T08:00:00Z', editedAt: null, revisionNumber: 1, html: `<p>Text ${position}</p>`,
    isOpening: position === 1, isDeleted: false, deletedAt: null, isHeld: false, heldReasons: [], isHidden: false, hiddenReason: null, viewerIsAuthor: false,
    viewerCanEdit: false, viewerCanDelete: false, viewerCanRestore: false, viewerCanReact: true, viewerCanReport: true,
    author: { __typename: 'PostAuthor', accountId: `a${position % 3}`, name: `Person ${position % 3}` }, replyTo: null, quotes: [], quotedBy: [], reactions: [], ...part,
  };
}

type Variables = Readonly<Record<string, unknown>>;

/** What one operation answers; a thrown error is the network's or, with `extensions`, the server's. */
export type Answer = (variables: Variables) => unknown;

/** A server of a thread with so many posts, and what it was asked. */
export class FakeThreads {
  readonly asked: { readonly name: string; readonly variables: Readonly<Record<string, unknown>> }[] = [];
  readonly posts: Record<string, unknown>[];
  readonly answers: Record<string, Answer> = {};
  isOffline = false;
  /** Where the last ones have gone; the number of posts unless told. */
  lastPosition?: number;
  /** What went from a place to another thread. */
  readonly moved = new Map<number, Record<string, unknown>>();
  standing: Record<string, unknown> = {};
  measures: readonly Record<string, unknown>[] = [];

  constructor(length: number) {
    this.posts = Array.from({ length }, (_, index) => aPost(index + 1));
  }

  get client(): ApolloClient {
    const link = new ApolloLink(
      (operation) =>
        new Observable((observer) => {
          const name = operation.operationName ?? '';
          this.asked.push({ name, variables: operation.variables });
          // An answer never comes within the same moment.
          void Promise.resolve().then(() => {
            if (this.isOffline) return observer.error(new TypeError('Failed to fetch'));
            try {
              observer.next({ data: this.answer(name, operation.variables) as Record<string, unknown> });
              observer.complete();
            } catch (error) {
              const { extensions } = error as { readonly extensions?: Record<string, unknown> };
              if (extensions === undefined) return observer.error(error);
              observer.next({ errors: [{ message: 'refused', extensions }] });
              observer.complete();
            }
            return undefined;
          });
        }),
    );
    return new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } } });
  }

  times(name: string): number {
    return this.asked.filter((asked) => asked.name === name).length;
  }

  thread(): Record<string, unknown> {
    const last = this.posts.length;
    return {
      __typename: 'Thread', id: 't1', lastReadPosition: 0, firstUnreadPosition: null, unreadCount: 0, marks: [{ __typename: 'ThreadMark', position: 1, at: '2026-11-01T08:00:00Z' }],
      draft: null, heldPosts: [], postCount: last, lastPosition: last, isClosed: false, slowModeSeconds: 0, viewerCanReply: true, replyRefusal: null, mayReplyAt: null, ...this.standing,
    };
  }

  movedFrom(first: number, last: number): Record<string, unknown> | null {
    return [...this.moved].find(([position]) => position >= first && position <= last)?.[1] ?? null;
  }

  write(input: { readonly id: string; readonly body: string }): Record<string, unknown> {
    const known = this.posts.find(({ id }) => id === input.id);
    const post = known ?? aPost(this.posts.length + 1, { id: input.id, html: `<p>${input.body}</p>`, viewerIsAuthor: true });
    if (known === undefined) this.posts.push(post);
    return { ...post, thread: this.thread() };
  }

  /** What this server says to an operation. @throws what it refuses with. */
  answer(name: string, variables: Variables): unknown {
    const own = this.answers[name];
    if (own !== undefined) return own(variables);
    const { id, from, before, some, few, direction, input, threadId } = variables;
    switch (name) {
      case 'ThreadUnderTest':
      case 'ThreadNews':
        return { thread: this.thread() };
      case 'ThreadAround':
        return { thread: { __typename: 'Thread', id, lastPosition: this.lastPosition ?? this.posts.length, later: this.window(Number(from), Number(some), 'forward'), earlier: this.window(Number(before), Number(few), 'backward') } };
      case 'ThreadStretch':
        return { thread: { __typename: 'Thread', id, lastPosition: this.lastPosition ?? this.posts.length, posts: this.window(Number(from), Number(some), String(direction)) } };
      case 'MovedPost':
        return { thread: { __typename: 'Thread', id, movedPost: this.movedFrom(Number(variables['position']), Number(variables['to'] ?? variables['position'])) } };
      case 'ReadThread':
        return { readThread: { __typename: 'Thread', id: 't1', lastReadPosition: 1, unreadCount: 0, firstUnreadPosition: null } };
      case 'WritePost':
        return { writePost: this.write(input as { readonly id: string; readonly body: string }) };
      case 'SavePostDraft':
        return { savePostDraft: { __typename: 'PostDraft', threadId, replyToId: null, body: (input as { readonly body: string }).body, version: (input as { readonly version: number }).version + 1, savedAt: '2026-11-22T10:00:00Z' } };
      case 'DiscardPostDraft':
        return { discardPostDraft: true };
      case 'MeasuresInThread':
        return { thread: { __typename: 'Thread', id: 't1', viewerMeasures: this.measures } };
      case 'Mentionable':
        return { mentionable: [] };
      default:
        throw new Error(`nobody answers ${name}`);
    }
  }

  private window(from: number, first: number, direction: string): Record<string, unknown> {
    const places = this.posts.map(({ position }) => Number(position)).filter((position) => (direction === 'forward' ? position >= from : position <= from));
    const taken = direction === 'forward' ? places.slice(0, first) : places.slice(-first);
    const nodes = this.posts.filter(({ position }) => taken.includes(Number(position)));
    const [low, high] = [taken[0], taken.at(-1)];
    return {
      __typename: 'PostWindow', nodes,
      hasEarlier: low === undefined ? direction === 'forward' : low > 1,
      hasLater: high === undefined ? direction === 'backward' && this.posts.length > 0 : high < this.posts.length,
    };
  }
}
