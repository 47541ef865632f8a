import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { ViewerFixed } from '#platform/web';
import { textTexts } from '#text/web';
import { threadsTexts } from '#threads/web';
import { FakeThreads } from '#threads/web/testing';
import { Toasts } from '#ui/web';
import { renderInPage } from '#ui/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { newDiscussion, type NewDiscussion } from '../drafts/new-discussion.js';
import { forgetDraftStores } from '../drafts/use-drafts.js';
import { NewDiscussionForm } from './NewDiscussionForm.js';
import { NewDiscussionPage } from './NewDiscussionPage.js';

const space = { id: 's', slug: 'nord' };
let version = 0;

function aServer(): FakeThreads {
  const server = new FakeThreads(1);
  Object.assign(server.answers, {
    TopicsToChoose: () => ({ topics: [] }),
    Similar: () => ({ similar: [] }),
    SaveDiscussionDraft: ({ input }: { readonly input: object }) => {
      version += 1;
      return { saveDiscussionDraft: { __typename: 'DiscussionDraft', poll: null, ...input, version, savedAt: '2026-11-22T10:00:00Z' } };
    },
    DiscardDiscussionDraft: () => ({ discardDiscussionDraft: true }),
    OpenDiscussion: ({ input }: { readonly input: { readonly id: string } }) => ({ openDiscussion: { __typename: 'Discussion', id: input.id, slug: 'neu', state: 'published' } }),
  });
  return server;
}

const Address = () => <output data-testid="address">{useLocation().pathname}</output>;

async function open(server: FakeThreads, part: Partial<NewDiscussion> = {}, locale: 'de' | 'en' = 'de', path = '/neu') {
  await Promise.all([discussionsTexts, threadsTexts, textTexts].map((texts) => texts.load(locale)));
  await renderInPage(
    <ApolloProvider client={server.client}>
      <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
        <Routes>
          <Route path="/neu" element={<NewDiscussionForm space={space} initial={{ ...newDiscussion(), ...part }} onNamed={() => undefined} />} />
          <Route path="/raum/:slug/diskussion/neu" element={<NewDiscussionPage />} />
          <Route path="*" element={null} />
        </Routes>
        <Address />
        <Toasts />
      </ViewerFixed>
    </ApolloProvider>,
    { path, locale },
  );
}

const words = { title: 'Wann treffen wir uns?', body: 'Im Dezember wird es eng.', hasPoll: true };
const poll = (part: Partial<NewDiscussion['poll']> = {}) => ({ ...newDiscussion().poll, question: 'Welcher Tag?', options: ['Montag', 'Dienstag'], ...part });
const problemAt = (field: HTMLElement) => (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
const publish = (name = 'Veröffentlichen') => userEvent.click(screen.getByRole('button', { name }));

beforeAll(() => {
  const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere }) as unknown as DOMRectList;
  document.elementFromPoint = () => null;
});
beforeEach(() => localStorage.clear());
afterEach(() => forgetDraftStores());

describe('a discussion that is being written', () => {
  it('is not begun where moderation lets one only read, and says until when', async () => {
    const server = aServer();
    const measures = [{ __typename: 'OwnMeasure', id: 'm', kind: 'silence', minutes: null, reason: 'Several times hurtful.', endsAt: '2026-12-03T22:59:00Z' }];
    server.answers['PlaceForDiscussion'] = () => ({ space: { __typename: 'Space', ...space, name: 'Nord', audience: null, discussions: { __typename: 'SpaceDiscussions', viewerCanOpen: true }, viewerMeasures: measures } });
    await open(server, {}, 'en', '/raum/nord/diskussion/neu');
    expect((await screen.findByText(/^Until/)).textContent).toBe('Until 3 December 2026. The moderators’ reason:');
    expect(screen.getByText('Several times hurtful.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says what of a poll is missing at the field where it is missing, and goes there', async () => {
    const server = aServer();
    await open(server, { ...words, poll: poll({ question: '', options: ['Montag', ''] }) });
    await publish();
    const question = screen.getByRole('textbox', { name: /^Frage der Umfrage/ });
    expect(problemAt(question)).toContain('Die Frage der Umfrage fehlt noch.');
    expect(problemAt(screen.getByRole('textbox', { name: /^Antwort 2/ }))).toContain('Eine Umfrage braucht mindestens zwei verschiedene Antworten.');
    expect(screen.getByRole('textbox', { name: /^Antwort 1/ }).getAttribute('aria-invalid')).toBeNull();
    expect(document.activeElement).toBe(question);
    expect(server.times('OpenDiscussion')).toBe(0);
  });

  it('keeps what is said of the other fields while one is mended, and all that was typed', async () => {
    await open(aServer(), { ...words, poll: poll({ question: '', options: ['Montag', 'Montag'], closesOn: '2020-01-01' }) });
    await publish();
    fireEvent.change(screen.getByRole('textbox', { name: /^Frage der Umfrage/ }), { target: { value: 'Welcher Tag?' } });
    expect(screen.getByRole('textbox', { name: /^Frage der Umfrage/ }).getAttribute('aria-invalid')).toBeNull();
    const second = screen.getByRole('textbox', { name: /^Antwort 2/ });
    expect(problemAt(second)).toContain('Diese Antwort steht schon oben.');
    expect((second as HTMLInputElement).value).toBe('Montag');
    expect(problemAt(screen.getByLabelText(/^Endet am/))).toContain('Das Ende muss in der Zukunft liegen, höchstens ein Jahr.');
  });

  it('says which of the choices is too long', async () => {
    await open(aServer(), { ...words, poll: poll({ options: ['Montag', 'x'.repeat(121)] }) });
    await publish();
    expect(problemAt(screen.getByRole('textbox', { name: /^Antwort 2/ }))).toContain('möglich sind 120 Zeichen');
    expect(screen.getByRole('textbox', { name: /^Antwort 1/ }).getAttribute('aria-invalid')).toBeNull();
  });

  it('says it in English, too', async () => {
    await open(aServer(), { ...words, poll: poll({ options: ['Monday', 'Monday'] }) }, 'en');
    await publish('Publish');
    expect(screen.getByText('This answer is already above.')).toBeTruthy();
  });

  it('shows what the server refuses of a poll at its field', async () => {
    const server = aServer();
    server.answers['OpenDiscussion'] = () => {
      throw Object.assign(new Error('refused'), { extensions: { code: 'BAD_USER_INPUT', reason: 'discussion.badPollEnd', field: 'poll.closesAt', params: {} } });
    };
    await open(server, { ...words, poll: poll() });
    await publish();
    await waitFor(() => expect(problemAt(screen.getByLabelText(/^Endet am/))).toContain('Das Ende muss in der Zukunft liegen'));
    expect((screen.getByLabelText(/^Titel/) as HTMLInputElement).value).toBe(words.title);
  });

  it('is thrown away only after asking, and leaves for the list of its space', async () => {
    const server = aServer();
    await open(server);
    fireEvent.change(screen.getByLabelText(/^Titel/), { target: { value: 'Doch nicht' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Verwerfen' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Diesen Entwurf verwerfen?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Verwerfen' }));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/raum/nord/diskussionen'));
    expect(localStorage).toHaveLength(0);
  });

  it('is published with its poll', async () => {
    const server = aServer();
    await open(server, { ...words, poll: poll({ isMultiple: true, isAnonymous: false }) });
    await publish();
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/d/neu'));
    expect(server.asked.find(({ name }) => name === 'OpenDiscussion')?.variables['input']).toMatchObject({ poll: { question: 'Welcher Tag?', options: ['Montag', 'Dienstag'], isMultiple: true, isAnonymous: false } });
  });
});
