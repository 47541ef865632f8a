import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed } from '#platform/web';
import { Toasts } from '#ui/web';
import { renderInPage } from '#ui/web/testing';
import { FollowMenu } from './FollowMenu.js';
import { followTexts } from './follow-texts.js';

const LEVEL = gql`query FollowLevel($kind: String!, $id: ID!) { followLevel(kind: $kind, id: $id) }`;
const SET = gql`mutation SetFollowLevel($input: SetFollowLevelInput!) { setFollowLevel(input: $input) { kind id level } }`;
const soon = { timeout: 4000 };
const set = jest.fn((variables: Record<string, unknown>) => ({ data: { setFollowLevel: { __typename: 'Followed', ...(variables['input'] as object) } } }));

async function show(level: object, standing: 'approved' | 'guest' = 'approved') {
  set.mockClear();
  await followTexts.load('de');
  const mocks = [
    { request: { query: LEVEL, variables: { kind: 'thread', id: 't' } }, result: level },
    { request: { query: SET, variables: () => true }, result: set },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: standing === 'guest' ? null : 'a', standing }}>
        <FollowMenu kind="thread" id="t" />
        <Toasts />
      </ViewerFixed>
    </MockedProvider>,
  );
}

describe('the follow menu', () => {
  it('shows the level that holds and takes another', async () => {
    await show({ data: { followLevel: 'answers' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Folgen' }, soon));
    const chosen = await screen.findByRole('menuitemradio', { name: 'Nur Antworten an mich', checked: true }, soon);
    expect(chosen).toBeTruthy();
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Stumm' }));
    expect(await screen.findByRole('button', { name: 'Stumm' }, soon)).toBeTruthy();
    expect(set.mock.calls[0]?.[0]).toEqual({ input: { kind: 'thread', id: 't', level: 'muted' } });
    expect(screen.getByText(/Stummgeschaltet/)).toBeTruthy();
  });

  it('is not there where nothing can be followed', async () => {
    await show({ errors: [{ message: 'x', extensions: { code: 'NOT_FOUND', reason: 'notFound' } }] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.queryByRole('button', { name: /Folgen/ })).toBeNull();
  });

  it('is not there for guests', async () => {
    await show({ data: { followLevel: 'answers' } }, 'guest');
    expect(screen.queryByRole('button', { name: /Folgen/ })).toBeNull();
  });
});
