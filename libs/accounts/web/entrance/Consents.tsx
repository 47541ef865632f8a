import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { Checkbox, type FormState } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

export interface ConsentValues {
  readonly acceptsRules: boolean;
  readonly acceptsPrivacy: boolean;
}

/** The two consents. Each names what it is for and links it; nothing is ticked beforehand. */
export function Consents<Values extends ConsentValues>({ form }: { readonly form: FormState<Values> }) {
  const t = useTexts(accountsTexts);
  const page = (slug: string, label: string) => (
    <Link to={`/seite/${slug}`} target="_blank">
      {label}
    </Link>
  );
  const consents = form as unknown as FormState<ConsentValues>;
  return (
    <>
      <Checkbox label={t.rich('consent.rules', { rules: page('hausregeln', t('consent.rulesName')) })} {...consents.field('acceptsRules')} />
      <Checkbox label={t.rich('consent.privacy', { notice: page('datenschutz', t('consent.privacyName')) })} {...consents.field('acceptsPrivacy')} />
    </>
  );
}
