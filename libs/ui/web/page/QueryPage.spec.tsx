import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { tellLive } from '../../../platform/web/testing/live.js';
import { renderInPage } from '../testing/index.js';
import { useKeptWords } from './kept-words.js';
import { Page, QueryPage, type PageQuery } from './Page.js';

interface Data {
  readonly tip: { readonly title: string } | null;
}

const draw = (query: Partial<PageQuery<Data>>) =>
  renderInPage(
    <QueryPage query={{ loading: false, refetch: jest.fn(), ...query }} pick={(data) => data.tip}>
      {(tip) => <Page title={tip.title}>Inhalt</Page>}
    </QueryPage>,
  );
const refusal = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions: { code, reason: code } }] });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

/** A page on a server that refuses what it has shown, once it is asked again. */
function Losing({ written = false, asked }: { readonly written?: boolean; readonly asked: () => void }) {
  const [isLost, setLost] = useState(false);
  const refetch = async () => {
    asked();
    setLost(true);
  };
  return (
    <QueryPage query={{ loading: false, refetch, data: { tip: { title: 'Wärmeplan' } } as Data, ...(isLost && { error: refusal('NOT_FOUND') }) }} pick={(data) => data.tip}>
      {(tip) => <Page title={tip.title}><Words isWritten={written} /></Page>}
    </QueryPage>
  );
}

function Words({ isWritten }: { readonly isWritten: boolean }) {
  useKeptWords(isWritten ? '/angefangen' : null);
  return <p>Vertrauliches</p>;
}

const told = (topic: string) => act(async () => tellLive({ topic, id: null, data: {} }));

describe('a page that goes out of its reader’s sight', () => {
  it('closes as soon as the server refuses it, though it has the text', async () => {
    await draw({ data: { tip: { title: 'Wärmeplan' } }, error: refusal('NOT_FOUND') });
    expect(heading()).toBe('Hier ist nichts zu sehen');
    expect(screen.queryByText('Inhalt')).toBeNull();
  });

  it.each(['viewer', 'refused'])('asks by itself when it hears that rights changed or something was refused (%s), and says that it closed', async (topic) => {
    const asked = jest.fn();
    await renderInPage(<Losing asked={asked} />);
    expect(heading()).toBe('Wärmeplan');
    await told(topic);
    await waitFor(() => expect(heading()).toBe('Hier ist nichts zu sehen'));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Vertrauliches')).toBeNull();
    expect(screen.getByText('Sie können diese Seite nicht mehr sehen.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Zum Angefangenen' })).toBeNull();
  });

  it('leads its writer to the words that are kept', async () => {
    await renderInPage(<Losing written asked={jest.fn()} />);
    await told('viewer');
    expect((await screen.findByRole('link', { name: 'Zum Angefangenen' })).getAttribute('href')).toBe('/angefangen');
    expect(screen.getByText(/noch nicht gesendet haben, ist aufgehoben/)).toBeTruthy();
  });

  it('does not ask over and over where a part of it is always refused', async () => {
    const refetch = jest.fn();
    await draw({ data: { tip: { title: 'Wärmeplan' } }, refetch });
    await told('refused');
    await told('refused');
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});

describe('a list that was loaded further', () => {
  const list = gql`query List { people { nodes { id } pageInfo { hasNextPage endCursor } viewerMayAdd } }`;
  const people = (count: number, hasNextPage = true, viewerMayAdd = false) => ({
    people: { __typename: 'People', nodes: Array.from({ length: count }, (_, place) => ({ __typename: 'Person', id: `p${place}` })), pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: `p${count - 1}` }, viewerMayAdd },
  });

  async function drawList(answers: () => unknown) {
    const asked = jest.fn();
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new ApolloLink(() => new Observable((observer) => {
        asked();
        try {
          observer.next({ data: answers() as Record<string, unknown> });
          observer.complete();
        } catch (error) {
          observer.error(error);
        }
      })),
    });
    function List() {
      const query = useQuery<ReturnType<typeof people>>(list);
      return (
        <QueryPage query={query} pick={(data) => data.people}>
          {({ nodes, viewerMayAdd }) => (
            <Page title="Liste">
              <p>{nodes.length} Personen{viewerMayAdd && ', eine mehr geht'}</p>
              <button onClick={() => void query.fetchMore({ updateQuery: () => people(4) })}>Mehr</button>
            </Page>
          )}
        </QueryPage>
      );
    }
    await act(async () => {
      await renderInPage(<ApolloProvider client={client}><List /></ApolloProvider>);
    });
    const more = await screen.findByRole('button', { name: 'Mehr' });
    await act(async () => more.click());
    await screen.findByText('4 Personen');
    asked.mockClear();
    return asked;
  }

  it('stays as it is when something else on the page is refused', async () => {
    const asked = await drawList(() => people(2));
    await told('refused');
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await act(() => new Promise((resolve) => { setTimeout(resolve, 20); }));
    expect(screen.getByText('4 Personen')).toBeTruthy();
  });

  it('is asked for anew where the page says something else now', async () => {
    let mayAdd = false;
    await drawList(() => people(2, !mayAdd, mayAdd));
    mayAdd = true;
    await told('refused');
    expect(await screen.findByText('2 Personen, eine mehr geht')).toBeTruthy();
  });

  it('closes where the page is refused itself', async () => {
    let isClosed = false;
    await drawList(() => {
      if (isClosed) throw refusal('NOT_FOUND');
      return people(2);
    });
    isClosed = true;
    await told('refused');
    await waitFor(() => expect(heading()).toBe('Hier ist nichts zu sehen'));
  });
});

describe('a page on a query', () => {
  it('shows that it is loading', async () => {
    await draw({ loading: true });
    expect(heading()).toBe('Die Seite wird geladen.');
  });

  it('shows its subject and takes its title', async () => {
    await draw({ data: { tip: { title: 'Wärmeplan' } } });
    expect(heading()).toBe('Wärmeplan');
    expect(document.title).toBe('Wärmeplan · Pusteblume');
  });

  it('keeps showing what it has while it asks again or fails to', async () => {
    await draw({ data: { tip: { title: 'Wärmeplan' } }, loading: true, error: new TypeError('away') });
    expect(heading()).toBe('Wärmeplan');
  });

  it('shows one and the same door for what is missing and what is forbidden', async () => {
    const missing = await draw({ data: { tip: null } });
    const text = missing.container.textContent;
    missing.unmount();
    for (const code of ['NOT_FOUND', 'FORBIDDEN']) {
      const door = await draw({ error: refusal(code) });
      expect(door.container.textContent).toBe(text);
      door.unmount();
    }
  });

  it('shows guests the way in', async () => {
    await draw({ error: refusal('UNAUTHENTICATED') });
    expect(screen.getByRole('link', { name: 'Anmelden' }).getAttribute('href')).toBe('/anmelden?weiter=%2F');
  });

  it('offers to try again when the server was away', async () => {
    const refetch = jest.fn();
    await draw({ error: new TypeError('Failed to fetch'), refetch });
    expect(screen.getByRole('alert').textContent).toContain('Der Server antwortet gerade nicht');
    await userEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });
});
