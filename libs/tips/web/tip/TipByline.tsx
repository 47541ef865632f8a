import { IconClock, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { graphql, readFragment, useLocale, useTexts, useViewer, type FragmentOf } from '#platform/web';
import { formatTime } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { noonOf } from './due-day.js';
import { Names } from './Names.js';
import classes from './tip.module.css';

export const TipBylineFragment = graphql(`
  fragment TipByline on Tip {
    state
    readingMinutes
    checkedAt
    checkDueOn
    isOverdue
    authors { accountId name place }
    checkedBy { accountId name }
  }
`);

/** Who wrote it, how long it takes, and whether one can rely on it. */
export function TipByline({ tip: masked }: { readonly tip: FragmentOf<typeof TipBylineFragment> }) {
  const tip = readFragment(TipBylineFragment, masked);
  const t = useTexts(tipsTexts);
  const { locale } = useLocale();
  const viewer = useViewer();
  const day = (at: string) => formatTime(at, 'date', locale);
  const checked =
    tip.checkedAt === null ? undefined
    : tip.checkedBy === null ? t('tip.checked', { date: day(tip.checkedAt) })
    : t('tip.checkedBy', { date: day(tip.checkedAt), name: tip.checkedBy.name ?? t('person.gone') });
  return (
    <div className={classes.byline}>
      {tip.authors.length > 0 ? <p>{t.rich('tip.by', { names: <Names people={tip.authors} withPlace /> })}</p> : viewer.isGuest && <p className={classes.quiet}>{t('tip.anonymous')}</p>}
      <p className={classes.quiet}>
        <span className={classes.fact}>
          <IconClock size={18} stroke={1.8} aria-hidden="true" />
          <span>{t('tip.minutes', { count: tip.readingMinutes })}</span>
        </span>
        {checked !== undefined && tip.state === 'published' && (
          <span className={classes.fact}>
            <IconRosetteDiscountCheck size={18} stroke={1.8} aria-hidden="true" />
            <span>
              {checked}
              {tip.checkDueOn !== null && !tip.isOverdue && `, ${t('tip.nextCheck', { date: day(noonOf(tip.checkDueOn)) })}`}
            </span>
          </span>
        )}
      </p>
    </div>
  );
}
