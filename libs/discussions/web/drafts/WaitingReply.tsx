import { useState } from 'react';
import { threadsTexts, type OutboxEntry, type TakenBack } from '#threads/web';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, DateTime, LinkButton, ListRow, Row } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { excerptOf } from './begun.js';
import { CopyText } from './CopyText.js';
import { DiscardDialog } from './DiscardDialog.js';

interface WaitingReplyProps {
  readonly entry: OutboxEntry;
  /** What the server calls its thread today, where it has told. */
  readonly subject: { readonly title: string; readonly path: string } | null | undefined;
  readonly onDiscard: () => Promise<TakenBack>;
}

/** A reply that was sent off without a network: where it belongs and how it stands with it. */
export function WaitingReply({ entry, subject, onDiscard }: WaitingReplyProps) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(threadsTexts);
  const threads = useTexts(threadsTexts);
  const [isDiscarding, setDiscarding] = useState(false);
  const discard = async () => {
    const { kind } = await onDiscard();
    return kind === 'taken' ? undefined : threads(`outbox.${kind}`);
  };
  const place = subject ?? entry.place;
  const title = place === undefined ? t('waiting.draft') : place.title;
  const isRefused = entry.error !== undefined;
  return (
    <>
      <ListRow
        title={title}
        {...(place !== undefined && { to: place.path })}
        text={excerptOf(entry.body)}
        meta={[t(isRefused ? 'begun.refused' : 'begun.goesOut'), t.rich('begun.at', { when: <DateTime at={entry.at} /> })]}
        {...(isRefused && { below: <Alert kind="danger">{errors.sentence(entry.error)}</Alert> })}
        end={
          <Row>
            {place !== undefined && <LinkButton size="small" to={place.path} aria-label={t('begun.named', { act: t('begun.toThread'), title })}>{t('begun.toThread')}</LinkButton>}
            {isRefused && <CopyText text={entry.body} title={title} />}
            <Button size="small" kind="quiet" onClick={() => setDiscarding(true)} aria-label={t('begun.named', { act: t('begun.discard'), title })}>{t('begun.discard')}</Button>
          </Row>
        }
      />
      <DiscardDialog isOpen={isDiscarding} onClose={() => setDiscarding(false)} discard={discard} onDone={() => undefined} />
    </>
  );
}
