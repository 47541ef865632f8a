import { useTexts } from '#platform/web';
import { ConfirmDialog, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

interface DiscardDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Throws away; the dialog stays with the reason where that fails. Answers with a sentence where it was not there any more. */
  readonly discard: () => Promise<unknown>;
  readonly onDone: () => unknown;
  /** What is lost with it, where that is not the text on all devices. */
  readonly text?: string;
}

/** Asks before something that was begun is thrown away. */
export function DiscardDialog({ isOpen, onClose, discard, onDone, text }: DiscardDialogProps) {
  const t = useTexts(discussionsTexts);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('begun.discardAsk')}
      confirmLabel={t('begun.discard')}
      kind="danger"
      texts={discussionsTexts}
      onConfirm={async () => {
        const instead = await discard();
        if (typeof instead === 'string') toast(instead, { kind: 'note' });
        else toast(t('begun.discarded'));
        await onDone();
      }}
    >
      {text ?? t('begun.discardText')}
    </ConfirmDialog>
  );
}
