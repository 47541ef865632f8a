import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInPage } from '#ui/web/testing';
import { moderationTexts } from '../moderation-texts.js';
import { ImposeOnMember } from './ImposeOnMember.js';

const MEMBERS = gql`query MembersToMeasure($slug: String!, $name: String) { space(slug: $slug) { id members(first: 50, name: $name) { nodes { accountId name role } } } }`;
const nodes = [{ accountId: 'm', name: 'Milo Mitglied', role: 'member' }, { accountId: 'x', name: 'Mara Moderatorin', role: 'moderator' }];

it('a measure without a case asks for somebody first, and says so where nobody was chosen', async () => {
  await moderationTexts.load('de');
  const mocks = [{ request: { query: MEMBERS, variables: () => true }, maxUsageCount: 9, result: { data: { space: { __typename: 'Space', id: 's', members: { __typename: 'M', nodes: nodes.map((node) => ({ __typename: 'N', ...node })) } } } } }];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ImposeOnMember spaceId="s" slug="nord" />
    </MockedProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: /Maßnahme/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Um wen geht es?' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Weiter' }));
  expect(await dialog.findByText('Bitte wählen Sie ein Mitglied.')).toBeTruthy();
});
