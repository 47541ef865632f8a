import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { LiveRegion } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { notificationsTexts } from '../notifications-texts.js';
import { CategoriesPart } from './CategoriesPart.js';

const SET = gql`
  mutation SetNoticePreference($input: SetNoticePreferenceInput!) { setNoticePreference(input: $input) { ...CategoriesPart } }
  fragment CategoriesPart on NoticePreferences { categories { category onPage mail } }
`;
const soon = { timeout: 5000 };
const preferences = {
  __typename: 'NoticePreferences',
  categories: [
    { __typename: 'NoticePreference', category: 'mentions', onPage: true, mail: 'now' },
    { __typename: 'NoticePreference', category: 'followed', onPage: true, mail: 'daily' },
  ],
} as unknown as ComponentProps<typeof CategoriesPart>['preferences'];

const sent: unknown[] = [];

async function show(answer: object) {
  sent.length = 0;
  await notificationsTexts.load('de');
  const set = (variables: Record<string, unknown>) => {
    sent.push(variables['input']);
    return answer;
  };
  await renderInPage(
    <MockedProvider mocks={[{ request: { query: SET, variables: () => true }, result: set }]}>
      <div>
        <CategoriesPart preferences={preferences} />
        <LiveRegion />
      </div>
    </MockedProvider>,
  );
  return within(await screen.findByRole('group', { name: 'Dem ich folge' }, soon));
}

describe('a category of notices', () => {
  it('saves each way at once and says so beside it and aloud', async () => {
    const followed = await show({ data: { setNoticePreference: preferences } });
    await userEvent.selectOptions(followed.getByLabelText('Per Mail'), 'Einmal in der Woche, zusammengefasst');
    expect(await followed.findByText('Gespeichert.', {}, soon)).toBeTruthy();
    expect(await screen.findByText('Gespeichert: Dem ich folge', {}, soon)).toBeTruthy();
    expect(sent).toEqual([{ category: 'followed', mail: 'weekly' }]);
  });

  it('shows what holds again where saving was refused, with the reason', async () => {
    const followed = await show({ errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED', reason: 'rateLimited', params: { retryAfterSeconds: 60 } } }] });
    const onPage = followed.getByRole<HTMLInputElement>('checkbox', { name: 'Hier auf der Seite' });
    await userEvent.click(onPage);
    expect(await followed.findByRole('alert', {}, soon)).toBeTruthy();
    expect(onPage.checked).toBe(true);
    expect(followed.queryByText('Gespeichert.')).toBeNull();
  });
});
