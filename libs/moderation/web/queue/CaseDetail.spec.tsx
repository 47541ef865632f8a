import { gql } from '@apollo/client';
import { MockedProvider } from '@apollo/client/testing/react';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ViewerFixed, type FragmentOf } from '#platform/web';
import { audienceTexts } from '#spaces/web';
import { textTexts } from '#text/web';
import { renderInPage } from '#ui/web/testing';
import { moderationTexts } from '../moderation-texts.js';
import { reportTexts } from '../report/report-texts.js';
import { CaseDetail } from './CaseDetail.js';
import type { CaseDetailFragment } from './case.queries.js';
import type { Decision } from './decision-keys.js';

const DECIDE = gql`mutation DecideCase($input: DecideCaseInput!) { decideCase(input: $input) { id decision } }`;
const caseId = '0190a000-0000-7000-8000-000000000001';

const one = {
  __typename: 'ModerationCase', id: caseId, itemKind: 'tip', isHeld: false, isWaiting: true, openedAt: '2026-05-01T10:00:00Z', reportCount: 1, decision: null, decisionReason: null,
  decisionNote: '', decidedAt: null, viewerDecisions: ['keep', 'hide'] as readonly Decision[], viewerCanDecideObjection: false, decidedBy: null, objection: null,
  item: { id: 'i', title: 'Wärmepumpen im Altbau', version: 'v1', path: '/tipp/waerme', html: '<p>Der Text</p>', isShown: true, writtenAt: '2026-05-01T09:00:00Z', contextTitle: null, contextPath: null },
  surroundings: [], author: { id: 'a', name: 'Anna Autorin' }, authorHistory: { passed: 4, kept: 0, removed: 1, measures: 0 },
  gateNotes: [{ reason: 'watchedWord', word: 'wunder*', before: 'Dieses ', match: 'Wundermittel', after: ' hilft.' }],
  reports: [{ id: 'r', reason: 'advertising', words: 'Das ist Werbung.', isGuest: false, guestName: null, createdAt: '2026-05-01T10:00:00Z', reporter: { id: 'm', name: 'Milo Mitglied' } }],
  acts: [], space: { id: 's', slug: 'nord', name: 'Erstvorhaben Nord', audience: { kind: 'members', count: 12, visitors: 0, role: null, spaceName: 'Erstvorhaben Nord' } },
};

const sent: unknown[] = [];
const onOvertaken = jest.fn();

async function show(more: object = {}, answer: object = { data: { decideCase: { __typename: 'ModerationCase', id: caseId, decision: 'keep' } } }) {
  sent.length = 0;
  await Promise.all([moderationTexts.load('de'), reportTexts.load('de'), textTexts.load('de'), audienceTexts.load('de')]);
  const onDecided = jest.fn();
  onOvertaken.mockClear();
  const mocks = [
    {
      request: { query: DECIDE, variables: () => true },
      maxUsageCount: 5,
      result: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        return answer;
      },
    },
  ];
  await renderInPage(
    <MockedProvider mocks={mocks}>
      <ViewerFixed viewer={{ accountId: 'x', standing: 'approved' }}>
        <CaseDetail one={{ ...one, ...more } as unknown as FragmentOf<typeof CaseDetailFragment>} onDecided={onDecided} onOvertaken={onOvertaken} />
      </ViewerFixed>
    </MockedProvider>,
  );
  return onDecided;
}

const soon = { timeout: 4000 };

describe('a case', () => {
  it('shows item, reports, history and the watched word in its place', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Wärmepumpen im Altbau');
    expect(screen.getByText('Der Text')).toBeTruthy();
    expect(screen.getByText('Das ist Werbung.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Milo Mitglied' })).toBeTruthy();
    expect(screen.getByText('Wundermittel').tagName).toBe('MARK');
    // About the author, not about who reported: it stands with the name.
    expect(screen.getByText(/1 Inhalt ausgeblendet, keine Maßnahme/).closest('header')?.textContent).toContain('Anna Autorin');
  });

  it('says how far it reaches, or would', async () => {
    await show();
    expect(screen.getByText(/Sichtbar für die 12 Mitglieder von „Erstvorhaben Nord“/)).toBeTruthy();
    cleanup();
    await show({ isHeld: true, item: { ...one.item, isShown: false } });
    expect(screen.getByText(/Würde es gezeigt: .*12 Mitglieder/)).toBeTruthy();
  });

  it('is kept by one key, and the next one follows', async () => {
    const onDecided = await show();
    await userEvent.keyboard('b');
    await waitFor(() => expect(onDecided).toHaveBeenCalledTimes(1), soon);
    expect(sent).toEqual([{ caseId, itemVersion: 'v1', decision: 'keep' }]);
  });

  it('is hidden with a category and words; without words nothing is sent', async () => {
    const onDecided = await show();
    await userEvent.keyboard('a');
    const dialog = within(await screen.findByRole('dialog'));
    // What was reported is proposed.
    expect(dialog.getByRole<HTMLSelectElement>('combobox').value).toBe('advertising');
    await userEvent.click(dialog.getByRole('button', { name: 'Ausblenden' }));
    expect(await dialog.findByText('Bitte begründen Sie die Entscheidung in einem Satz.')).toBeTruthy();
    expect(sent).toEqual([]);
    // Keys rest while somebody types.
    await userEvent.type(dialog.getByRole('textbox'), 'Bitte ohne Werbung.');
    await userEvent.click(dialog.getByRole('button', { name: 'Ausblenden' }));
    await waitFor(() => expect(onDecided).toHaveBeenCalledTimes(1), soon);
    expect(sent).toEqual([{ caseId, itemVersion: 'v1', decision: 'hide', reason: 'advertising', note: 'Bitte ohne Werbung.' }]);
  });

  it('says who was quicker', async () => {
    const extensions = { code: 'CONFLICT', reason: 'moderation.decided', params: { decision: 'hide', by: 'Moritz Moderator', at: '2026-05-01T11:00:00Z' } };
    const onDecided = await show({}, { errors: [{ message: 'moderation.decided', extensions }] });
    await userEvent.click(screen.getByRole('button', { name: /Stehen lassen/ }));
    expect(await screen.findByText('Moritz Moderator war schneller: Ausgeblendet. Sie brauchen nichts mehr zu tun.', {}, soon)).toBeTruthy();
    expect(onDecided).not.toHaveBeenCalled();
    // What can be done now is asked for, and the case does not slip away with the list.
    expect(onOvertaken).toHaveBeenCalledTimes(1);
  });

  it('says who was quicker also where a reason was being written', async () => {
    const extensions = { code: 'CONFLICT', reason: 'moderation.decided', params: { decision: 'keep', by: 'Moritz Moderator', at: '2026-05-01T11:00:00Z' } };
    await show({}, { errors: [{ message: 'moderation.decided', extensions }] });
    await userEvent.keyboard('a');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'Bitte ohne Werbung.');
    await userEvent.click(dialog.getByRole('button', { name: 'Ausblenden' }));
    expect(await screen.findByText(/^Moritz Moderator war schneller: Bleibt stehen/, {}, soon)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(onOvertaken).toHaveBeenCalledTimes(1);
  });

  it('is shown again only after it was said who will see it', async () => {
    const onDecided = await show({ viewerDecisions: ['restore'], decision: 'hide', isWaiting: false, item: { ...one.item, isShown: false } });
    await userEvent.keyboard('w');
    const dialog = within(await screen.findByRole('dialog', { name: 'Wieder zeigen?' }));
    expect(dialog.getByText('Sichtbar für die 12 Mitglieder von „Erstvorhaben Nord“.')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Wieder zeigen' }));
    await waitFor(() => expect(onDecided).toHaveBeenCalledTimes(1), soon);
    expect(sent).toEqual([{ caseId, itemVersion: 'v1', decision: 'restore', confirmAudience: 12 }]);
  });

  it('keeps the question where others would see it than was said', async () => {
    const extensions = { code: 'CONFLICT', reason: 'moderation.confirmAudience', params: { count: 13 } };
    const onDecided = await show({ viewerDecisions: ['restore'], decision: 'hide', isWaiting: false }, { errors: [{ message: 'moderation.confirmAudience', extensions }] });
    await userEvent.keyboard('w');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Wieder zeigen' }));
    expect(await dialog.findByText(/Inzwischen hat sich geändert, wer den Inhalt sehen würde/, {}, soon)).toBeTruthy();
    expect(onDecided).not.toHaveBeenCalled();
  });

  it('offers the release first where the gate held it', async () => {
    await show({ isHeld: true, viewerDecisions: ['release', 'reject'], reports: [], reportCount: 0 });
    expect(within(screen.getByRole('article')).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Freigeben F', 'Nicht freigeben L', 'Maßnahme …']);
  });

  it('tells the first decider why somebody else looks at the objection', async () => {
    await show({ viewerDecisions: [], decision: 'hide', objection: { words: 'Doch!', createdAt: '2026-05-02T10:00:00Z', isGranted: null, note: '', decidedAt: null, decidedBy: null } });
    expect(screen.getByText(/deshalb prüft eine andere Person/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Über den Einspruch/ })).toBeNull();
  });
});
