import { useState } from 'react';
import { useTexts } from '#platform/web';
import { Button, DateTime, LinkButton, ListRow, Row } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { excerptOf, type BegunRow } from './begun.js';
import { CopyText } from './CopyText.js';
import { DiscardDialog } from './DiscardDialog.js';

interface OneBegunProps {
  readonly row: BegunRow;
  readonly title: string;
  /** Why one cannot go on, where that is so. */
  readonly gone: string;
  readonly where: string | null;
  readonly onDiscard: () => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

/** Something that was begun: to go on with, or to throw away. */
export function OneBegun({ row, title, gone, where, onDiscard, onDone }: OneBegunProps) {
  const t = useTexts(discussionsTexts);
  const [isDiscarding, setDiscarding] = useState(false);
  const { to, body, at, isOnlyHere, isGone } = row;
  const excerpt = excerptOf(body);
  return (
    <>
      <ListRow
        title={title}
        {...(to !== null && { to })}
        {...(excerpt !== '' && { text: excerpt })}
        meta={[where, t.rich('begun.at', { when: <DateTime at={at} /> }), isOnlyHere && t('begun.onlyHere')]}
        {...(isGone && { below: <p>{gone}</p> })}
        end={
          <Row>
            {to !== null && <LinkButton size="small" to={to} aria-label={t('begun.named', { act: t('begun.goOn'), title })}>{t('begun.goOn')}</LinkButton>}
            {(to === null || isOnlyHere) && body !== '' && <CopyText text={body} title={title} />}
            <Button size="small" kind="quiet" onClick={() => setDiscarding(true)} aria-label={t('begun.named', { act: t('begun.discard'), title })}>{t('begun.discard')}</Button>
          </Row>
        }
      />
      <DiscardDialog isOpen={isDiscarding} onClose={() => setDiscarding(false)} discard={onDiscard} onDone={() => onDone().catch(() => undefined)} />
    </>
  );
}
