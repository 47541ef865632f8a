import { uuidv7 } from '#platform/shared';
import { fillWithPosts, LIVELY_THREADS, LONG_THREAD, QUIET_THREADS, takeBackReplies } from './generated-posts.js';
import type { Collection, Scenario, Who } from './scenario.js';

const THREAD_PAGE = `query ThreadPage($slug: String!, $from: Int!) { discussion(slug: $slug) {
  id slug title kind state replyCount lastPosition createdAt solvedAt closedAt author { accountId name } space { id slug name } topics { id slug name }
  thread { id postCount lastPosition lastReadPosition unreadCount firstUnreadPosition viewerCanReply
    posts(from: $from, first: 20) { from to hasEarlier hasLater
      nodes { id position createdAt editedAt revisionNumber html isDeleted isHidden author { accountId name } replyTo { id position author { accountId name } }
        reactions { kind count viewerReacted } quotes { id position } quotedBy { id position } viewerIsAuthor viewerCanEdit viewerCanReact } } } } }`;
const ROW = 'id slug title kind excerpt replyCount lastPosition lastActivityAt createdAt solvedAt author { accountId name } topics { id slug name }';
const LIST = `query DiscussionList($space: String!) { discussions(space: $space, first: 30) { nodes { ${ROW} isUnread lastReadPosition } pageInfo { hasNextPage endCursor } } }`;
const UNREAD = `query Unread { discussions(filter: unread, first: 30) { nodes { ${ROW} isUnread lastReadPosition space { id slug name } } pageInfo { hasNextPage endCursor } } }`;
const CATCH_UP = `query CatchUp { catchUp { spaceId space { id slug name } count discussions { ${ROW} isUnread lastReadPosition } } }`;
const REPLY = `mutation Reply($input: WritePostInput!) { writePost(input: $input) { id position createdAt html author { accountId name } } }`;

const both: readonly Who[] = ['guest', 'signed in'];
const inside: readonly Who[] = ['signed in'];

const answer = 'Wir haben das im letzten Jahr mit **zwei Nachbargemeinden** gemacht. Der Antrag war in drei Wochen fertig; am längsten hat die Abstimmung mit dem Bauamt gedauert.\n\n- erst anrufen\n- dann schreiben';

/** One after the other. */
function repliesTo(threads: readonly { readonly id: string }[]): () => object {
  let replies = 0;
  return () => {
    replies += 1;
    return { id: uuidv7(), threadId: threads[replies % threads.length]?.id, body: answer };
  };
}

function replying(name: string, threads: readonly { readonly id: string }[]): Scenario {
  const reply = repliesTo(threads);
  return { name, who: inside, query: REPLY, variables: () => ({ input: reply() }), floor: { path: '/reply', body: reply }, has: 'position', byManyPeople: true };
}

function scenariosFor(): readonly Scenario[] {
  const page = (name: string, from: number): Scenario => ({
    name, who: both, query: THREAD_PAGE, variables: { slug: LONG_THREAD.slug, from }, floor: { path: `/thread/${LONG_THREAD.slug}/${from}` }, has: `"position":${from + 19}`,
  });
  return [
    page('thread page, beginning', 1),
    page('thread page, deep', 7001),
    { name: 'discussion list', who: both, query: LIST, variables: { space: 'bank' }, floor: { path: '/discussions/bank' }, has: 'excerpt' },
    { name: 'unread list', who: inside, query: UNREAD, variables: {}, floor: { path: '/unread/bench@example.org' }, has: 'excerpt' },
    { name: 'catching up', who: inside, query: CATCH_UP, variables: {}, floor: { path: '/catchup/bench@example.org' }, has: 'excerpt' },
    replying('reply, three listen', QUIET_THREADS),
    replying('reply, twenty listen', LIVELY_THREADS),
  ];
}

export const threads: Collection = {
  name: 'bench_posts',
  noun: 'Beiträge',
  note: `Each database holds a thread of ${LONG_THREAD.posts} posts besides; the last 90 days are as lively in each of them. A reply is told to whoever wrote there before; the floor tells nobody.`,
  scenariosFor,
  restore: takeBackReplies,
  fill: async ({ dataSource }, place, size) => fillWithPosts(dataSource, place, size, console.log),
};
