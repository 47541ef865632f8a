import { useState } from 'react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, DateTime, Row, Stack, toast } from '#ui/web';
import type { EditedChapter } from './ChapterFields.js';
import classes from './keep.module.css';
import { keepingTexts } from './keeping-texts.js';

export interface HandbookState {
  readonly title: string;
  readonly intro: string;
  readonly chapters: readonly EditedChapter[];
}

interface HandbookConflictProps {
  readonly mine: HandbookState;
  readonly theirs: HandbookState;
  readonly savedAt: string;
  /** Null where nobody knows, or the account is gone. */
  readonly savedBy: string | null;
  readonly onTakeTheirs: () => void;
  /** Saves the own version upon theirs. */
  readonly onKeepMine: () => Promise<unknown>;
}

/** Somebody else saved in the meantime: what they saved, and which one shall count. Nothing is saved before that is said. */
export function HandbookConflict({ mine, theirs, savedAt, savedBy, onTakeTheirs, onKeepMine }: HandbookConflictProps) {
  const t = useTexts(keepingTexts);
  const errors = useErrorTexts(keepingTexts);
  const [isBoth, setBoth] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    try {
      await onKeepMine();
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert kind="warning" live title={t('handbook.staleTitle')}>
      <Stack>
        <p>
          {savedBy === null
            ? t.rich('handbook.staleText', { when: <DateTime at={savedAt} as="dateTime" /> })
            : t.rich('handbook.staleTextBy', { who: <strong>{savedBy}</strong>, when: <DateTime at={savedAt} as="dateTime" /> })}
        </p>
        <div className={classes.both}>
          <Outline title={t('handbook.staleTheirs')} state={theirs} />
          {isBoth && <Outline title={t('handbook.staleMine')} state={mine} />}
        </div>
        <Row>
          <Button onClick={onTakeTheirs}>{t('handbook.takeTheirs')}</Button>
          <Button busy={isBusy} onClick={() => void keep()}>{t('handbook.keepMine')}</Button>
          <Button kind="quiet" aria-expanded={isBoth} onClick={() => setBoth(!isBoth)}>{t(isBoth ? 'handbook.seeTheirs' : 'handbook.seeBoth')}</Button>
        </Row>
      </Stack>
    </Alert>
  );
}

function Outline({ title, state }: { readonly title: string; readonly state: HandbookState }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p><strong>{state.title}</strong></p>
      {state.intro !== '' && <p>{state.intro}</p>}
      <ol>
        {state.chapters.map((chapter) => (
          <li key={chapter.key}>
            {chapter.title}
            {chapter.intro !== '' && <p>{chapter.intro}</p>}
            <ul>
              {chapter.tips.map((tip) => (
                <li key={tip.id}>{tip.title}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
