import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense, type ComponentType } from 'react';
import { ViewerFixed } from '#platform/web';
import { audienceTexts } from '#spaces/web';
import { FakeThreads } from '#threads/web/testing';
import { renderInPage } from '#ui/web/testing';
import type { DiscussionDialogProps, OneDiscussion } from '../discussion/discussion.queries.js';
import { discussionsTexts } from '../discussions-texts.js';
import { MergeDialog } from './MergeDialog.js';
import { MoveDialog } from './MoveDialog.js';
import { SplitDialog } from './SplitDialog.js';

const discussion = { __typename: 'Discussion', id: 't1', slug: 'heizung', space: { __typename: 'Space', id: 's', slug: 'nord', name: 'Nord' }, title: 'Heizung', kind: 'question', topics: [] } as unknown as OneDiscussion;
const other = (id: string, title: string) => ({ __typename: 'Discussion', id, title, replyCount: 0 });
const found = (id: string, title: string) => ({ __typename: 'SimilarThing', id, kind: 'discussion', title });

function aServer(): FakeThreads {
  const server = new FakeThreads(3);
  Object.assign(server.answers, {
    DiscussionsToMerge: () => ({ discussions: { __typename: 'DiscussionConnection', nodes: [other('t1', 'Heizung'), other('d2', 'Lüftung')] } }),
    DiscussionsFoundToMerge: () => ({ similar: [found('d3', 'Wärmepumpe')] }),
    SpacesToMoveTo: () => ({ mySpaces: [{ __typename: 'Space', id: 's2', name: 'Süd', archivedAt: null }] }),
    TopicsToChoose: () => ({ topics: [] }),
    PostsToTake: () => ({ thread: { __typename: 'Thread', id: 't1', posts: { __typename: 'PostWindow', hasLater: false, to: 3, nodes: server.posts } } }),
    MergeDiscussions: () => {
      throw Object.assign(new Error('other space'), { extensions: { code: 'BAD_USER_INPUT', reason: 'discussion.otherSpace', field: 'intoDiscussionId', params: {} } });
    },
    MoveDiscussionPreview: () => {
      throw Object.assign(new Error('may not'), { extensions: { code: 'FORBIDDEN', reason: 'discussion.mayNotOpen', params: {} } });
    },
  });
  return server;
}

async function open(Opened: ComponentType<DiscussionDialogProps>, server = aServer(), locale: 'de' | 'en' = 'de') {
  await Promise.all([discussionsTexts, audienceTexts].map((texts) => texts.load(locale)));
  await act(async () => {
    await renderInPage(
      <ApolloProvider client={server.client}>
        <ViewerFixed viewer={{ accountId: 'me', standing: 'approved' }}>
          <Suspense><Opened discussion={discussion} onClose={() => undefined} /></Suspense>
        </ViewerFixed>
      </ApolloProvider>,
      { locale },
    );
  });
  return server;
}
const described = (element: HTMLElement) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('merging', () => {
  it('says at the choice that nothing was chosen, and goes there', async () => {
    const server = await open(MergeDialog);
    const choice = await screen.findByRole('radio', { name: 'Lüftung' });
    await press('Zusammenführen');
    expect(described(screen.getByRole('radiogroup'))).toContain('Bitte die andere Diskussion wählen.');
    expect(document.activeElement).toBe(choice);
    expect(server.times('MergeDiscussions')).toBe(0);
  });

  it('does not go into one that was chosen and then searched away', async () => {
    const server = await open(MergeDialog);
    await userEvent.click(await screen.findByRole('radio', { name: 'Lüftung' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Wärme' } });
    await screen.findByRole('radio', { name: 'Wärmepumpe' });
    await press('Zusammenführen');
    expect(described(screen.getByRole('radiogroup'))).toContain('Bitte die andere Diskussion wählen.');
    expect(server.times('MergeDiscussions')).toBe(0);
  });

  it('says at the search that nothing was chosen where there is nothing to choose from', async () => {
    const server = aServer();
    server.answers['DiscussionsToMerge'] = () => ({ discussions: { __typename: 'DiscussionConnection', nodes: [other('t1', 'Heizung')] } });
    await open(MergeDialog, server);
    await screen.findByText('Keine andere Diskussion gefunden.');
    await press('Zusammenführen');
    const search = screen.getByRole('searchbox');
    expect(described(search)).toContain('Bitte die andere Diskussion wählen.');
    expect(screen.getByText('Bitte die andere Diskussion wählen.', { selector: 'dialog *' })).toBeTruthy();
    expect(document.activeElement).toBe(search);
    fireEvent.change(search, { target: { value: 'Wärme' } });
    expect(described(search)).toBe('');
  });

  it('says at the choice why the server refuses it', async () => {
    await open(MergeDialog, aServer(), 'en');
    await userEvent.click(await screen.findByRole('radio', { name: 'Lüftung' }));
    await press('Merge');
    await waitFor(() => expect(described(screen.getByRole('radiogroup'))).toMatch(/same space/i));
  });
});

describe('moving', () => {
  it('asks for the space at its field', async () => {
    await open(MoveDialog);
    await press('Verschieben');
    expect(described(screen.getByRole('combobox', { name: /Zielraum/ }))).toContain('Bitte den Raum wählen, in den die Diskussion soll.');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Zielraum/ }));
  });

  it('says at the field why it cannot go to a space', async () => {
    const server = await open(MoveDialog);
    await screen.findByRole('option', { name: 'Süd' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Zielraum/ }), 'Süd');
    await waitFor(() => expect(described(screen.getByRole('combobox', { name: /Zielraum/ }))).toContain('Diskussionen beginnen hier die Mitglieder des Raums.'));
    await press('Verschieben');
    expect(server.times('MoveDiscussion')).toBe(0);
  });
});

describe('splitting', () => {
  it('says at posts and title what is missing, and keeps what was typed', async () => {
    await open(SplitDialog);
    await screen.findByText(/Text 2/, undefined, { timeout: 5000 });
    fireEvent.change(screen.getByLabelText(/^Titel/), { target: { value: 'Neu' } });
    await press('Abtrennen');
    expect(described(screen.getByRole('group', { name: 'Welche Beiträge?' }))).toContain('Bitte mindestens einen Beitrag wählen.');
    expect((screen.getByLabelText(/^Titel/) as HTMLInputElement).value).toBe('Neu');
    expect((document.activeElement as HTMLInputElement).name).toBe('postIds');
  });
});
