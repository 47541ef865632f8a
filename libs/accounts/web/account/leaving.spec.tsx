import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { accountsTexts } from '../accounts-texts.js';
import { SetupNeeded, SignIn, SignInPage } from '../entrance/SignInPage.js';
import { DeleteOwnAccount, DeletionSection } from './DeletionSection.js';

const accountId = '0190a000-0000-7000-8000-000000000001';
const leaver = () => localStorage.getItem('pusteblume.left');
const refusal = (reason: string, params = {}) => new CombinedGraphQLErrors({ errors: [{ message: reason, extensions: { code: 'BAD_USER_INPUT', reason, params } }] });
const typed = { address: 'ada@example.org', password: 'gelbe Wiese' };
const soon = { timeout: 4000 };

async function show(page: ReactElement, mocks: readonly object[]) {
  await accountsTexts.load('de');
  await renderInPage(
    <MockedProvider mocks={mocks as never}>
      <ViewerFixed viewer={{ accountId, standing: 'approved' }}>{page}</ViewerFixed>
    </MockedProvider>,
  );
}

async function remove(result: () => unknown) {
  const mock = { request: { query: DeleteOwnAccount, variables: { input: { currentPassword: typed.password } } }, result };
  await show(<DeletionSection account={{ __typename: 'OwnAccount', id: accountId, deletionObstacles: [] } as never} onChanged={() => undefined} />, [mock]);
  await userEvent.click(screen.getByRole('button'));
  await userEvent.type(screen.getByLabelText(/^Passwort/), typed.password);
  const [submit] = screen.getAllByRole('button', { name: /löschen/i });
  if (submit !== undefined) await userEvent.click(submit);
}

// Leaving the page is not possible here and only told of on the console.
beforeEach(() => {
  localStorage.clear();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('an account that is left by its own hand', () => {
  it('is known to the other tabs before they hear of it, when it is deleted', async () => {
    const heard = jest.fn();
    await remove(() => {
      heard(leaver());
      return { data: { deleteOwnAccount: '2026-12-22T08:00:00Z' } };
    });
    await waitFor(() => expect(heard).toHaveBeenCalledWith(expect.stringMatching(/^\d+$/)), soon);
  });

  it('has not been left where the deletion is refused', async () => {
    const result = jest.fn(() => ({ errors: refusal('password.wrong').errors }));
    await remove(result as never);
    await waitFor(() => expect(result).toHaveBeenCalled(), soon);
    await waitFor(() => expect(leaver()).toBeNull(), soon);
  });

  it('is no longer left once it is kept after all', async () => {
    localStorage.setItem('pusteblume.left', String(Date.now()));
    const finalAt = '2026-12-22T08:00:00Z';
    await show(<SignInPage />, [
      { request: { query: SetupNeeded }, result: { data: { setupNeeded: false } } },
      { request: { query: SignIn, variables: { input: typed } }, result: { errors: refusal('account.leaving', { finalAt }).errors } },
      { request: { query: SignIn, variables: { input: { ...typed, keepsAccount: true } } }, result: { data: { signIn: { __typename: 'OwnAccount', id: accountId } } } },
    ]);
    await userEvent.type(screen.getByLabelText(/Mail/), typed.address);
    await userEvent.type(screen.getByLabelText(/^Passwort/), typed.password);
    await userEvent.click(screen.getByRole('button', { name: 'Anmelden' }));
    await userEvent.click(await screen.findByRole('button', { name: /behalten/i }, soon));
    await waitFor(() => expect(leaver()).toBeNull(), soon);
  });
});
