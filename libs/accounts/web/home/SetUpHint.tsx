import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Alert, LinkButton } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

/** Exported for its spec. */
export const SetUpHintQuery = graphql(`
  query SetUpHint {
    setupNeeded
  }
`);

/** On a guest's home page as long as nobody is there: the way for whoever has just started the server. */
export function SetUpHint() {
  const t = useTexts(accountsTexts);
  const { data } = useQuery(SetUpHintQuery);
  if (data?.setupNeeded !== true) return null;
  return (
    <Alert title={t('setUpHint.title')} action={<div><LinkButton kind="primary" to="/einrichten">{t('setUpHint.go')}</LinkButton></div>}>
      {t('setUpHint.text')}
    </Alert>
  );
}
