import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, Row } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import type { OutboxEntry } from './post-outbox.js';
import classes from './write.module.css';

interface WaitingPostsProps {
  readonly entries: readonly OutboxEntry[];
  /** Back into the field, to be written on. */
  readonly onEdit: (entry: OutboxEntry) => Promise<unknown>;
  readonly onDiscard: (entry: OutboxEntry) => Promise<unknown>;
  readonly onTry: () => void;
}

/** Replies that were sent without a network: they are shown, so that nobody writes them again. */
export function WaitingPosts({ entries, onEdit, onDiscard, onTry }: WaitingPostsProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  // One that is on its way is waited for.
  const [busy, setBusy] = useState<string>();
  const during = async (act: string, work: Promise<unknown>) => {
    setBusy(act);
    await work.finally(() => setBusy(undefined));
  };
  return entries.map((entry) => (
    <div key={entry.id} className={classes.waiting}>
      <p className={classes.waitingHead}>
        <IconCloudOff size={18} stroke={1.8} aria-hidden="true" />
        <strong>{t(entry.error === undefined ? 'outbox.waiting' : 'outbox.refused')}</strong>
      </p>
      {entry.error !== undefined && <Alert kind="danger">{errors.sentence(entry.error)}</Alert>}
      <p className={classes.plain}>{entry.body}</p>
      <Row>
        {entry.error === undefined && <Button size="small" onClick={onTry}>{t('outbox.try')}</Button>}
        <Button size="small" busy={busy === `edit ${entry.id}`} onClick={() => void during(`edit ${entry.id}`, onEdit(entry))}>{t('outbox.edit')}</Button>
        {entry.error !== undefined && <Button size="small" kind="quiet" busy={busy === `discard ${entry.id}`} onClick={() => void during(`discard ${entry.id}`, onDiscard(entry))}>{t('outbox.discard')}</Button>}
      </Row>
    </div>
  ));
}
