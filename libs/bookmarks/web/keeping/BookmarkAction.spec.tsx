import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed } from '#platform/web';
import { Toasts } from '#ui/web';
import { renderInPage } from '#ui/web/testing';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { BookmarkAction } from './BookmarkAction.js';

const accountId = '0190a000-0000-7000-8000-000000000001';
const id = '0190a000-0000-7000-8000-000000000002';
const bookmark = (note: string, remindOn: string | null) => ({ __typename: 'Bookmark', id: 'b', kind: 'tip', targetId: id, note, remindOn, isDue: false });

const OF = gql`query BookmarkOf($kind: String!, $targetId: ID!) { bookmarkOf(kind: $kind, targetId: $targetId) { id kind targetId note remindOn isDue } }`;
const SET = gql`mutation SetBookmark($input: SetBookmarkInput!) { setBookmark(input: $input) { id kind targetId note remindOn isDue } }`;
const REMOVE = gql`mutation RemoveBookmark($input: RemoveBookmarkInput!) { removeBookmark(input: $input) }`;

const sent: unknown[] = [];
const any = () => true;

async function show(kept: object | null, options: { readonly approved?: boolean; readonly answer?: object } = {}) {
  sent.length = 0;
  await bookmarksTexts.load('de');
  const record = (answer: (variables: Record<string, unknown>) => object) => (variables: Record<string, unknown>) => {
    sent.push(variables['input']);
    return answer(variables);
  };
  const mocks = [
    { request: { query: OF, variables: { kind: 'tip', targetId: id } }, result: { data: { bookmarkOf: kept } } },
    {
      request: { query: SET, variables: any },
      maxUsageCount: 5,
      result: record(({ input }) => options.answer ?? { data: { setBookmark: bookmark((input as { note: string }).note, (input as { remindOn: string | null }).remindOn) } }),
    },
    { request: { query: REMOVE, variables: any }, result: record(() => ({ data: { removeBookmark: true } })) },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: options.approved === false ? null : accountId, standing: options.approved === false ? 'guest' : 'approved' }}>
        <BookmarkAction kind="tip" id={id} />
        <Toasts />
      </ViewerFixed>
    </MockedProvider>,
  );
}

const soon = { timeout: 4000 };

describe('the button that keeps a thing', () => {
  it('keeps with one press and offers a note afterwards', async () => {
    await show(null);
    // Until it is known whether the thing is kept already a press does nothing.
    await userEvent.click(await screen.findByRole('button', { name: 'Merken', busy: false }, soon));
    expect(await screen.findByRole('button', { name: 'Gemerkt' }, soon)).toBeTruthy();
    expect(sent).toEqual([{ id: expect.any(String), kind: 'tip', targetId: id, note: '', remindOn: null }]);
    await userEvent.click(screen.getByRole('button', { name: 'Notiz oder Erinnerung' }));
    expect(await screen.findByRole('dialog', { name: 'Notiz und Erinnerung' }, soon)).toBeTruthy();
  });

  it('shows what was noted, and saves it changed', async () => {
    await show(bookmark('Für den Beirat', null));
    await userEvent.click(await screen.findByRole('button', { name: 'Gemerkt' }, soon));
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Notiz/ }, soon);
    expect(note.value).toBe('Für den Beirat');
    await userEvent.type(note, ' am 5.');
    await userEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), soon);
    expect(sent).toMatchObject([{ note: 'Für den Beirat am 5.', remindOn: null }]);
  });

  it('says at the field that a day has passed, and sends nothing', async () => {
    await show(bookmark('', null));
    await userEvent.click(await screen.findByRole('button', { name: 'Gemerkt' }, soon));
    const day = await screen.findByLabelText<HTMLInputElement>(/^Erinnern am/, {}, soon);
    await userEvent.type(day, '2020-01-01');
    await userEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    expect(await screen.findByText(/Dieser Tag ist schon vorbei/, {}, soon)).toBeTruthy();
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('puts what the server refuses at its field and keeps what was typed', async () => {
    await show(bookmark('', null), { answer: { errors: [{ message: 'x', extensions: { code: 'BAD_USER_INPUT', reason: 'bookmark.dayTooFar', field: 'remindOn', params: { years: 5 } } }] } });
    await userEvent.click(await screen.findByRole('button', { name: 'Gemerkt' }, soon));
    await userEvent.type(await screen.findByLabelText(/^Erinnern am/, {}, soon), '2099-01-01');
    await userEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    expect(await screen.findByText(/höchstens 5 Jahre/, {}, soon)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Erinnern am/).value).toBe('2099-01-01');
  });

  it('lets go again', async () => {
    await show(bookmark('', null));
    await userEvent.click(await screen.findByRole('button', { name: 'Gemerkt' }, soon));
    await userEvent.click(await screen.findByRole('button', { name: 'Nicht mehr merken' }, soon));
    expect(await screen.findByRole('button', { name: 'Merken' }, soon)).toBeTruthy();
    expect(sent).toEqual([{ kind: 'tip', targetId: id }]);
  });

  it('is not there for guests', async () => {
    await show(null, { approved: false });
    expect(screen.queryByRole('button', { name: /merk/i })).toBeNull();
  });
});
