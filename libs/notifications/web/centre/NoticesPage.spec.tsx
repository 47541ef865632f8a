import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { LiveRegion, ViewerFixed } from '#platform/web';
import { renderInPage } from '#ui/web/testing';
import { tellLive } from '../../../platform/web/testing/live.js';
import { notificationsTexts } from '../notifications-texts.js';
import { NoticesPage } from './NoticesPage.js';

const accountId = '0190a000-0000-7000-8000-000000000001';
const NOTICES = gql`
  query Notices($unreadOnly: Boolean!, $after: String) {
    notices(first: 20, after: $after, unreadOnly: $unreadOnly) {
      nodes { groupKind groupId newestAt notices { id ...NoticeLine } ...NoticeGroupRow }
      pageInfo { hasNextPage endCursor }
    }
  }
  fragment NoticeGroupRow on NoticeGroup { groupKind groupId title path space { id name } notices { id ...NoticeLine } }
  fragment NoticeLine on Notice { id line excerpt path reasonText createdAt isRead }
`;
const READ = gql`mutation ReadNotices($input: ReadNoticesInput!) { readNotices(input: $input) { count } }`;
const ALL = gql`mutation ReadAllNotices($input: ReadAllNoticesInput!) { readAllNotices(input: $input) { count } }`;
const soon = { timeout: 5000 };

const notice = (id: string, title: string, isRead = false) => ({
  __typename: 'Notice', id, line: `Birte Hansen hat in „${title}“ geschrieben`, excerpt: `Auszug ${id}`, path: `/d/x/${id}`, reasonText: 'Sie erhalten das, weil Sie erwähnt wurden.',
  createdAt: '2026-11-21T10:00:00Z', isRead,
});
const group = (id: string, title: string, day: number, notices = [notice(`${id}1`, title)]) => ({
  __typename: 'NoticeGroup', groupKind: 'thread', groupId: id, newestAt: `2026-11-${day}T10:00:00.000Z`, title, path: `/d/${id}`, space: { __typename: 'Space', id: 's', name: 'Klimalotsen' }, notices,
});
const pageOf = (...nodes: readonly object[]) => ({ data: { notices: { __typename: 'NoticeGroupConnection', nodes, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } } } });

const sent: unknown[] = [];
const count = (name: string) => (variables: Record<string, unknown>) => {
  sent.push([name, variables['input']]);
  return { data: { [name]: { __typename: 'UnreadNotices', count: 0 } } };
};

const UNREAD = gql`query UnreadNoticeCount { unreadNoticeCount }`;

async function show(...pages: readonly object[]) {
  sent.length = 0;
  await notificationsTexts.load('de');
  const mocks = [
    ...pages.map((result) => ({ request: { query: NOTICES, variables: { unreadOnly: false } }, result })),
    { request: { query: UNREAD }, result: { data: { unreadNoticeCount: 12 } }, maxUsageCount: 9 },
    { request: { query: READ, variables: () => true }, result: count('readNotices') },
    { request: { query: ALL, variables: () => true }, result: count('readAllNotices') },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId, standing: 'approved' }}>
        <NoticesPage />
        <LiveRegion />
      </ViewerFixed>
    </MockedProvider>,
    { path: '/hinweise' },
  );
}

describe('the notice centre', () => {
  it('shows by what it is about who did what, marked where unread, and why one is told', async () => {
    await show(pageOf(group('a', 'Wärmenetz', 22)));
    expect(await screen.findByRole('link', { name: 'Wärmenetz' }, soon)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Birte Hansen hat geschrieben' }).getAttribute('href')).toBe('/d/x/a1');
    expect(screen.getByText('Ungelesen:')).toBeTruthy();
    expect(screen.getByText('Warum bekomme ich das?')).toBeTruthy();
    expect(screen.getByText('Sie erhalten das, weil Sie erwähnt wurden.')).toBeTruthy();
  });

  it('marks one thing as read and leaves it in its place', async () => {
    await show(pageOf(group('a', 'Wärmenetz', 22), group('b', 'Solardach', 21)));
    await userEvent.click(await screen.findByRole('button', { name: '„Wärmenetz“ als gelesen markieren' }, soon));
    await waitFor(() => expect(screen.queryByRole('button', { name: '„Wärmenetz“ als gelesen markieren' })).toBeNull(), soon);
    expect(sent).toEqual([['readNotices', { group: { kind: 'thread', id: 'a' } }]]);
    expect(screen.getByRole('link', { name: 'Wärmenetz' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '„Solardach“ als gelesen markieren' })).toBeTruthy();
  });

  it('marks all as read up to the newest on the screen, not what came since', async () => {
    await show(pageOf(group('a', 'Wärmenetz', 22), group('b', 'Solardach', 21)));
    await userEvent.click(await screen.findByRole('button', { name: 'Alle als gelesen markieren' }, soon));
    await waitFor(() => expect(screen.queryByText('Ungelesen:')).toBeNull(), soon);
    expect(sent).toEqual([['readAllNotices', { until: '2026-11-22T10:00:00.000Z' }]]);
  });

  it('does not move the list when something new comes, but offers it', async () => {
    const old = group('a', 'Wärmenetz', 22);
    const fresh = group('b', 'Solardach', 23);
    await show(pageOf(old), pageOf(fresh, old), pageOf(fresh, old));
    await screen.findByRole('link', { name: 'Wärmenetz' }, soon);
    tellLive({ topic: 'notices', id: accountId, data: {} });
    const button = await screen.findByRole('button', { name: 'Neue Hinweise zeigen' }, soon);
    expect(screen.queryByRole('link', { name: 'Solardach' })).toBeNull();
    expect(await screen.findByText('Es gibt neue Hinweise.', {}, soon)).toBeTruthy();
    await userEvent.click(button);
    expect(await screen.findByRole('link', { name: 'Solardach' }, soon)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Neue Hinweise zeigen' })).toBeNull();
  });

  it('shows three of many and the rest on demand', async () => {
    await show(pageOf(group('a', 'Wärmenetz', 22, ['1', '2', '3', '4', '5'].map((id) => notice(id, 'Wärmenetz', true)))));
    await userEvent.click(await screen.findByRole('button', { name: '2 weitere Hinweise zeigen' }, soon));
    expect(screen.getAllByText(/^Auszug/)).toHaveLength(5);
  });

  it('says how much is unread, and the name of a space once', async () => {
    await show(pageOf(group('a', 'Klimalotsen', 22)));
    await screen.findByRole('link', { name: 'Klimalotsen' }, soon);
    expect(await screen.findByRole('button', { name: /Ungelesen\W*12/ }, soon)).toBeTruthy();
    expect(screen.getAllByText('Klimalotsen')).toHaveLength(1);
  });

  it('says what will stand here while nothing does', async () => {
    await show(pageOf());
    expect(await screen.findByRole('heading', { name: 'Noch keine Hinweise' }, soon)).toBeTruthy();
  });
});
