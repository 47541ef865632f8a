import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { ViewerFixed } from '#platform/web';
import { textTexts } from '#text/web';
import { threadsTexts } from '#threads/web';
import { renderInPage } from '#ui/web/testing';
import { harvestTexts } from '../harvest-texts.js';
import { PassagesQuery, StretchQuery } from './choose.queries.js';
import { MakeTipPage } from './MakeTipPage.js';

const MAKE = gql`
  query MakeTip($slug: String!) {
    discussion(slug: $slug) { id slug title lastPosition viewerCanHarvest author { accountId name } space { id slug name } }
    mySpaces { id name tipSettings { spaceId viewerCanWrite template { title } } }
  }
`;
const postAt = (position: number) => ({ __typename: 'Post', id: `p${position}`, position, html: `<p>Worte ${position}</p>`, isDeleted: false, isHidden: false, isHeld: false, author: { __typename: 'PostAuthor', accountId: 'h', name: 'Hanne Helfend' } });
const LAST = 312;
const asked: unknown[] = [];
const discussion = { __typename: 'Discussion', id: 'd', slug: 'netz', title: 'Wie gelingt ein Netz?', lastPosition: 1, viewerCanHarvest: true, author: null, space: { __typename: 'Space', id: 's', slug: 'kreis', name: 'Kreis' } };
const mocks = [
  { request: { query: MAKE, variables: () => true }, result: { data: { discussion, mySpaces: [] } } },
  {
    request: { query: PassagesQuery, variables: () => true },
    result: {
      data: {
        discussion: {
          __typename: 'Discussion', id: 'd', answers: [{ __typename: 'AcceptedAnswer', post: postAt(208) }],
          thread: { __typename: 'Thread', id: 'd', lastPosition: LAST, marks: [{ __typename: 'ThreadMark', position: 1, at: '2026-11-01T08:00:00Z' }], posts: { __typename: 'PostWindow', nodes: [postAt(1)] } },
        },
      },
    },
  },
  {
    request: { query: StretchQuery, variables: () => true },
    maxUsageCount: 9,
    result: ({ from, direction }: Record<string, unknown>) => {
      asked.push([from, direction]);
      const start = direction === 'forward' ? Number(from) : Math.max(1, Number(from) - 29);
      const end = Math.min(LAST, direction === 'forward' ? start + 29 : Number(from));
      return { data: { thread: { __typename: 'Thread', id: 'd', posts: { __typename: 'PostWindow', nodes: Array.from({ length: end - start + 1 }, (_, at) => postAt(start + at)), from: start, to: end, hasEarlier: start > 1, hasLater: end < LAST } } } };
    },
  },
];

async function open(): Promise<void> {
  asked.length = 0;
  await Promise.all([harvestTexts, textTexts, threadsTexts].map((texts) => texts.load('de')));
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: 'x', standing: 'approved' }}>
        <Routes><Route path="/d/:slug/praxistipp" element={<MakeTipPage />} /></Routes>
      </ViewerFixed>
    </MockedProvider>,
    { path: '/d/netz/praxistipp' },
  );
}

it('whoever goes on without a passage is led to the sentence that says so, also a second time', async () => {
  await open();
  const next = await screen.findByRole('button', { name: 'Weiter' });
  for (const _ of ['once', 'again']) {
    await userEvent.click(next);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  }
});

it('a long discussion opens at the question and what answered it', async () => {
  await open();
  const first = within((await screen.findByRole('heading', { name: 'Frage und angenommene Antworten' })).closest('section') as HTMLElement);
  expect(first.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent ?? (box as HTMLInputElement).labels?.[0]?.textContent)).toEqual(['Beitrag 1 von Hanne Helfend', 'Beitrag 208 von Hanne Helfend']);
});

it('any place of a long discussion is reached at once, and chosen posts stay chosen', async () => {
  await open();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Beitrag 208 von Hanne Helfend' }));
  expect(screen.getByText('Ausgewählt: Beitrag 208')).toBeTruthy();
  await screen.findByText('1 bis 30 von 312');
  fireEvent.change(screen.getByRole('slider'), { target: { value: '150' } });
  await screen.findByText('150 bis 179 von 312');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Beitrag 160 von Hanne Helfend' }));
  await userEvent.click(screen.getByRole('button', { name: 'Frühere Beiträge' }));
  await screen.findByText('120 bis 179 von 312');
  await userEvent.click(screen.getByRole('button', { name: 'Weitere Beiträge' }));
  await screen.findByText('120 bis 209 von 312');
  expect(asked).toEqual([[1, 'forward'], [150, 'forward'], [149, 'backward'], [180, 'forward']]);
  // What stands above already is not there twice.
  expect(screen.getAllByRole('checkbox', { name: 'Beitrag 208 von Hanne Helfend' })).toHaveLength(1);
  expect(screen.getByText('2 ausgewählt: Beiträge 160, 208')).toBeTruthy();
});
