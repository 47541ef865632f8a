import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { renderInPage } from '#ui/web/testing';
import { accountsTexts } from '../accounts-texts.js';
import { SetUpHint, SetUpHintQuery } from './SetUpHint.js';

async function show(setupNeeded: boolean) {
  await accountsTexts.load('de');
  const asked = jest.fn(() => ({ data: { setupNeeded } }));
  await renderInPage(
    <MockedProvider mocks={[{ request: { query: SetUpHintQuery }, result: asked }]}>
      <SetUpHint />
    </MockedProvider>,
  );
  await waitFor(() => expect(asked).toHaveBeenCalled());
}

describe('the home page of a programme that is not set up', () => {
  it('shows the way to its setting up', async () => {
    await show(true);
    expect((await screen.findByRole('link', { name: 'Programm einrichten' })).getAttribute('href')).toBe('/einrichten');
  });

  it('says nothing of it once somebody is there', async () => {
    await show(false);
    expect(screen.queryByRole('link')).toBeNull();
  });
});
