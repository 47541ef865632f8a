import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { act, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { MemoryRouter, useNavigate } from 'react-router';
import { ViewerFixed } from '#platform/web';
import { useUnreadCount, useVisitedPages } from './unread.js';

const COUNT = gql`query UnreadNoticeCount { unreadNoticeCount }`;
const VISITED = gql`mutation VisitedPage($input: VisitedPageInput!) { visitedPage(input: $input) { count } }`;
const visited = jest.fn((_variables: { readonly input: { readonly path: string } }) => ({ data: { visitedPage: { __typename: 'UnreadNotices', count: 1 } } }));
let go: ReturnType<typeof useNavigate>;

function Frame() {
  const navigate = useNavigate();
  useEffect(() => {
    go = navigate;
  }, [navigate]);
  const count = useUnreadCount();
  useVisitedPages(count);
  return <p>{count} ungelesen</p>;
}

async function show(unread: number): Promise<void> {
  visited.mockClear();
  const mocks = [
    { request: { query: COUNT }, result: { data: { unreadNoticeCount: unread } } },
    { request: { query: VISITED, variables: () => true }, result: visited, maxUsageCount: 9 },
  ];
  render(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: '0190a000-0000-7000-8000-000000000001', standing: 'approved' }}>
        <MemoryRouter initialEntries={['/raum/am-fluss/anfragen?anfrage=3']}><Frame /></MemoryRouter>
      </ViewerFixed>
    </MockedProvider>,
  );
  await pass(100);
}
const pass = (ms: number): Promise<void> => act(async () => jest.advanceTimersByTimeAsync(ms));
const asked = (): readonly string[] => visited.mock.calls.map(([{ input }]) => input.path);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('notices that lead to a page', () => {
  it('are read by staying on it', async () => {
    await show(2);
    expect(asked()).toEqual([]);
    await pass(3000);
    expect(asked()).toEqual(['/raum/am-fluss/anfragen?anfrage=3']);
    expect(screen.getByText('1 ungelesen')).toBeTruthy();
  });

  it('are not read by passing through', async () => {
    await show(2);
    await act(async () => go('/meldungen'));
    await pass(500);
    await act(async () => go('/lesezeichen'));
    await pass(3000);
    expect(asked()).toEqual(['/lesezeichen']);
  });

  it('are not asked for again while the page keeps its place in the address', async () => {
    await show(2);
    await pass(500);
    await act(async () => go('/raum/am-fluss/anfragen?anfrage=4', { replace: true }));
    await pass(3000);
    expect(asked()).toEqual(['/raum/am-fluss/anfragen?anfrage=3']);
  });

  it('are not asked for where nothing is unread', async () => {
    await show(0);
    await pass(3000);
    expect(asked()).toEqual([]);
  });
});
