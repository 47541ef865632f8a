import { ApolloProvider } from '@apollo/client/react';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed } from '#platform/web';
import { shelfOf, threadsTexts } from '#threads/web';
import { FakeThreads } from '#threads/web/testing';
import { renderInPage } from '#ui/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { BegunPage } from './BegunPage.js';
import { forgetDraftStores } from './use-drafts.js';

const thread = (id: string, title: string) => ({ __typename: 'Thread', id, subject: { __typename: 'ThreadSubject', title, path: `/d/${id}` } });
const reply = (threadId: string, title: string | null, body: string) => ({
  __typename: 'PostDraft', threadId, body, version: 1, savedAt: '2026-11-20T08:00:00Z', thread: title === null ? null : thread(threadId, title),
});
const discussion = (id: string, title: string) => ({
  __typename: 'DiscussionDraft', id, spaceId: 's', kind: 'question', title, topicIds: [], body: 'Noch zu wenig', poll: null, version: 1, savedAt: '2026-11-21T08:00:00Z',
  space: { __typename: 'Space', id: 's', slug: 'nord', name: 'Nord', discussions: { __typename: 'SpaceDiscussions', viewerCanOpen: true } },
});

/** A server with what this person has begun; an outbox belongs to an account, so that each of them has one of its own. */
class FakeDesk extends FakeThreads {
  drafts: object[] = [];
  replies: object[] = [];

  constructor(readonly account: string) {
    super(3);
    this.answers['Begun'] = () => ({ myDiscussionDrafts: this.drafts, myPostDrafts: this.replies });
    this.answers['DiscardDiscussionDraft'] = ({ input }) => {
      this.drafts = this.drafts.filter((draft) => (draft as { id: string }).id !== (input as { id: string }).id);
      return { discardDiscussionDraft: true };
    };
  }

  waits(body: string, part: object = {}): void {
    shelfOf<{ readonly body: string }>(this.account, 'post-out').write('w1', { id: 'w1', threadId: 't1', body, replyToId: null, at: '2026-11-22T08:00:00Z', place: { title: 'Heizung im Altbau', path: '/d/heizung' }, ...part } as never);
  }
}

async function open(server: FakeDesk, locale: 'de' | 'en' = 'de') {
  await Promise.all([discussionsTexts.load(locale), threadsTexts.load(locale)]);
  return renderInPage(
    <ApolloProvider client={server.client}>
      <ViewerFixed viewer={{ accountId: server.account, standing: 'approved' }}>
        <BegunPage parts={[]} />
      </ViewerFixed>
    </ApolloProvider>,
    { path: '/angefangen', locale },
  );
}

// jsdom knows the element but not its methods.
beforeEach(() => localStorage.clear());
afterEach(() => forgetDraftStores());

describe('what one has begun', () => {
  it('says so where it is nothing', async () => {
    await open(new FakeDesk('one'));
    expect(await screen.findByRole('heading', { name: 'Nichts angefangen' })).toBeTruthy();
  });

  it('lists discussions and replies, each with the way back to it', async () => {
    const server = new FakeDesk('two');
    server.drafts = [discussion('d1', 'Wie laut ist laut?')];
    server.replies = [reply('t9', 'Wärmeplan', 'Bei uns auch so')];
    await open(server);
    expect((await screen.findByRole('link', { name: 'Weiterschreiben: Wie laut ist laut?' })).getAttribute('href')).toBe('/raum/nord/diskussion/neu?entwurf=d1');
    expect(screen.getByRole('link', { name: 'Weiterschreiben: Wärmeplan' }).getAttribute('href')).toBe('/d/t9#antwort');
  });

  it('lists a reply that waits for the network with its discussion and how it stands, also while there is none, and not once more as a draft', async () => {
    const server = new FakeDesk('three');
    server.answers['WritePost'] = () => {
      throw new TypeError('Failed to fetch');
    };
    server.replies = [reply('t1', 'Heizung im Altbau', 'Aus dem')];
    server.waits('Aus dem Zug geschrieben.');
    await open(server);
    const section = within(await screen.findByRole('list', { name: 'Wartet auf das Netz' }));
    expect(section.getByRole('link', { name: 'Heizung im Altbau' }).getAttribute('href')).toMatch(/^\/d\//);
    expect(section.getByText('geht hinaus, sobald wieder Netz da ist')).toBeTruthy();
    expect(section.getByText('Aus dem Zug geschrieben.')).toBeTruthy();
    await waitFor(() => expect(server.times('Begun')).toBeGreaterThan(0));
    expect(screen.queryByRole('list', { name: 'Antworten' })).toBeNull();
  });

  it('lists beside it the next reply there, which was begun on another device since', async () => {
    const server = new FakeDesk('nine');
    server.answers['WritePost'] = () => {
      throw new TypeError('Failed to fetch');
    };
    server.replies = [{ ...reply('t1', 'Heizung im Altbau', 'Noch etwas dazu'), savedAt: '2026-11-22T09:00:00Z' }];
    server.waits('Aus dem Zug geschrieben.');
    await open(server);
    await screen.findByRole('list', { name: 'Wartet auf das Netz' });
    expect(within(await screen.findByRole('list', { name: 'Antworten' })).getByText('Noch etwas dazu')).toBeTruthy();
  });

  it('lets it go out from here, and shows it no longer', async () => {
    const server = new FakeDesk('four');
    server.answers['WritePost'] = () => {
      throw new TypeError('Failed to fetch');
    };
    server.waits('Aus dem Zug geschrieben.');
    await open(server);
    await screen.findByText('geht hinaus, sobald wieder Netz da ist');
    delete server.answers['WritePost'];
    await userEvent.click(screen.getByRole('button', { name: 'Jetzt versuchen' }));
    await waitFor(() => expect(screen.queryByText('Aus dem Zug geschrieben.')).toBeNull());
    expect(server.posts).toHaveLength(4);
  });

  it('says why a reply was not taken, and lets its words be taken along or thrown away', async () => {
    const server = new FakeDesk('five');
    server.answers['WritePost'] = () => {
      throw Object.assign(new Error('closed'), { extensions: { code: 'FORBIDDEN', reason: 'thread.closed' } });
    };
    server.waits('Zu spät.');
    await open(server, 'en');
    expect(await screen.findByText('was not accepted')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy text: Heizung im Altbau' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Discard: Heizung im Altbau' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByText('Zu spät.')).toBeNull());
    expect(localStorage).toHaveLength(0);
  });

  it('asks before a draft is thrown away', async () => {
    const server = new FakeDesk('six');
    server.drafts = [discussion('d1', 'Wie laut ist laut?')];
    await open(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Verwerfen: Wie laut ist laut?' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Diesen Entwurf verwerfen?' }));
    expect(server.times('DiscardDiscussionDraft')).toBe(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Verwerfen' }));
    expect(await screen.findByRole('heading', { name: 'Nichts angefangen' })).toBeTruthy();
  });

  it('names the discussion of a reply that this browser alone has, by what was seen while writing it', async () => {
    const server = new FakeDesk('seven');
    server.answers['SavePostDraft'] = () => {
      throw Object.assign(new Error('gone'), { extensions: { code: 'NOT_FOUND', reason: 'NOT_FOUND' } });
    };
    shelfOf<{ readonly body: string }>('seven', 'post').write('t1', { id: 'p', threadId: 't1', body: 'Nicht mehr dazugehörig', replyToId: null, version: 0, at: '2026-11-20T08:00:00Z', place: { title: 'Heizung im Altbau', path: '/d/heizung' } } as never);
    await open(server);
    expect(await screen.findByText('Heizung im Altbau')).toBeTruthy();
    expect(screen.getByText('bisher nur in diesem Browser')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Text kopieren: Heizung im Altbau' })).toBeTruthy();
  });

  it('says of one that the server knows to be out of sight that one cannot go on, and keeps its name', async () => {
    const server = new FakeDesk('eight');
    server.replies = [reply('t1', null, 'Bei uns 38 dB')];
    shelfOf<{ readonly body: string }>('eight', 'post').write('t1', { id: 'p', threadId: 't1', body: 'Bei uns 38 dB, nachts', replyToId: null, version: 1, at: new Date().toISOString(), place: { title: 'Heizung im Altbau', path: '/d/heizung' } } as never);
    await open(server);
    expect(await screen.findByText('Wo die Antwort stehen sollte, ist nicht mehr einzusehen. Der eigene Text bleibt.')).toBeTruthy();
    expect(screen.getByText('Heizung im Altbau')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Weiterschreiben/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Text kopieren: Heizung im Altbau' })).toBeTruthy();
  });
});

describe('a change to a post that was not saved', () => {
  const keep = (account: string, body: string) =>
    shelfOf<{ readonly body: string }>(account, 'post-edit').write('p2', { postId: 'p2', threadId: 't1', body, baseRevision: 1, at: '2026-11-22T08:00:00Z', place: { title: 'Heizung im Altbau', path: '/d/heizung/2' } } as never);
  const deskOf = (account: string, viewerCanEdit: boolean | null) => {
    const server = new FakeDesk(account);
    server.answers['EditedPost'] = () => {
      if (viewerCanEdit === null) throw Object.assign(new Error('gone'), { extensions: { code: 'NOT_FOUND', reason: 'NOT_FOUND' } });
      return { post: { __typename: 'Post', id: 'p2', viewerCanEdit } };
    };
    return server;
  };

  it('is listed with the way back into its editor, to be thrown away after a question', async () => {
    const server = deskOf('ten', true);
    keep('ten', 'Bei uns **38 dB**');
    await open(server);
    const list = within(await screen.findByRole('list', { name: 'Änderungen an Beiträgen' }));
    expect(list.getByRole('link', { name: 'Weiterschreiben: Heizung im Altbau' }).getAttribute('href')).toBe('/beitrag/p2#bearbeiten');
    expect(list.getByText('Bei uns 38 dB')).toBeTruthy();
    await userEvent.click(list.getByRole('button', { name: 'Verwerfen: Heizung im Altbau' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Die Änderung ist dann weg. Der Beitrag bleibt, wie er ist.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Verwerfen' }));
    expect(await screen.findByRole('heading', { name: 'Nichts angefangen' })).toBeTruthy();
    expect(localStorage).toHaveLength(0);
  });

  it.each([[false], [null]])('has its words alone where the post cannot be changed any more (%p)', async (viewerCanEdit) => {
    const account = `eleven-${String(viewerCanEdit)}`;
    keep(account, 'Eine lange Rede.\n\nMit zwei Absätzen.');
    await open(deskOf(account, viewerCanEdit));
    expect(await screen.findByText(/nicht mehr einzusehen oder nicht mehr zu ändern/)).toBeTruthy();
    expect(screen.getByText(/^Eine lange Rede\.\s+Mit zwei Absätzen\.$/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Weiterschreiben/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Text kopieren: Heizung im Altbau' })).toBeTruthy();
  });

  it('is not shown to another account of the same browser', async () => {
    keep('somebody', 'Bei uns 38 dB');
    await open(deskOf('twelve', true));
    expect(await screen.findByRole('heading', { name: 'Nichts angefangen' })).toBeTruthy();
    expect(screen.queryByText('Bei uns 38 dB')).toBeNull();
  });
});
