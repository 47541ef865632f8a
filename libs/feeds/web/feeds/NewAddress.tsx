import { useTexts } from '#platform/web';
import { Alert, Button, Dialog, toast } from '#ui/web';
import { feedsTexts } from '../feeds-texts.js';
import classes from './feeds.module.css';

interface NewAddressProps {
  readonly address: string;
  readonly onClose: () => void;
}

/** The address, shown this once: the server keeps only its fingerprint. */
export function NewAddress({ address, onClose }: NewAddressProps) {
  const t = useTexts(feedsTexts);
  const copy = async () => {
    // Without https there is no clipboard; the address can still be marked and copied by hand.
    await navigator.clipboard?.writeText(address).then(
      () => toast(t('feeds.copied'), { kind: 'done' }),
      () => undefined,
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('feeds.ready')}
      actions={
        <>
          <Button kind="primary" onClick={() => void copy()}>{t('feeds.copy')}</Button>
          <Button onClick={onClose}>{t('feeds.done')}</Button>
        </>
      }
    >
      <Alert kind="warning">{t('feeds.once')}</Alert>
      <p>
        <code className={classes.address} aria-label={t('feeds.address')}>{address}</code>
      </p>
    </Dialog>
  );
}
