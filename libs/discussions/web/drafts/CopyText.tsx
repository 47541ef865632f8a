import { announce, useTexts } from '#platform/web';
import { Button, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

/** Takes a text along that cannot be gone on with where it belongs. @param title what it belongs to, said by screen readers. */
export function CopyText({ text, title }: { readonly text: string; readonly title: string }) {
  const t = useTexts(discussionsTexts);
  const copy = async () => {
    try {
      // Without https there is no clipboard.
      await navigator.clipboard.writeText(text);
      toast(t('begun.copied'));
    } catch {
      announce(t('begun.notCopied'));
      toast(t('begun.notCopied'), { kind: 'danger' });
    }
  };
  return <Button size="small" onClick={() => void copy()} aria-label={t('begun.named', { act: t('begun.copy'), title })}>{t('begun.copy')}</Button>;
}
