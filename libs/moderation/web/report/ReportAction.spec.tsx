import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed } from '#platform/web';
import { Toasts } from '#ui/web';
import { renderInPage } from '#ui/web/testing';
import { ReportAction } from './ReportAction.js';
import { reportTexts } from './report-texts.js';

const REPORT = gql`mutation ReportItem($input: ReportItemInput!) { reportItem(input: $input) { id isRepeated } }`;
const sent: unknown[] = [];

async function show(isGuest = false, isRepeated = false) {
  sent.length = 0;
  await reportTexts.load('de');
  const mocks = [
    {
      request: { query: REPORT, variables: () => true },
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        return { data: { reportItem: { __typename: 'ReportReceipt', id: 'r', isRepeated } } };
      },
    },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: isGuest ? null : 'x', standing: isGuest ? 'guest' : 'approved' }}>
        <ReportAction kind="tip" id="t" />
        <Toasts />
      </ViewerFixed>
    </MockedProvider>,
  );
}

const soon = { timeout: 4000 };

describe('the button that reports', () => {
  it('asks for a reason, and for words where the reason needs some', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Melden' }));
    const dialog = within(await screen.findByRole('dialog', {}, soon));
    await userEvent.click(await dialog.findByRole('button', { name: 'Meldung senden' }, soon));
    expect(await dialog.findByText('Bitte wählen Sie einen Grund.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('radio', { name: 'Etwas anderes' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Meldung senden' }));
    expect(await dialog.findByText('Bitte sagen Sie in einem Satz, was nicht stimmt.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('radio', { name: 'Ist Werbung oder Spam' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Meldung senden' }));
    expect(await screen.findByText('Ihre Meldung liegt bei der Moderation.', {}, soon)).toBeTruthy();
    expect(sent).toEqual([{ kind: 'tip', itemId: 't', reason: 'advertising', words: '' }]);
  });

  it('says that it was reported before', async () => {
    await show(false, true);
    await userEvent.click(screen.getByRole('button', { name: 'Melden' }));
    const dialog = within(await screen.findByRole('dialog', {}, soon));
    await userEvent.click(await dialog.findByRole('radio', { name: 'Ist Werbung oder Spam' }, soon));
    await userEvent.click(dialog.getByRole('button', { name: 'Meldung senden' }));
    await waitFor(() => expect(screen.getByText('Das haben Sie schon gemeldet; die Moderation prüft es.')).toBeTruthy(), soon);
  });

  it('leads guests to the form for what is illegal', async () => {
    await show(true);
    expect(screen.getByRole('link', { name: 'Rechtswidrigen Inhalt melden' }).getAttribute('href')).toBe('/melden/tip/t');
  });
});
