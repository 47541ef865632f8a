import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button } from '#ui/web';
import { moderationTexts } from './moderation-texts.js';

/** A part of a page whose answer did not come; the page around it stands. */
export function LoadProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTexts(moderationTexts);
  const errors = useErrorTexts(moderationTexts);
  return <Alert kind="danger" live action={<div><Button size="small" onClick={onRetry}>{t('retry')}</Button></div>}>{errors.sentence(error)}</Alert>;
}
