import { ApolloProvider } from '@apollo/client/react';
import { act, screen, waitFor } from '@testing-library/react';
import { ViewerFixed } from '#platform/web';
import { Toasts } from '#ui/web';
import { renderInPage } from '#ui/web/testing';
import { FakeThreads } from '../threads.testing.js';
import { KeepSending } from './KeepSending.js';
import { forgetOutboxes } from './outbox.js';
import { shelfOf } from './post-shelf.js';
import type { WaitingPost } from './post-outbox.js';

const waiting: WaitingPost = { id: 'w1', threadId: 't1', body: 'Aus dem Zug.', replyToId: null, at: '2026-11-20T08:00:00Z', place: { title: 'Heizung im Altbau', path: '/d/heizung' } };
const shelf = () => shelfOf<WaitingPost>('me', 'post-out');

/** Any page of the product but that of the thread. */
async function anywhere(server: FakeThreads) {
  await renderInPage(
    <ApolloProvider client={server.client}>
      <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
        <KeepSending />
        <Toasts />
      </ViewerFixed>
    </ApolloProvider>,
    { path: '/konto' },
  );
}
const online = () => act(async () => void window.dispatchEvent(new Event('online')));

beforeEach(() => localStorage.clear());
afterEach(() => forgetOutboxes());

describe('a reply that waits for the network', () => {
  it('goes out from whichever page its writer opens next, and this says so', async () => {
    const server = new FakeThreads(3);
    shelf().write('w1', waiting);
    await anywhere(server);
    await online();
    expect(await screen.findByText('Ihre Antwort in „Heizung im Altbau“ ist jetzt angekommen.')).toBeTruthy();
    expect(server.posts).toHaveLength(4);
    expect(shelf().all()).toEqual([]);
  });

  it('stays kept where the server does not take it, and its writer is led to it', async () => {
    const server = new FakeThreads(3);
    server.answers['WritePost'] = () => {
      throw Object.assign(new Error('closed'), { extensions: { code: 'FORBIDDEN', reason: 'thread.closed' } });
    };
    shelf().write('w1', waiting);
    await anywhere(server);
    await online();
    expect(await screen.findByText(/wurde nicht angenommen\. Der Text ist aufgehoben/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Zum Angefangenen' })).toBeTruthy();
    expect(shelf().all()).toHaveLength(1);
  });

  it('written in another window is sent from this one, too', async () => {
    const server = new FakeThreads(3);
    await anywhere(server);
    shelf().write('w1', waiting);
    await act(async () => void window.dispatchEvent(new Event('storage')));
    await waitFor(() => expect(server.posts).toHaveLength(4));
  });

  it('costs nobody else anything', async () => {
    const server = new FakeThreads(3);
    await anywhere(server);
    await online();
    expect(server.asked).toEqual([]);
  });
});
