import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { ViewerFixed } from '#platform/web';
import { textTexts } from '#text/web';
import { renderInPage } from '#ui/web/testing';
import { harvestTexts } from '../harvest-texts.js';
import { MakeTipPage } from './MakeTipPage.js';

const MAKE = gql`
  query MakeTip($slug: String!) {
    discussion(slug: $slug) { id slug title lastPosition viewerCanHarvest author { accountId name } space { id slug name } }
    mySpaces { id name tipSettings { spaceId viewerCanWrite template { title } } }
  }
`;
const PASSAGES = gql`
  query PassagesToChoose($slug: String!, $from: Int!) {
    discussion(slug: $slug) {
      id
      thread { id posts(from: $from, first: 50) { nodes { id position html isDeleted isHidden isHeld author { accountId name } } to hasLater } }
    }
  }
`;
const post = { __typename: 'Post', id: 'p', position: 1, html: '<p>Fragt zuerst das Bauamt.</p>', isDeleted: false, isHidden: false, isHeld: false, author: { __typename: 'PostAuthor', accountId: 'h', name: 'Hanne Helfend' } };
const discussion = { __typename: 'Discussion', id: 'd', slug: 'netz', title: 'Wie gelingt ein Netz?', lastPosition: 1, viewerCanHarvest: true, author: null, space: { __typename: 'Space', id: 's', slug: 'kreis', name: 'Kreis' } };
const mocks = [
  { request: { query: MAKE, variables: () => true }, result: { data: { discussion, mySpaces: [] } } },
  { request: { query: PASSAGES, variables: () => true }, result: { data: { discussion: { __typename: 'Discussion', id: 'd', thread: { __typename: 'Thread', id: 'd', posts: { __typename: 'PostWindow', nodes: [post], to: 1, hasLater: false } } } } } },
];

it('whoever goes on without a passage is led to the sentence that says so, also a second time', async () => {
  await Promise.all([harvestTexts.load('de'), textTexts.load('de')]);
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: 'x', standing: 'approved' }}>
        <Routes><Route path="/d/:slug/praxistipp" element={<MakeTipPage />} /></Routes>
      </ViewerFixed>
    </MockedProvider>,
    { path: '/d/netz/praxistipp' },
  );
  const next = await screen.findByRole('button', { name: 'Weiter' });
  for (const _ of ['once', 'again']) {
    await userEvent.click(next);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  }
});
