import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { furtherNodes, graphql, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Badge, Button, ConfirmDialog, DateTime, EmptyState, FilterWords, formatTime, LinkButton, List, ListRow, LoadMore, Menu, Page, QueryPage, toast } from '#ui/web';
import { CHECK_MONTHS, noonOf } from '../tip/due-day.js';
import { tipsTexts } from '../tips-texts.js';

const CheckRowFragment = graphql(`
  fragment CheckRow on Tip {
    id
    slug
    title
    state
    checkedAt
    checkDueOn
    isOverdue
    openNoteCount
    viewerCanEdit
    viewerCanRetire
    space { id name }
  }
`);

const ChecksQuery = graphql(
  `
    query TipsToCheck($scope: TipCheckScope!, $after: String) {
      tipsToCheck(scope: $scope, withinDays: 30, first: 30, after: $after) {
        nodes { id ...CheckRow }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [CheckRowFragment],
);

const ConfirmTip = graphql(`mutation ConfirmTip($input: CheckTipInput!) { checkTip(input: $input) { id checkedAt checkDueOn isOverdue openNoteCount } }`);
const RetireChecked = graphql(`mutation RetireCheckedTip($input: TipInput!) { retireTip(input: $input) { id state } }`);
const ReviveChecked = graphql(`mutation ReviveCheckedTip($input: TipInput!) { reviveTip(input: $input) { id state } }`);

/** Tips whose check is due, with the three answers there are. */
export function CheckPage() {
  const t = useTexts(tipsTexts);
  const [search, setSearch] = useSearchParams();
  const scope = search.get('welche') === 'raeume' ? 'moderated' : 'mine';
  const query = useQuery(ChecksQuery, { variables: { scope } });
  // What was answered stays in its place with the answer, so that nothing jumps under the pointer.
  const more = () =>
    query.fetchMore({
      variables: { scope, after: query.data?.tipsToCheck.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('tipsToCheck'),
    });
  return (
    <QueryPage query={query} pick={(data) => data.tipsToCheck} texts={tipsTexts}>
      {(tips) => (
        <Page title={t('check.title')} summary={t('check.summary')} audience={t('check.audience')}>
          <FilterWords
            label={t('check.scope')}
            current={scope}
            words={[{ value: 'mine', label: t('check.scope.mine') }, { value: 'moderated', label: t('check.scope.moderated') }]}
            onChange={(next) => setSearch(next === 'moderated' ? { welche: 'raeume' } : {}, { replace: true })}
          />
          {tips.nodes.length === 0 ? (
            <EmptyState title={t('check.empty')}>{t('check.emptyText')}</EmptyState>
          ) : (
            <div>
              <List label={t('check.title')}>
                {tips.nodes.map((tip) => (
                  <CheckRow key={tip.id} tip={tip} />
                ))}
              </List>
              <LoadMore shown={tips.nodes.length} hasMore={tips.pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
            </div>
          )}
        </Page>
      )}
    </QueryPage>
  );
}

function CheckRow({ tip: masked }: { readonly tip: FragmentOf<typeof CheckRowFragment> }) {
  const tip = readFragment(CheckRowFragment, masked);
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const { locale } = useLocale();
  const [confirm, confirming] = useMutation(ConfirmTip);
  const [retire] = useMutation(RetireChecked);
  const [revive] = useMutation(ReviveChecked);
  const [answer, setAnswer] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const variables = { input: { tipId: tip.id } };

  const stillRight = async (nextInMonths?: number) => {
    try {
      const { data } = await confirm({ variables: { input: { tipId: tip.id, ...(nextInMonths !== undefined && { nextInMonths }) } } });
      const due = data?.checkTip.checkDueOn;
      setAnswer(t('check.rightDone', { date: typeof due === 'string' ? formatTime(noonOf(due), 'date', locale) : '' }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  const undo = async () => {
    try {
      await revive({ variables });
      setAnswer(undefined);
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };

  return (
    <ListRow
      title={tip.title}
      to={`/tipp/${tip.slug}`}
      meta={[
        tip.space?.name,
        tip.checkedAt !== null && t.rich('check.lastChecked', { when: <DateTime key="checked" at={tip.checkedAt} as="date" /> }),
        answer === undefined && tip.checkDueOn !== null && (tip.isOverdue ? <Badge key="due" kind="warning">{t('tips.dueSince', { date: formatTime(noonOf(tip.checkDueOn), 'date', locale) })}</Badge> : t('tips.dueOn', { date: formatTime(noonOf(tip.checkDueOn), 'date', locale) })),
        answer === undefined && (tip.openNoteCount ?? 0) > 0 && t('check.openNotes', { count: tip.openNoteCount ?? 0 }),
      ]}
      end={
        answer === undefined ? (
          <>
            <Button size="small" busy={confirming.loading} onClick={() => void stillRight()}>{t('check.right')}</Button>
            <Menu
              entries={[
                { kind: 'heading', label: t('tip.checkAgain') },
                ...CHECK_MONTHS.map((months) => ({ label: t('tip.checkIn', { count: months }), onSelect: () => void stillRight(months) })),
              ]}
            >
              {(props) => <Button {...props} size="small" kind="quiet" aria-label={t('check.rightTermOf', { title: tip.title })}>{t('check.rightTerm')}</Button>}
            </Menu>
            {tip.viewerCanEdit && <LinkButton size="small" kind="quiet" to={`/tipp/${tip.slug}/bearbeiten`}>{t('check.change')}</LinkButton>}
            {tip.viewerCanRetire && <Button size="small" kind="quiet" onClick={() => setAsking(true)}>{t('check.retire')}</Button>}
            <ConfirmDialog
              isOpen={isAsking}
              onClose={() => setAsking(false)}
              title={t('tip.retireAsk')}
              confirmLabel={t('tip.retire')}
              onConfirm={async () => {
                await retire({ variables });
                setAnswer(t('check.retired'));
              }}
              texts={tipsTexts}
            >
              {t('tip.retireText')}
            </ConfirmDialog>
          </>
        ) : (
          <output>
            {answer} {tip.state === 'retired' && <Button size="small" kind="quiet" onClick={() => void undo()}>{t('check.undo')}</Button>}
          </output>
        )
      }
    />
  );
}
