import { useTexts } from '#platform/web';
import { ConfirmDialog, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

interface DiscardDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Throws away; the dialog stays with the reason where that fails. */
  readonly discard: () => Promise<unknown>;
  readonly onDone: () => unknown;
}

/** Asks before something that was begun is thrown away. */
export function DiscardDialog({ isOpen, onClose, discard, onDone }: DiscardDialogProps) {
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
        await discard();
        toast(t('begun.discarded'));
        await onDone();
      }}
    >
      {t('begun.discardText')}
    </ConfirmDialog>
  );
}
