import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { ModerationPlace } from './ModerationPlace.js';
import { waitingTexts } from './waiting-texts.js';

const QUERY = gql`query ModerationPlace { moderationWaitingCount mySpaces { id viewerCanModerate } spacesWithoutModerator { spaceId count } }`;
const soon = { timeout: 4000 };

async function show(facts: { readonly waiting: number; readonly moderates: boolean; readonly elsewhere?: number }) {
  await waitingTexts.load('de');
  const result = jest.fn(() => ({
    data: {
      moderationWaitingCount: facts.waiting,
      mySpaces: [{ __typename: 'Space', id: 'a', viewerCanModerate: facts.moderates }],
      spacesWithoutModerator: facts.elsewhere === undefined ? [] : [{ __typename: 'SpaceWithoutModerator', spaceId: 'b', count: facts.elsewhere }],
    },
  }));
  await renderInPage(
    <MockedProvider mocks={[{ request: { query: QUERY }, result }]}>
      <ViewerFixed viewer={{ accountId: 'mara', standing: 'approved' }}>
        <ModerationPlace />
      </ViewerFixed>
    </MockedProvider>,
  );
  await waitFor(() => expect(result).toHaveBeenCalled(), soon);
}

describe('the way to the queue', () => {
  it('says to moderators how much waits', async () => {
    await show({ waiting: 3, moderates: true });
    expect((await screen.findByRole('link', { name: /^Moderation ?3$/ }, soon)).getAttribute('href')).toBe('/moderation');
  });

  it('stands there also where nothing waits, without a number', async () => {
    await show({ waiting: 0, moderates: true });
    expect(await screen.findByRole('link', { name: 'Moderation' }, soon)).toBeTruthy();
  });

  it('leads the coordination where a space has nobody else', async () => {
    await show({ waiting: 0, moderates: false, elsewhere: 2 });
    expect(await screen.findByRole('link', { name: /^Moderation ?2$/ }, soon)).toBeTruthy();
  });

  it('is not there for anybody else', async () => {
    await show({ waiting: 0, moderates: false });
    expect(screen.queryByRole('link')).toBeNull();
  });
});
