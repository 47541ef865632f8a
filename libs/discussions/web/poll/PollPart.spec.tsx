import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { reportTexts } from '#moderation/web';
import { ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { discussionsTexts } from '../discussions-texts.js';
import { PollPart } from './PollPart.js';

const option = (id: string, text: string) => ({ __typename: 'PollOption', id, text, voteCount: 0, viewerVoted: false, voters: [] });
const poll = {
  __typename: 'Poll', id: 'p', question: 'Wann?', isMultiple: false, isAnonymous: false, isOpen: true, closesAt: null, closedAt: null, voterCount: 0,
  isHidden: false, hiddenReason: null, viewerIsAuthor: false, viewerCanReport: false, options: [option('a', 'Montag'), option('b', 'Dienstag')],
};
const decision = {
  __typename: 'OwnDecision', caseId: 'c', decision: 'hide', reason: 'other', note: 'Bitte freundlich bleiben.', viewerCanObject: true, objectionWords: null, isObjectionGranted: null, objectionNote: '',
};

async function show(change: Partial<Omit<typeof poll, 'hiddenReason'>> & { readonly hiddenReason?: string }, { isGuest = false, canSteer = false, locale = 'de' as 'de' | 'en' } = {}): Promise<void> {
  await Promise.all([discussionsTexts.load(locale), reportTexts.load(locale)]);
  const link = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        void Promise.resolve().then(() => {
          const data = operationName === 'OwnDecisionOn'
            ? { myDecisionOn: decision }
            : { discussion: { __typename: 'Discussion', id: 'd', viewerCanVote: !isGuest, viewerCanAskPoll: canSteer, viewerCanSteer: canSteer, polls: [{ ...poll, ...change }] } };
          observer.next({ data });
          observer.complete();
          return undefined;
        });
      }),
  );
  await act(async () => {
    await renderInPage(
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <ViewerFixed viewer={{ accountId: isGuest ? null : 'me', standing: isGuest ? 'guest' : 'approved' }}>
          <PollPart discussionId="d" />
        </ViewerFixed>
      </ApolloProvider>,
      { locale },
    );
  });
  await screen.findByRole('region', { name: /: Wann\?$/ });
}

describe('a poll', () => {
  it('is reported by who reads it, not by who asked it', async () => {
    await show({ viewerCanReport: true });
    expect(screen.getByRole('button', { name: 'Melden' })).toBeTruthy();
  });

  it('has no button for reporting where that is not possible', async () => {
    await show({ viewerIsAuthor: true });
    expect(screen.queryByRole('button', { name: 'Melden' })).toBeNull();
  });

  it('leads guests to the form for what is illegal', async () => {
    await show({}, { isGuest: true });
    expect(screen.getByRole('link', { name: /melden/i }).getAttribute('href')).toBe('/melden/poll/p');
  });

  it.each([['de', /^1 Stimme, 50\s%$/], ['en', /^1 vote, 50%$/]] as const)('says shares as the language writes them (%s)', async (locale, share) => {
    await show({ isOpen: false, closedAt: '2026-11-20T08:00:00Z', voterCount: 2, options: poll.options.map((one) => ({ ...one, voteCount: 1 })) } as never, { locale });
    expect(screen.getAllByText(share)).toHaveLength(2);
  });

  it('asks to choose first at the choices themselves, and goes there', async () => {
    await show({});
    await userEvent.click(screen.getByRole('button', { name: 'Abstimmen' }));
    const choices = screen.getByRole('radiogroup');
    expect(choices.textContent).toContain('Bitte erst eine Antwort wählen.');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Montag' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Dienstag' }));
    expect(choices.textContent).not.toContain('Bitte erst');
  });

  it('that is hidden tells moderators why, and takes no votes', async () => {
    await show({ isHidden: true, isOpen: false, hiddenReason: 'Beleidigung' }, { canSteer: true });
    expect(screen.getByText('Die Moderation hat diese Umfrage ausgeblendet.')).toBeTruthy();
    expect(screen.getByText('Begründung: Beleidigung')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Abstimmen' })).toBeNull();
  });

  it('that is hidden lets its asker object', async () => {
    await show({ isHidden: true, isOpen: false, viewerIsAuthor: true });
    expect(await screen.findByText('Bitte freundlich bleiben.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /einspruch|widersprechen/i })).toBeTruthy();
  });
});
