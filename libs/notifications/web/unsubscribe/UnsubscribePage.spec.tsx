import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { LocaleProvider, platformTexts } from '#platform/web';
import { uiTexts } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';
import { UnsubscribePage } from './UnsubscribePage.js';

const OFFER = gql`query UnsubscribeOffer($token: String!) { unsubscribeOffer(token: $token) { scopes isEnded } }`;
const END = gql`mutation Unsubscribe($input: UnsubscribeInput!) { unsubscribe(input: $input) { scopes isEnded } }`;
const soon = { timeout: 4000 };
const ended = jest.fn((_variables: object) => ({ data: { unsubscribe: { __typename: 'UnsubscribeOffer', scopes: ['followed'], isEnded: true } } }));

async function show(offer: object) {
  ended.mockClear();
  await Promise.all([notificationsTexts, uiTexts, platformTexts].map((texts) => texts.load('de')));
  const mocks = [
    { request: { query: OFFER, variables: { token: 'abc~followed~x' } }, result: offer },
    { request: { query: END, variables: () => true }, result: ended },
  ];
  render(
    <MockedProvider mocks={mocks}>
      <MemoryRouter initialEntries={['/abmelden-von/abc~followed~x']}>
        <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
          <Routes><Route path="/abmelden-von/:token" element={<UnsubscribePage />} /></Routes>
        </LocaleProvider>
      </MemoryRouter>
    </MockedProvider>,
  );
}

const offerOf = (isEnded: boolean) => ({ data: { unsubscribeOffer: { __typename: 'UnsubscribeOffer', scopes: ['followed'], isEnded } } });

describe('the page behind a link in a mail', () => {
  it('says what would end and changes nothing by being opened', async () => {
    await show(offerOf(false));
    expect(await screen.findByText(/keine Mails mehr über Neues in Diskussionen/, {}, soon)).toBeTruthy();
    expect(ended).not.toHaveBeenCalled();
  });

  it('ends it with one press, says so where the button was, and tells the way back', async () => {
    await show(offerOf(false));
    await userEvent.click(await screen.findByRole('button', { name: 'Diese Mails abbestellen' }, soon));
    const told = await screen.findByRole('status', {}, soon);
    expect(told.textContent).toContain('kommen nicht mehr');
    await waitFor(() => expect(document.activeElement).toBe(told));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/schalten Sie diese Mails wieder ein/)).toBeTruthy();
    expect(ended.mock.calls[0]?.[0]).toEqual({ input: { token: 'abc~followed~x' } });
  });

  it('says where it is ended already', async () => {
    await show(offerOf(true));
    expect(await screen.findByRole('heading', { level: 1, name: 'Abbestellt' }, soon)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows a way on for a link that is cut off', async () => {
    await show({ errors: [{ message: 'x', extensions: { code: 'NOT_FOUND', reason: 'notFound' } }] });
    expect(await screen.findByRole('heading', { level: 1, name: 'Dieser Link ist unvollständig' }, soon)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Zu den Benachrichtigungen' })).toBeTruthy();
  });
});
