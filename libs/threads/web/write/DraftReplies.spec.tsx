import { ApolloProvider } from '@apollo/client/react';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { FakeThreads } from '../threads.testing.js';
import { threadsTexts } from '../threads-texts.js';
import { DraftReplies } from './DraftReplies.js';

const draft = (threadId: string, body: string, subject: object | null) => ({
  __typename: 'PostDraft', threadId, body, savedAt: '2026-11-22T10:00:00Z', thread: subject === null ? null : { __typename: 'Thread', id: threadId, subject: { __typename: 'ThreadSubjectInfo', ...subject } },
});

describe('replies one has begun', () => {
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
      this.open = false;
    };
  });

  it('are all listed, also where the place is out of sight; one is thrown away after a question', async () => {
    const server = new FakeThreads(0);
    let drafts = [
      draft('t1', '> Zitat\n\nFrag **doch** [@Birte Hansen](/person/a1), bitte.', { title: 'Wo schreibt ihr?', path: '/d/wo-schreibt-ihr' }),
      draft('t2', 'Meine Worte, die bleiben.', null),
    ];
    server.answers['DraftReplies'] = () => ({ myPostDrafts: drafts });
    server.answers['DiscardPostDraft'] = ({ input }) => {
      drafts = drafts.filter(({ threadId }) => threadId !== (input as { readonly threadId: string }).threadId);
      return { discardPostDraft: true };
    };
    await threadsTexts.load('de');
    await renderInPage(
      <ApolloProvider client={server.client}>
        <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
          <DraftReplies />
        </ViewerFixed>
      </ApolloProvider>,
      { path: '/entwuerfe', locale: 'de', address: 'sie' },
    );
    expect((await screen.findByRole('link', { name: 'Wo schreibt ihr?' })).getAttribute('href')).toBe('/d/wo-schreibt-ihr');
    screen.getByText('Frag doch @Birte Hansen, bitte.');
    screen.getByText('Steht an einem Ort, den Sie nicht mehr sehen');
    screen.getByText('Meine Worte, die bleiben.');
    await userEvent.click(screen.getByRole('button', { name: 'Angefangene Antwort verwerfen: Wo schreibt ihr?' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Verwerfen' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Wo schreibt ihr?' })).toBeNull());
    screen.getByText('Meine Worte, die bleiben.');
  });
});
