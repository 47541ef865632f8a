import { ApolloProvider, useQuery } from '@apollo/client/react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useParams } from 'react-router';
import { graphql, ViewerFixed } from '#platform/web';
import { textTexts } from '#text/web';
import { renderInPage } from '#ui/web/testing';
import { ThreadFragment } from '../stream/stream.queries.js';
import { Thread } from '../Thread.js';
import { threadsTexts } from '../threads-texts.js';
import { aPost, FakeThreads } from '../threads.testing.js';
import { forgetOutboxes } from '../write/outbox.js';
import { keptEditsOf } from './kept-edits.js';
import { PostPlacePage } from './PostPlacePage.js';

const EditingUnderTest = graphql(`query ThreadUnderTest { thread(id: "t1") { id ...ThreadView } }`, [ThreadFragment]);
const pathOf = (position: number) => (position <= 1 ? '/d/heizung' : `/d/heizung/${position}`);

function Page() {
  const { position } = useParams();
  const { data } = useQuery(EditingUnderTest);
  return data === undefined ? null : <Thread thread={data.thread} title="Heizung im Altbau" pathOf={pathOf} position={position === undefined ? null : Number(position)} />;
}

/** A thread in which the second post is the reader's own. */
function serverOf(account: string): FakeThreads {
  const server = new FakeThreads(3);
  server.posts[1] = aPost(2, { viewerIsAuthor: true, viewerCanEdit: account === 'me' });
  server.answers['PostPlace'] = () => ({ post: { __typename: 'Post', id: 'p2', path: '/d/heizung/2' } });
  server.answers['PostSource'] = () => ({ post: { __typename: 'Post', id: 'p2', body: 'Text 2', revisionNumber: 1 } });
  server.answers['EditPost'] = ({ input }) => ({ editPost: { ...server.posts[1], body: (input as { readonly body: string }).body, revisionNumber: 2 } });
  return server;
}

async function open(server: FakeThreads, path: string, account = 'me') {
  const view = await renderInPage(
    <ApolloProvider client={server.client}>
      <ViewerFixed viewer={{ accountId: account, standing: 'approved' }}>
        <Routes>
          <Route path="/beitrag/:id" element={<PostPlacePage />} />
          <Route path="/d/:slug/:position?" element={<Page />} />
        </Routes>
      </ViewerFixed>
    </ApolloProvider>,
    { path },
  );
  await screen.findAllByRole('article');
  return view;
}

async function changed(to: string): Promise<void> {
  const post = within(screen.getAllByRole('article')[1] as HTMLElement);
  await userEvent.click(await post.findByRole('button', { name: 'Quelltext' }));
  fireEvent.change(await post.findByRole('textbox', { name: 'Beitrag' }), { target: { value: to } });
}

beforeAll(async () => {
  await Promise.all([threadsTexts, textTexts].map((texts) => texts.load('de')));
  Element.prototype.scrollIntoView = () => undefined;
  const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere }) as unknown as DOMRectList;
  document.elementFromPoint = () => null;
});
beforeEach(() => localStorage.clear());
afterEach(() => forgetOutboxes());

describe('an edit that is lost with its page', () => {
  it('is found again with its unsaved words, by the address that leads to it, and is gone once saved', async () => {
    const server = serverOf('me');
    const view = await open(server, '/beitrag/p2#bearbeiten');
    await changed('Text 2, besser');
    expect(keptEditsOf('me').all()).toMatchObject([{ postId: 'p2', threadId: 't1', body: 'Text 2, besser', place: { title: 'Heizung im Altbau', path: '/d/heizung/2' } }]);
    view.unmount();
    await open(server, '/beitrag/p2#bearbeiten');
    const post = within(screen.getAllByRole('article')[1] as HTMLElement);
    expect((await post.findByRole('textbox', { name: 'Beitrag' })).textContent).toBe('Text 2, besser');
    await userEvent.click(post.getByRole('button', { name: 'Speichern' }));
    await waitFor(() => expect(post.queryByRole('textbox')).toBeNull());
    expect(server.asked.find(({ name }) => name === 'EditPost')?.variables).toMatchObject({ input: { postId: 'p2', body: 'Text 2, besser', baseRevision: 1 } });
    expect(localStorage).toHaveLength(0);
  });

  it('is none where it was saved and only the answer got lost', async () => {
    keptEditsOf('me').write('p2', { postId: 'p2', threadId: 't1', body: 'Text 2 ', baseRevision: 0, at: '2026-11-20T08:00:00Z' });
    await open(serverOf('me'), '/beitrag/p2#bearbeiten');
    const post = within(screen.getAllByRole('article')[1] as HTMLElement);
    expect((await post.findByRole('textbox', { name: 'Beitrag' })).textContent).toBe('Text 2');
    expect(keptEditsOf('me').all()).toEqual([]);
  });

  it('is none where the words are those of the post again', async () => {
    await open(serverOf('me'), '/beitrag/p2#bearbeiten');
    await changed('Text 2, besser');
    fireEvent.change(screen.getByRole('textbox', { name: 'Beitrag' }), { target: { value: 'Text 2 ' } });
    expect(localStorage).toHaveLength(0);
  });

  it('opens nothing for whoever may not change the post', async () => {
    await open(serverOf('other'), '/beitrag/p2#bearbeiten', 'other');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Text 2')).toBeTruthy();
  });
});
