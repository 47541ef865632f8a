import { useTexts } from '#platform/web';
import { accountsTexts } from '../accounts-texts.js';
import { states } from '../sheet/SheetFieldControl.js';
import classes from '../sheet/sheet.module.css';

/** What somebody wrote into a field, for reading. */
export function Answers({ kind, answers }: { readonly kind: string; readonly answers: readonly string[] }) {
  const t = useTexts(accountsTexts);
  const [first = ''] = answers;
  const state = states.find((code) => code === first);
  if (kind === 'state' && state !== undefined) return <>{t(`state.${state}`)}</>;
  if (kind === 'phone') return <a href={`tel:${first.replace(/[^\d+]/g, '')}`}>{first}</a>;
  return <span className={classes.message}>{answers.join(', ')}</span>;
}
