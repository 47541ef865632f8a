import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { bookmarksTexts } from '#bookmarks/web';
import { reportTexts } from '#moderation/web';
import { followTexts } from '#notifications/web';
import { createGraphqlClient, ViewerFixed } from '#platform/web';
import { audienceTexts } from '#spaces/web';
import { textTexts } from '#text/web';
import { threadsTexts } from '#threads/web';
import { renderInPage } from '#ui/web/testing';
import { tellLive } from '../../../platform/web/testing/live.js';
import { FakeThreads } from '#threads/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionPage } from './DiscussionPage.js';

const notFound = () => {
  throw Object.assign(new Error('not found'), { extensions: { code: 'NOT_FOUND', reason: 'NOT_FOUND' } });
};

/** A server that shows a discussion until it is out of the reader’s sight. */
class FakeDiscussions extends FakeThreads {
  isOutOfSight = false;

  constructor() {
    super(3);
    const discussion = () => ({
      __typename: 'Discussion', id: 't1', slug: 'heizung', createdAt: '2026-11-01T08:00:00Z', author: { __typename: 'DiscussionWriter', accountId: 'a', name: 'Kim Berg' },
      space: { __typename: 'Space', id: 's', slug: 'nord', name: 'Nord' }, audience: null, thread: this.thread(), title: 'Heizung im Altbau', kind: 'question', state: 'published', version: 1, solvedAt: null,
      isSolved: false, isPinned: false, isClosed: false, closedAt: null, closedReason: '', slowModeSeconds: 0, hiddenReason: null, viewerCanEdit: false, viewerCanAccept: false,
      viewerCanSteer: false, viewerCanRearrange: false, viewerCanAskPoll: false, viewerCanVote: true, topics: [], answers: [], polls: [],
    });
    Object.assign(this.answers, {
      Discussion: () => ({ discussion: discussion() }),
      Polls: () => ({ discussion: discussion() }),
      FollowLevel: () => ({ followLevel: 'answers' }),
      OwnBookmark: () => ({ myBookmark: null }),
    });
  }

  readonly fetch = async (_address: unknown, { body }: { readonly body: string }) => {
    const { operationName, variables } = JSON.parse(body) as { readonly operationName: string; readonly variables: Record<string, unknown> };
    this.asked.push({ name: operationName, variables });
    const said = () => {
      try {
        return { data: this.isOutOfSight ? notFound() : this.answer(operationName, variables) };
      } catch (error) {
        const { extensions = { code: 'INTERNAL', reason: 'INTERNAL' } } = error as { readonly extensions?: unknown };
        return { errors: [{ message: 'refused', extensions }] };
      }
    };
    const text = JSON.stringify(said());
    return { ok: true, status: 200, headers: new Map([['content-type', 'application/json']]), text: async () => text };
  };
}

async function open(server: FakeDiscussions) {
  globalThis.fetch = server.fetch as unknown as typeof fetch;
  await Promise.all([discussionsTexts, threadsTexts, audienceTexts, bookmarksTexts, followTexts, reportTexts, textTexts].map((texts) => texts.load('de')));
  const client = createGraphqlClient();
  await renderInPage(
    <ApolloProvider client={client}>
      <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
        <Routes><Route path="/d/:slug/:position?" element={<DiscussionPage />} /></Routes>
      </ViewerFixed>
    </ApolloProvider>,
    { path: '/d/heizung' },
  );
  await screen.findByText('Text 2');
  return client;
}

async function write(text: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Antwort schreiben' }));
  const box = await screen.findByRole('region', { name: 'Ihre Antwort' });
  await userEvent.click(await within(box).findByRole('button', { name: 'Quelltext' }));
  fireEvent.change(await within(box).findByRole('textbox', { name: 'Text der Antwort' }), { target: { value: text } });
  return within(box);
}

const isGone = async () => {
  expect(await screen.findByRole('heading', { name: 'Hier ist nichts zu sehen' }, { timeout: 5000 })).toBeTruthy();
  expect(screen.queryByText('Text 2')).toBeNull();
  expect(document.title).not.toContain('Heizung');
};

beforeEach(() => {
  localStorage.clear();
  const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere }) as unknown as DOMRectList;
  document.elementFromPoint = () => null;
});

describe('an open discussion that goes out of its reader’s sight', () => {
  it('closes when the page is told that it was moved, keeps what was being written, and says where', async () => {
    const server = new FakeDiscussions();
    const client = await open(server);
    await write('Noch nicht fertig');
    server.isOutOfSight = true;
    await act(async () => tellLive({ topic: 'discussion', id: 't1', data: { happening: 'moved' } }));
    await isGone();
    expect(screen.getByText(/noch nicht gesendet haben, ist aufgehoben/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Zum Angefangenen' }).getAttribute('href')).toBe('/angefangen');
    expect(Object.entries(localStorage).find(([name]) => name.startsWith('draft-text:me:post:'))?.[1]).toContain('Noch nicht fertig');
    expect(JSON.stringify(client.cache.extract())).not.toContain('Heizung im Altbau');
  });

  it('closes when its reader was removed or left in another window', async () => {
    const server = new FakeDiscussions();
    await open(server);
    server.isOutOfSight = true;
    await act(async () => tellLive({ topic: 'viewer', id: 'me', data: {} }));
    await isGone();
    expect(screen.queryByRole('link', { name: 'Zum Angefangenen' })).toBeNull();
  });

  it('closes at the next thing it asks for where nobody told it', async () => {
    const server = new FakeDiscussions();
    await open(server);
    const box = await write('Wird gleich gespeichert');
    server.isOutOfSight = true;
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    await isGone();
    expect(screen.getByRole('link', { name: 'Zum Angefangenen' })).toBeTruthy();
    expect(Object.entries(localStorage).find(([name]) => name.startsWith('draft-text:me:post:'))?.[1]).toContain('Wird gleich gespeichert');
  });
});
