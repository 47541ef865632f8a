import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '#ui/web/testing';
import { accountsTexts } from '../accounts-texts.js';
import { ConsentPanel, GiveConsents } from './ConsentPanel.js';

const given = jest.fn(() => ({ data: { giveConsents: { __typename: 'OwnAccount', id: 'a', dueConsents: [], consents: [] } } }));

async function show(due: readonly { readonly kind: string; readonly reason: string }[]) {
  await accountsTexts.load('de');
  given.mockClear();
  const variables = { input: { locale: 'de', rulesVersion: null, privacyVersion: '4' } };
  const account = { __typename: 'OwnAccount', id: 'a', dueConsents: due.map((one) => ({ ...one, version: '4', locale: 'de' })) };
  await renderInPage(
    <MockedProvider mocks={[{ request: { query: GiveConsents, variables }, result: given }]}>
      <ConsentPanel account={account as never} onChanged={jest.fn()} />
    </MockedProvider>,
  );
}

describe('the panel that asks for consent again', () => {
  it('is not there where nothing is open', async () => {
    await show([]);
    expect(screen.queryByRole('button', { name: 'Zustimmen' })).toBeNull();
  });

  it('asks about the text that changed, ticks nothing beforehand, and sends the version that was shown', async () => {
    await show([{ kind: 'privacy', reason: 'changed' }]);
    expect(screen.getByText('Es gibt einen neuen Text')).toBeTruthy();
    const box = screen.getByRole<HTMLInputElement>('checkbox');
    expect(box.checked).toBe(false);
    expect(screen.getByRole('link', { name: 'Datenschutzerklärung' }).getAttribute('href')).toBe('/seite/datenschutz?fassung=4&sprache=de');
    await userEvent.click(screen.getByRole('button', { name: 'Zustimmen' }));
    expect(screen.getByRole('alert').textContent).toContain('ankreuzen');
    expect(given).not.toHaveBeenCalled();
    await userEvent.click(box);
    await userEvent.click(screen.getByRole('button', { name: 'Zustimmen' }));
    await waitFor(() => expect(given).toHaveBeenCalledTimes(1), { timeout: 4000 });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), { timeout: 4000 });
  });

  it('says what follows where a consent was withdrawn', async () => {
    await show([{ kind: 'rules', reason: 'withdrawn' }]);
    expect(screen.getByText(/wird (Ihr|dein) Konto schließen/)).toBeTruthy();
  });
});
