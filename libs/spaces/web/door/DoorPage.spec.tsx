import { MockedProvider } from '@apollo/client/testing/react';
import { cleanup, screen } from '@testing-library/react';
import { ViewerFixed, type FragmentOf } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { spacesTexts } from '../spaces-texts.js';
import { DoorPage, type DoorPageFragment } from './DoorPage.js';

const space = {
  __typename: 'Space', id: 's', slug: 'kreis', name: 'Kreis', description: '', colour: 'moss', emblem: 'seed', visibility: 'closed', gates: ['open', 'request', 'password'], limitedToRole: null,
  archivedAt: null, viewerShutOutUntil: null as string | null, questions: [], answerDays: 3, myInvitation: null, myRole: null, parent: null, myJoinRequest: null, moderators: [], viewerCanRead: false,
};

async function show(shutOutUntil: string | null): Promise<void> {
  await spacesTexts.load('de');
  await renderInPage(
    <MockedProvider>
      <ViewerFixed viewer={{ accountId: 'x', standing: 'approved' }}>
        <DoorPage space={{ ...space, viewerShutOutUntil: shutOutUntil } as unknown as FragmentOf<typeof DoorPageFragment>}><p>Kein Zugang bis Samstag.</p></DoorPage>
      </ViewerFixed>
    </MockedProvider>,
  );
}

describe('the door of a space', () => {
  it('offers its ways in', async () => {
    await show(null);
    expect(screen.getByRole('heading', { name: 'Zugang anfragen' })).toBeTruthy();
    expect(screen.getAllByRole('button').length).toBeGreaterThan(0);
  });

  it('offers none to who is shut out by a measure, and lets others say why', async () => {
    await show(null);
    cleanup();
    await show('2026-11-28T22:59:59Z');
    expect(screen.getByText('Kein Zugang bis Samstag.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Zugang anfragen' })).toBeNull();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
