import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { renderInPage } from '#ui/web/testing';
import { harvestTexts } from '../harvest-texts.js';
import { RequestPage } from './RequestPage.js';

const REQUEST = gql`
  query HarvestRequest($id: ID!) {
    harvestRequest(id: $id) {
      id consent wantsCredit answeredAt spaceName audience askedBy { accountId name } discussion { id slug title } passages { id postId text }
    }
  }
`;
const ANSWER = gql`mutation AnswerHarvestRequest($input: AnswerHarvestRequestInput!) { answerHarvestRequest(input: $input) { id consent wantsCredit answeredAt } }`;
const request = {
  __typename: 'HarvestRequest', id: 'r', consent: 'open', wantsCredit: false, answeredAt: null, spaceName: 'Offene Praxis', audience: 'everyone',
  askedBy: { __typename: 'TipWriter', accountId: 'a', name: 'Alma Fragend' }, discussion: { __typename: 'Discussion', id: 'd', slug: 'netz', title: 'Wie gelingt ein Netz?' },
  passages: [{ __typename: 'HarvestOwnPassage', id: 'p', postId: 'b', text: 'Geduld mit dem Bauamt' }],
};
const sent: unknown[] = [];
const soon = { timeout: 4000 };

async function show(): Promise<void> {
  sent.length = 0;
  await harvestTexts.load('de');
  const mocks = [
    { request: { query: REQUEST, variables: { id: 'r' } }, result: { data: { harvestRequest: request } } },
    {
      request: { query: ANSWER, variables: () => true },
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        return { data: { answerHarvestRequest: { __typename: 'HarvestRequest', id: 'r', consent: 'paraphrase', wantsCredit: true, answeredAt: '2026-11-22T10:00:00Z' } } };
      },
    },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <Routes>
        <Route path="/praxistipp-anfrage/:id" element={<RequestPage />} />
      </Routes>
    </MockedProvider>,
    { path: '/praxistipp-anfrage/r' },
  );
  await screen.findByText('Geduld mit dem Bauamt', undefined, soon);
}

describe('a request for words', () => {
  it('says who asks, which words, and who will read them', async () => {
    await show();
    expect(screen.getByText(/Alma Fragend möchte aus der Diskussion/)).toBeTruthy();
    expect(screen.getByText(/Offene Praxis.*auch Gäste/)).toBeTruthy();
  });

  it('is sent once an answer is chosen, and not before', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Antworten' }));
    expect((await screen.findAllByText(/Wählen Sie eine Antwort|Wähle eine Antwort/, undefined, soon)).length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'Ja, aber nur sinngemäß' }));
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Antworten' }));
    await waitFor(() => expect(sent).toEqual([{ requestId: 'r', consent: 'paraphrase', wantsCredit: true }]), soon);
  });

  it('names nobody after a no', async () => {
    await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Nein' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
