import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { Button } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { Row } from '../layout/Layout.js';
import { Facts } from '../list/List.js';
import { Alert } from './State.js';
import classes from './state.module.css';

/** One thing in both versions, in words. */
export interface Difference {
  readonly name: string;
  /** Left out where it is long and stands in the form anyway. */
  readonly mine?: ReactNode;
  readonly theirs: ReactNode;
  /** A text of many lines: it gets a window of its own. */
  readonly isLong?: boolean;
}

export interface StaleNoticeProps {
  /** Says what was changed by somebody else. */
  readonly title: string;
  readonly differences: readonly Difference[];
  /** Saves what is typed, now that the other version was seen. */
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else has saved the same meanwhile: both versions, and which of them shall be. */
export function StaleNotice({ title, differences, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  const t = useTexts(uiTexts);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const facts = differences.map(({ name, mine, theirs, isLong = false }) => ({
    name,
    value: (
      <>
        {mine !== undefined && <div><strong>{t('stale.mine')}</strong> <span className={classes.words}>{mine}</span></div>}
        {isLong ? (
          <>
            <strong>{t('stale.theirs')}</strong>
            {/* Whoever has no mouse scrolls it by keys. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <section className={classes.longWords} aria-label={`${name}: ${t('stale.theirs')}`} tabIndex={0}>{theirs}</section>
          </>
        ) : (
          <div><strong>{t('stale.theirs')}</strong> <span className={classes.words}>{theirs}</span></div>
        )}
      </>
    ),
  }));
  return (
    <Alert kind="warning" live ref={notice} title={title}>
      {t('stale.text')}
      <div className={classes.versions}>
        <Facts facts={facts} />
        <Row>
          <Button onClick={onKeepMine}>{t('stale.keepMine')}</Button>
          <Button onClick={onTakeTheirs}>{t('stale.takeTheirs')}</Button>
        </Row>
      </div>
    </Alert>
  );
}
