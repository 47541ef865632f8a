import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { LiveRegion, ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { tellLive } from '../../../platform/web/testing/live.js';
import { bellTexts } from './bell-texts.js';
import { NoticesBell } from './NoticesBell.js';

const accountId = '0190a000-0000-7000-8000-000000000001';
const COUNT = gql`query UnreadNoticeCount { unreadNoticeCount }`;
const NEWEST = gql`query NewestNotices { notices(first: 6, unreadOnly: true) { nodes { groupKind groupId title path newest { id line createdAt } } } }`;
const READ = gql`mutation ReadNotices($input: ReadNoticesInput!) { readNotices(input: $input) { count } }`;

const soon = { timeout: 4000 };
const read = jest.fn((_variables: object) => ({ data: { readNotices: { __typename: 'UnreadNotices', count: 0 } } }));

async function show(counts: readonly number[]) {
  read.mockClear();
  await bellTexts.load('de');
  const group = {
    __typename: 'NoticeGroup', groupKind: 'thread', groupId: 't', title: 'Wärmenetz', path: '/d/waermenetz/7',
    newest: { __typename: 'Notice', id: 'n', line: 'Birte Hansen hat in „Wärmenetz“ geschrieben', createdAt: '2026-11-22T10:00:00Z' },
  };
  const mocks = [
    ...counts.map((unreadNoticeCount) => ({ request: { query: COUNT }, result: { data: { unreadNoticeCount } } })),
    { request: { query: NEWEST }, result: { data: { notices: { __typename: 'NoticeGroupConnection', nodes: [group] } } } },
    { request: { query: READ, variables: () => true }, result: read },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId, standing: 'approved' }}>
        <NoticesBell />
        <LiveRegion />
      </ViewerFixed>
    </MockedProvider>,
  );
}

describe('the bell', () => {
  it('says in words how much is unread', async () => {
    await show([3]);
    expect(await screen.findByRole('button', { name: 'Hinweise (3 ungelesen)' }, soon)).toBeTruthy();
  });

  it('says that nothing is', async () => {
    await show([0]);
    expect(await screen.findByRole('button', { name: 'Hinweise (nichts ungelesen)' }, soon)).toBeTruthy();
  });

  it('does not pretend to have counted further than the server', async () => {
    await show([99]);
    expect(await screen.findByRole('button', { name: 'Hinweise (99 oder mehr ungelesen)' }, soon)).toBeTruthy();
  });

  it('follows what happens, and announces more but not less', async () => {
    await show([1, 2, 0]);
    await screen.findByRole('button', { name: /1 ungelesen/ }, soon);
    expect(screen.queryByText('2 ungelesene Hinweise.')).toBeNull();
    tellLive({ topic: 'notices', id: accountId, data: {} });
    expect(await screen.findByRole('button', { name: /2 ungelesen/ }, soon)).toBeTruthy();
    expect(await screen.findByText('2 ungelesene Hinweise.', {}, soon)).toBeTruthy();
    tellLive({ topic: 'notices', id: accountId, data: {} });
    expect(await screen.findByRole('button', { name: /nichts ungelesen/ }, soon)).toBeTruthy();
  });

  it('goes out when what was unread went out of sight with a right', async () => {
    await show([1, 0]);
    await screen.findByRole('button', { name: /1 ungelesen/ }, soon);
    tellLive({ topic: 'viewer', id: null, data: {} });
    expect(await screen.findByRole('button', { name: /nichts ungelesen/ }, soon)).toBeTruthy();
  });

  it('keeps quiet about the notices of others', async () => {
    await show([1]);
    await screen.findByRole('button', { name: /1 ungelesen/ }, soon);
    tellLive({ topic: 'notices', id: 'somebody else', data: {} });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.getByRole('button', { name: /1 ungelesen/ })).toBeTruthy();
  });

  it('opens the newest below the way to all of them, and reads what is gone to', async () => {
    await show([1]);
    await userEvent.click(await screen.findByRole('button', { name: /1 ungelesen/ }, soon));
    const [first] = screen.getAllByRole('menuitem');
    expect(first?.textContent).toBe('Alle Hinweise');
    const notice = await screen.findByRole('menuitem', { name: /Wärmenetz Birte Hansen hat geschrieben/ }, soon);
    // What arrives takes the focus from nobody.
    expect(document.activeElement).toBe(first);
    expect(notice.getAttribute('href')).toBe('/d/waermenetz/7');
    await userEvent.click(notice);
    await waitFor(() => expect(read).toHaveBeenCalledTimes(1), soon);
    expect(read.mock.calls[0]?.[0]).toEqual({ input: { group: { kind: 'thread', id: 't' } } });
    expect(await screen.findByRole('button', { name: /nichts ungelesen/ }, soon)).toBeTruthy();
  });
});
