import { MockedProvider } from '@apollo/client/testing/react';
import { gql, InMemoryCache } from '@apollo/client';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { renderInPage } from '#ui/web/testing';
import { harvestTexts } from '../harvest-texts.js';
import { HarvestPanel } from './HarvestPanel.js';

const PANEL = gql`
  query HarvestPanel($id: String!) {
    tip(slug: $id) {
      id
      harvest {
        tipId isWider gains opensToEveryone isReady readsSource discussion { id slug title }
        passages { id postId text consent source hasWords hasSource isAgreed author { accountId name } }
        crossings { key kind value excerpt isSettled reason }
      }
    }
  }
`;
const KEEP = gql`mutation KeepCrossings($input: KeepCrossingsInput!) { keepCrossings(input: $input) { id } }`;
const crossing = (key: string, value: string, isSettled = false) => ({
  __typename: 'HarvestCrossing', key, kind: 'name', value, excerpt: `… ${value} …`, isSettled, reason: isSettled ? 'abgesprochen' : null,
});
const harvest = {
  __typename: 'TipHarvest', tipId: 't', isWider: true, gains: 3, opensToEveryone: false, isReady: false, readsSource: true,
  discussion: { __typename: 'Discussion', id: 'd', slug: 'netz', title: 'Wie gelingt ein Netz?' },
  passages: [{ __typename: 'HarvestPassage', id: 'p', postId: 'b', text: 'Frag [@Hanne Helfend](/person/h)', consent: 'open', source: 'stands', hasWords: true, hasSource: true, isAgreed: false, author: null }],
  crossings: [crossing('name:a', 'Anna'), crossing('name:b', 'Berta'), crossing('name:c', 'Cilli', true)],
};
const sent: unknown[] = [];
const soon = { timeout: 4000 };

let looks = 0;
async function show(more: object = {}, cache = new InMemoryCache()): Promise<void> {
  sent.length = 0;
  looks = 0;
  await harvestTexts.load('de');
  const mocks = [
    { request: { query: PANEL, variables: { id: 'tipp' } }, maxUsageCount: 5, result: () => {
      looks += 1;
      return { data: { tip: { __typename: 'Tip', id: 't', harvest: { ...harvest, ...more } } } };
    } },
    {
      request: { query: KEEP, variables: () => true },
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        return { data: { keepCrossings: { __typename: 'Tip', id: 't' } } };
      },
    },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks} cache={cache}>
      <Routes>
        <Route path="/tipp/:slug/bearbeiten" element={<HarvestPanel />} />
      </Routes>
    </MockedProvider>,
    { path: '/tipp/tipp/bearbeiten' },
  );
  await screen.findByText('Grenzprüfung', undefined, soon);
}

describe('the passages beside a draft', () => {
  it('say where their words are kept no more', async () => {
    await show({ passages: [{ ...harvest.passages[0], text: '', source: 'hidden', hasWords: false, isAgreed: true }] });
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Wortlaut nicht mehr vorhanden');
  });
});

describe('the border beside a draft', () => {
  it('is looked at anew once the text was saved, and not in between', async () => {
    const cache = new InMemoryCache();
    const SAVED = gql`query Saved($id: String!) { tip(slug: $id) { id workingCopy { tipId version } } }`;
    const save = (version: number) => cache.writeQuery({ query: SAVED, variables: { id: 'tipp' }, data: { tip: { __typename: 'Tip', id: 't', workingCopy: { __typename: 'TipWorkingCopy', tipId: 't', version } } } });
    save(1);
    await show({}, cache);
    jest.useFakeTimers();
    try {
      await act(async () => void (await jest.advanceTimersByTimeAsync(20_000)));
      expect(looks).toBe(1);
      await act(async () => {
        save(2);
        await jest.advanceTimersByTimeAsync(1000);
        save(3);
        await jest.advanceTimersByTimeAsync(3000);
      });
      expect(looks).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps what is chosen, for a reason alone', async () => {
    await show();
    await userEvent.click(screen.getByRole('checkbox', { name: /Name: Berta/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Ausgewähltes behalten' }));
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByRole('textbox'), 'Sie weiß davon');
    await userEvent.click(screen.getByRole('button', { name: 'Ausgewähltes behalten' }));
    await waitFor(() => expect(sent).toEqual([{ tipId: 't', keys: ['name:b'], reason: 'Sie weiß davon' }]), soon);
  });

  it('shows what was decided with its reason, and words without addresses', async () => {
    await show();
    expect(screen.getByText('Bleibt: abgesprochen')).toBeTruthy();
    expect(screen.getByText('Frag @Hanne Helfend')).toBeTruthy();
    expect(screen.queryByText(/Verglichen wird hier nur/)).toBeNull();
  });

  it('calls a source by what it is, and says what became of a passage', async () => {
    const crossings = [{ ...crossing('link:/beitrag/b', '/beitrag/0190a0bc-0000-7000-8000-00000000abcd'), kind: 'link' }];
    await show({ crossings, passages: [{ ...harvest.passages[0], source: 'hidden' }] });
    expect(screen.getByRole('checkbox', { name: /^Link zur Quelle in der Diskussion/ })).toBeTruthy();
    expect(screen.getByText(/von der Moderation ausgeblendet/)).toBeTruthy();
  });

  it('says so where it compares with a part alone', async () => {
    await show({ readsSource: false, discussion: null, crossings: [] });
    expect(screen.getByText(/Verglichen wird hier nur/)).toBeTruthy();
  });
});
