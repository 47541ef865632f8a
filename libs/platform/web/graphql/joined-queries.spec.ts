import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { Observable, Subject } from 'rxjs';
import { tellLive } from '../live/live-hub.js';
import { joinedQueries } from './joined-queries.js';

const WORD = gql`query Word { word }`;
const WRITE = gql`mutation Write { write }`;

/** A server that answers when it is told to. */
function world() {
  const asked: Subject<ApolloLink.Result>[] = [];
  const server = new ApolloLink(({ operationType }) => {
    if (operationType === 'mutation') return new Observable((one) => (one.next({ data: { write: true } }), one.complete()));
    const answer = new Subject<ApolloLink.Result>();
    asked.push(answer);
    return answer;
  });
  const client = new ApolloClient({ link: ApolloLink.from([joinedQueries(), server]), cache: new InMemoryCache(), queryDeduplication: false });
  const ask = () => client.query<{ word: string }>({ query: WORD, fetchPolicy: 'network-only' }).then(({ data }) => data?.word);
  const answer = (number: number, word: string) => {
    asked[number]?.next({ data: { word } });
    asked[number]?.complete();
  };
  return { client, asked, ask, answer };
}

describe('queries of one page', () => {
  it('asked at once go out once', async () => {
    const { asked, ask, answer } = world();
    const both = Promise.all([ask(), ask()]);
    answer(0, 'eins');
    expect(await both).toEqual(['eins', 'eins']);
    expect(asked).toHaveLength(1);
  });

  it('asked one after the other go out both', async () => {
    const { asked, ask, answer } = world();
    const first = ask();
    answer(0, 'eins');
    await first;
    const second = ask();
    answer(1, 'zwei');
    expect(await second).toBe('zwei');
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['was written', async ({ client }: ReturnType<typeof world>) => void (await client.mutate({ mutation: WRITE }))],
    ['was told', async () => tellLive({ topic: 'thread', id: null, data: {} })],
  ])('are not answered by what left before something %s', async (_what, happen) => {
    const here = world();
    const before = here.ask();
    await happen(here);
    const after = here.ask();
    expect(here.asked).toHaveLength(2);
    here.answer(1, 'neu');
    expect(await after).toBe('neu');
    here.answer(0, 'alt');
    await before;
    // And from then on they are joined again.
    const more = Promise.all([here.ask(), here.ask()]);
    here.answer(2, 'noch einer');
    expect(await more).toEqual(['noch einer', 'noch einer']);
  });
});
