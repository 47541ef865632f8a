import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { Alert, Button, Facts, Row } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './settings.module.css';

/** One setting in both versions, in words. */
export interface Difference {
  readonly name: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
}

interface StaleNoticeProps {
  readonly differences: readonly Difference[];
  /** Saves what is typed, now that the other version was seen. */
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else has saved the same settings meanwhile: both versions, and which of them shall be. */
export function StaleNotice({ differences, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  const t = useTexts(spacesTexts);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const facts = differences.map(({ name, mine, theirs }) => ({
    name,
    value: (
      <>
        <div><strong>{t('stale.mine')}</strong> <span className={classes.words}>{mine}</span></div>
        <div><strong>{t('stale.theirs')}</strong> <span className={classes.words}>{theirs}</span></div>
      </>
    ),
  }));
  return (
    <Alert kind="warning" live ref={notice} title={t('stale.title')}>
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
