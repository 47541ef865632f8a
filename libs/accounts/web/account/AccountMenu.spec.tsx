import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed, watchUnsavedWork } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { menuTexts } from '../menu-texts.js';
import { AccountMenu } from './AccountMenu.js';

const accountId = '0190a000-0000-7000-8000-000000000001';
const textName = `draft-text:${accountId}:tip-1`;
const signedOut = jest.fn(() => ({ data: { signOut: true } }));

// jsdom knows the element but not its two methods.
beforeEach(async () => {
  localStorage.clear();
  signedOut.mockClear();
  await menuTexts.load('de');
  const me = { request: { query: gql`query AccountMenu { me { id name } }` }, result: { data: { me: { __typename: 'OwnAccount', id: accountId, name: 'Ada' } } } };
  const out = { request: { query: gql`mutation SignOut { signOut }` }, result: signedOut };
  await renderInPage(
    <MockedProvider mocks={[me, out]}>
      <ViewerFixed viewer={{ accountId, standing: 'approved' }}>
        <AccountMenu />
      </ViewerFixed>
    </MockedProvider>,
  );
});

// Two cores are shared by all suites: a second may be too short.
const soon = { timeout: 4000 };

const chooseSignOut = async () => {
  await userEvent.click(screen.getByRole('button', { name: /Konto von/ }));
  await userEvent.click(screen.getByText('Abmelden'));
};

describe('signing out', () => {
  it('asks while a text lies only in this browser, and deletes nothing before the answer', async () => {
    localStorage.setItem(textName, '{}');
    await chooseSignOut();
    expect(await screen.findByRole('dialog', { name: 'Es gibt noch nicht gespeicherten Text' }, soon)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Zurück' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(signedOut).not.toHaveBeenCalled();
    expect(localStorage.getItem(textName)).toBe('{}');
  });

  it('leaves no text behind once it is wanted all the same', async () => {
    localStorage.setItem(textName, '{}');
    await chooseSignOut();
    await userEvent.click(await screen.findByRole('button', { name: 'Trotzdem abmelden' }, soon));
    await waitFor(() => expect(localStorage.getItem(textName)).toBeNull(), soon);
    expect(signedOut).toHaveBeenCalledTimes(1);
  });

  it('saves first what an open editor has not sent yet, then goes without a question', async () => {
    localStorage.setItem(textName, '{}');
    const discard = jest.fn(async () => undefined);
    const stop = watchUnsavedWork({ save: async () => localStorage.removeItem(textName), discard });
    await chooseSignOut();
    await waitFor(() => expect(signedOut).toHaveBeenCalledTimes(1), soon);
    await waitFor(() => expect(discard).toHaveBeenCalledTimes(1), soon);
    expect(screen.queryByRole('dialog')).toBeNull();
    stop();
  });
});
