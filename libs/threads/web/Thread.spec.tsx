import { ApolloProvider, useQuery } from '@apollo/client/react';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense, type ReactNode } from 'react';
import { Link, MemoryRouter, Route, Routes, useParams } from 'react-router';
import { reportTexts } from '#moderation/web';
import { FollowMenu, followTexts } from '#notifications/web';
import { graphql, LocaleProvider, platformTexts, ViewerFixed } from '#platform/web';
import { textTexts } from '#text/web';
import { Toasts, uiTexts } from '#ui/web';
import { keepInAddress } from './stream/place.js';
import { ThreadFragment } from './stream/stream.queries.js';
import { Thread } from './Thread.js';
import { threadsTexts } from './threads-texts.js';
import { aPost, FakeThreads } from './threads.testing.js';
import { forgetOutboxes } from './write/outbox.js';

const ThreadUnderTest = graphql(`query ThreadUnderTest { thread(id: "t1") { id ...ThreadView } }`, [ThreadFragment]);

const pathOf = (position: number) => (position <= 1 ? '/d/heizung' : `/d/heizung/${position}`);

function Page() {
  const { position } = useParams();
  const { data } = useQuery(ThreadUnderTest);
  return data === undefined ? null : <Thread thread={data.thread} pathOf={pathOf} position={position === undefined ? null : Number(position)} />;
}

async function open(server: FakeThreads, path = '/d/heizung', beside: ReactNode = null) {
  const view = render(
    <ApolloProvider client={server.client}>
      <LocaleProvider initial={{ locale: 'de', address: 'du' }}>
        <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
          <MemoryRouter initialEntries={[path]}>
            <Suspense>
              <Link to="/d/heizung/80">zu 80</Link>
              {beside}
              <Routes>
                <Route path="/d/:slug" element={<Page />} />
                <Route path="/d/:slug/:position" element={<Page />} />
              </Routes>
            </Suspense>
            <Toasts />
          </MemoryRouter>
        </ViewerFixed>
      </LocaleProvider>
    </ApolloProvider>,
  );
  await screen.findAllByRole('article');
  return view;
}

const places = () => screen.getAllByRole('article').flatMap((post) => (post.dataset.position === undefined ? [] : [Number(post.dataset.position)]));
const draftsKept = () => Object.keys(localStorage).filter((name) => name.startsWith('draft-text:me:'));

/** The field in its source view: jsdom cannot type into the other one. */
async function writing(text: string) {
  await userEvent.click(screen.getByRole('button', { name: /Antwort schreiben|Entwurf weiterschreiben/ }));
  const box = await screen.findByRole('region', { name: 'Deine Antwort' });
  await userEvent.click(await within(box).findByRole('button', { name: 'Quelltext' }));
  const field = await within(box).findByRole('textbox', { name: 'Text der Antwort' });
  fireEvent.change(field, { target: { value: text } });
  return within(box);
}

const scrolledTo: HTMLElement[] = [];

beforeAll(async () => {
  await Promise.all([threadsTexts, uiTexts, platformTexts, textTexts, reportTexts, followTexts].map((texts) => texts.load('de')));
  Element.prototype.scrollIntoView = function scrollIntoView(this: HTMLElement) {
    scrolledTo.push(this);
  };
  const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere }) as unknown as DOMRectList;
  document.elementFromPoint = () => null;
});
beforeEach(() => {
  scrolledTo.length = 0;
  localStorage.clear();
  forgetOutboxes();
});

describe('a thread by place', () => {
  it('opens a deep link at its post, with a few before it, in one question', async () => {
    const server = new FakeThreads(10_000);
    await open(server, '/d/heizung/312');
    expect(places()).toEqual(Array.from({ length: 25 }, (_, step) => 307 + step));
    expect(scrolledTo.at(-1)?.dataset.position).toBe('312');
    expect(server.times('ThreadAround')).toBe(1);
  });

  it('goes on in both directions without losing the place', async () => {
    await open(new FakeThreads(1000), '/d/heizung/312');
    const jumps = scrolledTo.length;
    await userEvent.click(screen.getByRole('button', { name: 'Frühere Beiträge' }));
    await waitFor(() => expect(places()[0]).toBe(287));
    await userEvent.click(screen.getByRole('button', { name: 'Spätere Beiträge' }));
    await waitFor(() => expect(places().at(-1)).toBe(351));
    expect(scrolledTo).toHaveLength(jumps);
  });

  it('follows a link within the page and takes the keyboard along', async () => {
    await open(new FakeThreads(1000));
    await userEvent.click(screen.getByRole('link', { name: 'zu 80' }));
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.position).toBe('80'));
  });

  it('can be jumped through by the bar, which says where one is', async () => {
    // The thread notes the place in the browser's own address, where it is at home.
    window.history.replaceState(null, '', '/d/heizung');
    await open(new FakeThreads(1000));
    const bar = screen.getByRole('slider', { name: 'Zu einem Beitrag springen' });
    expect(bar.getAttribute('aria-valuetext')).toBe('1 von 1.000, 01.11.2026');
    // All posts in sight, as far as can be measured here: the first of them is where the reader is.
    const box = jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ ...new DOMRect(0, 200, 100, 100).toJSON(), top: 200, bottom: 300 } as DOMRect);
    bar.focus();
    fireEvent.keyDown(bar, { key: 'End' });
    fireEvent.change(bar, { target: { value: '700' } });
    await waitFor(() => expect(scrolledTo.at(-1)?.dataset.position).toBe('700'), { timeout: 2000 });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
    box.mockRestore();
    // The address leads here, and the keyboard is still at the bar.
    expect(window.location.pathname).toBe('/d/heizung/700');
    expect(document.activeElement).toBe(bar);
  });

  it('leaves the address alone where the reader has gone somewhere else', () => {
    window.history.replaceState(null, '', '/raeume');
    keepInAddress('/d/heizung/7', '/d/heizung');
    expect(window.location.pathname).toBe('/raeume');
    window.history.replaceState(null, '', '/d/heizung/3');
    keepInAddress('/d/heizung/7', '/d/heizung');
    expect(window.location.pathname).toBe('/d/heizung/7');
  });

  it('draws a line before what is new', async () => {
    const server = new FakeThreads(20);
    server.standing = { firstUnreadPosition: 12, lastReadPosition: 11, unreadCount: 9 };
    await open(server);
    const line = screen.getByText('Neu seit deinem letzten Besuch');
    expect(line.closest('li')?.querySelector('article')?.dataset.position).toBe('12');
  });

  it('moves nothing when somebody else writes, and shows it when asked', async () => {
    const server = new FakeThreads(3);
    await open(server);
    server.posts.push(aPost(4), aPost(5));
    await act(async () => {
      const { tellLive } = await import('../../platform/web/testing/live.js');
      tellLive({ topic: 'thread', id: 't1', data: {} });
    });
    const news = await screen.findByRole('button', { name: '2 neue Beiträge' });
    expect(places()).toEqual([1, 2, 3]);
    await userEvent.click(news);
    await waitFor(() => expect(places()).toEqual([1, 2, 3, 4, 5]));
    expect((document.activeElement as HTMLElement).dataset.position).toBe('4');
  });

  it('shows where posts went that stood here, and does not take their places for news', async () => {
    const server = new FakeThreads(7);
    // Somebody else's hidden one before it does not close the way.
    server.posts.splice(1, 2);
    server.posts.pop();
    server.standing = { lastPosition: 7 };
    server.lastPosition = 7;
    const gone = (id: string) => ({ ...aPost(1, { id }), path: `/d/neu/1`, thread: { __typename: 'Thread', id: 't2', subject: { __typename: 'ThreadSubject', title: 'Neue Runde' } } });
    server.moved.set(3, gone('m3')).set(7, gone('m7'));
    await open(server);
    expect(places()).toEqual([1, 4, 5, 6]);
    const links = await screen.findAllByRole('link', { name: 'Neue Runde' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/d/neu/1', '/d/neu/1']);
    expect(screen.queryByRole('button', { name: /neue.? Beitr/ })).toBeNull();
  });

  it('keeps the place of a deleted post and hides its text', async () => {
    const server = new FakeThreads(3);
    server.posts[1] = aPost(2, { isDeleted: true, deletedAt: '2026-11-03T08:00:00Z', html: '' });
    await open(server);
    expect(screen.getAllByRole('article')[1]?.textContent).toContain('Dieser Beitrag wurde am 3. November 2026 gelöscht.');
    expect(places()).toEqual([1, 2, 3]);
  });

  it('walks from post to post by j and k', async () => {
    await open(new FakeThreads(3));
    const here = () => (document.activeElement as HTMLElement).dataset.position;
    await userEvent.keyboard('j');
    const first = Number(here());
    await userEvent.keyboard('j');
    expect(Number(here())).toBe(first + 1);
    await userEvent.keyboard('k');
    expect(Number(here())).toBe(first);
  });
});

describe('replying', () => {
  it('adds the reply at the end and clears the field', async () => {
    const server = new FakeThreads(3);
    await open(server);
    const box = await writing('Bei uns ging es so.');
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    await screen.findByText('Bei uns ging es so.', { selector: 'article p' });
    expect(server.posts).toHaveLength(4);
    expect(draftsKept()).toEqual([]);
  });

  it('is one reply however often one presses', async () => {
    const server = new FakeThreads(3);
    await open(server);
    const box = await writing('Nur einmal.');
    const send = box.getByRole('button', { name: 'Antworten' });
    act(() => {
      fireEvent.click(send);
      fireEvent.click(send);
      fireEvent.click(send);
    });
    await screen.findByText('Nur einmal.', { selector: 'article p' });
    expect(server.times('WritePost')).toBe(1);
  });

  it('waits without a network, goes out when it is back, and is one reply though the first answer got lost', async () => {
    const server = new FakeThreads(3);
    await open(server);
    const box = await writing('Aus dem Zug.');
    // It arrives, but the answer does not.
    server.answers['WritePost'] = ({ input }) => {
      server.write(input as never);
      throw new TypeError('Failed to fetch');
    };
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    expect((await screen.findAllByText('Geht hinaus, sobald wieder Netz da ist')).length).toBeGreaterThan(0);
    delete server.answers['WritePost'];
    await act(async () => window.dispatchEvent(new Event('online')));
    await screen.findByText('Aus dem Zug.', { selector: 'article p' });
    expect(server.posts.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(screen.queryByText('Aus dem Zug.', { selector: 'div > p:not(article p)' })).toBeNull();
    expect(draftsKept()).toEqual([]);
  });

  it('is not offered once more as a draft when it went out from a page opened later', async () => {
    const server = new FakeThreads(3);
    const view = await open(server);
    const box = await writing('Aus dem Zug.');
    server.answers['WritePost'] = () => {
      throw new TypeError('Failed to fetch');
    };
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    await screen.findAllByText('Geht hinaus, sobald wieder Netz da ist');
    view.unmount();
    forgetOutboxes();
    // The server still has what was saved of it before the network went.
    server.standing = { draft: { __typename: 'PostDraft', threadId: 't1', replyToId: null, body: 'Aus dem', version: 1, savedAt: '2026-11-22T10:00:00Z' } };
    server.answers['WritePost'] = ({ input }) => {
      server.standing = {};
      return { writePost: server.write(input as never) };
    };
    await open(server);
    await screen.findByText('Aus dem Zug.', { selector: 'article p' });
    expect(await screen.findByRole('button', { name: 'Antwort schreiben' })).toBeTruthy();
  });

  it('leaves a refused text in the field and says why', async () => {
    const server = new FakeThreads(3);
    await open(server);
    const box = await writing('Zu spät.');
    server.answers['WritePost'] = () => {
      throw Object.assign(new Error('closed'), { extensions: { code: 'FORBIDDEN', reason: 'thread.closed' } });
    };
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    expect((await box.findByRole('alert')).textContent).toContain('Hier wurde inzwischen geschlossen.');
    expect((box.getByRole('textbox', { name: 'Text der Antwort' }) as HTMLTextAreaElement).value).toBe('Zu spät.');
    expect(draftsKept()).toHaveLength(1);
  });

  it('finds an unsent text again after the window was closed', async () => {
    const server = new FakeThreads(3);
    const view = await open(server);
    await writing('Noch nicht fertig');
    view.unmount();
    await open(server);
    expect(screen.getByRole('button', { name: 'Entwurf weiterschreiben' })).toBeTruthy();
  });

  it('is not offered where nobody can write, and the reason is', async () => {
    const server = new FakeThreads(3);
    server.standing = { viewerCanReply: false, replyRefusal: 'thread.archived' };
    await open(server);
    expect(screen.queryByRole('button', { name: 'Antwort schreiben' })).toBeNull();
    expect(screen.getByText(/Dieser Raum ist archiviert/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: /Das hattest du angefangen/ })).toBeNull();
  });

  it('that was begun stays in sight where it was closed meanwhile', async () => {
    const server = new FakeThreads(3);
    server.standing = { viewerCanReply: false, replyRefusal: 'thread.closed', draft: { __typename: 'PostDraft', threadId: 't1', replyToId: null, body: 'Fast fertig.', version: 1, savedAt: '2026-11-22T10:00:00Z' } };
    await open(server);
    expect(within(screen.getByRole('region', { name: /Das hattest du angefangen/ })).getByText('Fast fertig.')).toBeTruthy();
  });

  it('is not begun by whom moderation lets only read: the place to write says so, until when and why', async () => {
    const server = new FakeThreads(3);
    server.measures = [{ __typename: 'OwnMeasure', id: 'm', kind: 'silence', minutes: null, reason: 'Mehrmals verletzend.', endsAt: '2026-12-03T22:59:00Z' }];
    await open(server);
    await userEvent.click(screen.getByRole('button', { name: 'Antwort schreiben' }));
    const box = within(await screen.findByRole('region', { name: 'Deine Antwort' }));
    expect((await box.findByText('Du kannst hier zurzeit nur lesen')).closest('[role="status"]')?.textContent).toMatch(/Du kannst hier zurzeit nur lesen.*Bis 3\. Dezember 2026.*Mehrmals verletzend\./);
    await waitFor(() => expect(box.queryByRole('textbox')).toBeNull());
    expect(box.queryByRole('button', { name: 'Antworten' })).toBeNull();
  });

  it('that was begun before can be taken elsewhere by whom moderation lets only read', async () => {
    const server = new FakeThreads(3);
    await open(server);
    await writing('Fast fertig.');
    await userEvent.click(screen.getByRole('button', { name: 'Antwort einklappen' }));
    server.measures = [{ __typename: 'OwnMeasure', id: 'm', kind: 'silence', minutes: null, reason: 'Mehrmals verletzend.', endsAt: '2026-12-03T22:59:00Z' }];
    await userEvent.click(screen.getByRole('button', { name: 'Entwurf weiterschreiben' }));
    const box = within(await screen.findByRole('region', { name: 'Deine Antwort' }));
    await box.findByText('Du kannst hier zurzeit nur lesen');
    expect((await box.findByRole('textbox', { name: 'Text der Antwort' })).textContent).toBe('Fast fertig.');
    expect(box.queryByRole('button', { name: 'Antworten' })).toBeNull();
  });

  it('counts down under slow mode instead of sending', async () => {
    const server = new FakeThreads(3);
    server.standing = { slowModeSeconds: 600, mayReplyAt: new Date(Date.now() + 90_000).toISOString() };
    await open(server);
    const box = await writing('Gleich noch einmal');
    expect(box.getByText(/Langsamer Modus: noch 1:[23]\d/)).toBeTruthy();
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    expect(server.times('WritePost')).toBe(0);
  });

  it('takes a post as a quotation that the server can follow', async () => {
    const server = new FakeThreads(3);
    await open(server);
    await userEvent.click(within(screen.getAllByRole('article')[1] as HTMLElement).getByRole('button', { name: 'Zitieren' }));
    const box = await screen.findByRole('region', { name: 'Deine Antwort' });
    await within(box).findByRole('textbox');
    const kept = JSON.parse(localStorage.getItem('draft-text:me:post:t1') ?? '{}') as { body?: string };
    expect(kept.body).toBe('> Text 2\n>\n> — [Person 2](/beitrag/p2)\n\n');
  });

  it('shows a post that waits for the moderators to its author', async () => {
    const server = new FakeThreads(3);
    server.standing = { heldPosts: [aPost(9, { id: 'h1', position: null, isHeld: true, viewerIsAuthor: true, html: '<p>Erster Beitrag</p>' })] };
    await open(server);
    expect(screen.getByText('Wartet auf die Moderation')).toBeTruthy();
    expect(screen.getByText('Erster Beitrag')).toBeTruthy();
  });
});

describe('one word to a post', () => {
  it('that is taken back as the last of its word leaves the keyboard where it can be said again', async () => {
    const server = new FakeThreads(3);
    Object.assign(server.posts[1] as object, { reactions: [{ __typename: 'PostReaction', kind: 'thanks', count: 1, viewerReacted: true }] });
    server.answers['TakeReactionBack'] = () => ({ unreact: { __typename: 'Post', id: 'p2', reactions: [] } });
    await open(server);
    const post = within(screen.getAllByRole('article')[1] as HTMLElement);
    await userEvent.click(post.getByRole('button', { name: /^Danke/ }));
    await waitFor(() => expect(post.queryByRole('button', { name: /^Danke/ })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(post.getByRole('button', { name: 'Reagieren' })));
  });

  it('is said in words, and shows at once', async () => {
    const server = new FakeThreads(2);
    server.answers['ReactToPost'] = () => ({ react: { __typename: 'Post', id: 'p2', reactions: [{ __typename: 'PostReaction', kind: 'sameHere', count: 4, viewerReacted: true }] } });
    await open(server);
    const post = within(screen.getAllByRole('article')[1] as HTMLElement);
    await userEvent.click(post.getByRole('button', { name: 'Reagieren' }));
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Bei uns auch' }));
    expect((await post.findByRole('button', { name: 'Bei uns auch 4' })).getAttribute('aria-pressed')).toBe('true');
  });

  it('shows at the question itself that one now follows; so does a reply', async () => {
    const server = new FakeThreads(2);
    let level = 'answers';
    server.answers['FollowLevel'] = () => ({ followLevel: level });
    server.answers['ReactToPost'] = () => {
      level = 'all';
      return { react: { __typename: 'Post', id: 'p1', reactions: [{ __typename: 'PostReaction', kind: 'sameHere', count: 1, viewerReacted: true }] } };
    };
    await open(server, '/d/heizung', <FollowMenu kind="thread" id="t1" />);
    await screen.findByRole('button', { name: 'Folgen' });
    await userEvent.click(within(screen.getAllByRole('article')[0] as HTMLElement).getByRole('button', { name: 'Reagieren' }));
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Bei uns auch' }));
    await screen.findByRole('button', { name: 'Du folgst' });
    level = 'answers';
    const box = await writing('Dazu noch etwas.');
    await userEvent.click(box.getByRole('button', { name: 'Antworten' }));
    expect(await screen.findByRole('button', { name: 'Folgen' })).toBeTruthy();
  });
});
