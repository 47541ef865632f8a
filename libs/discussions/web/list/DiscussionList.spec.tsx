import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionList } from './DiscussionList.js';

const row = (number: number) => ({
  __typename: 'Discussion', id: `d${number}`, slug: `frage-${number}`, title: `Frage ${number}`, kind: 'question', state: 'published', replyCount: 2, lastPosition: 3, lastReadPosition: number === 1 ? 1 : 0,
  isUnread: number === 1, isSolved: false, isPinned: false, isClosed: false, answeredAt: null, createdAt: '2026-11-20T08:00:00Z', lastActivityAt: '2026-11-21T08:00:00Z',
  author: { __typename: 'DiscussionWriter', accountId: 'a', name: 'Kim Berg' }, lastPostBy: { __typename: 'DiscussionWriter', accountId: 'b', name: 'Alex Feld' }, space: { __typename: 'Space', id: 's', name: 'Klimalotsen' },
});

function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

async function open(path: string, { count = 3, standing = 'approved' as const, space }: { readonly count?: number; readonly standing?: 'approved' | 'guest'; readonly space?: string } = {}) {
  const asked: Record<string, unknown>[] = [];
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const isLevel = operation.operationName === 'FollowLevel';
        if (!isLevel) asked.push(operation.variables);
        const nodes = Array.from({ length: count }, (_, index) => row(index + 1));
        // An answer never comes within the same moment.
        void Promise.resolve().then(() => {
          observer.next(isLevel ? { data: { followLevel: operation.variables['id'] === 't' && operation.variables['kind'] === 'topic' ? 'all' : 'muted' } } : { data: { discussions: { __typename: 'DiscussionConnection', nodes, totalCount: count, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } } } });
          observer.complete();
          return undefined;
        });
      }),
  );
  await discussionsTexts.load('de');
  await act(async () => {
    await renderInPage(
    <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
      <ViewerFixed viewer={{ accountId: standing === 'guest' ? null : 'me', standing }}>
        <DiscussionList topics={[{ id: 't', slug: 'waerme', name: 'Wärme' }]} {...(space !== undefined && { space })} />
        <Address />
      </ViewerFixed>
    </ApolloProvider>,
    { path },
    );
  });
  if (count > 0) await screen.findByRole('link', { name: 'Frage 1' });
  return asked;
}

const address = () => screen.getByTestId('address').textContent;

describe('a list of discussions', () => {
  it('asks for what the address says', async () => {
    const asked = await open('/diskussionen?zeige=unbeantwortet&thema=waerme&art=frage&themen=meine');
    await screen.findByRole('link', { name: 'Frage 1' });
    expect(asked[0]).toMatchObject({ filter: 'unanswered', topic: 'waerme', kind: 'question', onlyMyTopics: true, space: null });
    expect(screen.getByRole('button', { name: 'Unbeantwortete' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('writes each choice into the address', async () => {
    const asked = await open('/diskussionen');
    await userEvent.click(screen.getByRole('button', { name: 'Ungelesene' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Thema' }), 'waerme');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Nur meine Themen' }));
    expect(address()).toBe('?zeige=ungelesen&thema=waerme&themen=meine');
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: 'unread', topic: 'waerme', onlyMyTopics: true }));
  });

  it('of a topic is where one begins to follow it; not within a space, and not as a guest', async () => {
    const menu = () => screen.queryByText(/^Neues zu „Wärme“/);
    await open('/diskussionen?thema=waerme');
    expect((await screen.findByRole('button', { name: 'Sie folgen' })).closest('div')?.textContent).toContain('Neues zu „Wärme“ in allen Ihren Räumen:');
    cleanup();
    await open('/diskussionen');
    expect(menu()).toBeNull();
    cleanup();
    await open('/raum/nord/diskussionen?thema=waerme', { space: 's' });
    expect(menu()).toBeNull();
    cleanup();
    await open('/diskussionen?thema=waerme', { standing: 'guest' });
    expect(menu()).toBeNull();
  });

  it('offers guests nothing that is about them', async () => {
    await open('/diskussionen', { standing: 'guest' });
    expect(screen.queryByRole('button', { name: 'Ungelesene' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Gelöste' })).toBeTruthy();
  });

  it('leads to where the reader stopped, else to the beginning', async () => {
    await open('/diskussionen');
    expect((await screen.findByRole('link', { name: 'Frage 1' })).getAttribute('href')).toBe('/d/frage-1/2');
    expect(screen.getByRole('link', { name: 'Frage 2' }).getAttribute('href')).toBe('/d/frage-2');
  });

  it('is walked through by j and k', async () => {
    await open('/diskussionen');
    await screen.findByRole('link', { name: 'Frage 1' });
    await userEvent.keyboard('jj');
    expect(document.activeElement?.textContent).toBe('Frage 2');
    await userEvent.keyboard('k');
    expect(document.activeElement?.textContent).toBe('Frage 1');
  });

  it('says that filters leave nothing, and takes them away', async () => {
    await open('/diskussionen?zeige=ungelesen', { count: 0 });
    expect(await screen.findByText('Alles gelesen')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Alle zeigen' }));
    expect(address()).toBe('');
  });
});
