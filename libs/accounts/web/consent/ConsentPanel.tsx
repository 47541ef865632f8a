import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, Checkbox, Row, Stack, toast } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { wordingOf } from './consent-pages.js';

export const ConsentPanelFragment = graphql(`
  fragment ConsentPanel on OwnAccount {
    id
    dueConsents {
      kind
      version
      locale
      reason
    }
  }
`);

/** For the panel and its spec. */
export const GiveConsents = graphql(
  `
    mutation GiveConsents($input: GiveConsentsInput!) {
      giveConsents(input: $input) {
        ...ConsentPanel
        consents {
          id
          kind
          version
          locale
          givenAt
          withdrawnAt
        }
      }
    }
  `,
  [ConsentPanelFragment],
);

/** What one is asked to consent to again: calm, with the text one click away, and without keeping anybody from reading on. */
export function ConsentPanel({ account: masked, onChanged }: { readonly account: FragmentOf<typeof ConsentPanelFragment>; readonly onChanged: () => void }) {
  const t = useTexts(accountsTexts);
  const errors = useErrorTexts(accountsTexts);
  const { dueConsents } = readFragment(ConsentPanelFragment, masked);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const [give, { loading }] = useMutation(GiveConsents);
  const [first] = dueConsents;
  if (first === undefined) return null;
  const isWithdrawn = dueConsents.some(({ reason }) => reason === 'withdrawn');
  const versionOf = (kind: 'rules' | 'privacy') => dueConsents.find((due) => due.kind === kind && ticked.includes(kind))?.version ?? null;
  const submit = async () => {
    if (ticked.length === 0) {
      setProblem(t('consentPanel.tick'));
      return;
    }
    try {
      await give({ variables: { input: { locale: first.locale, rulesVersion: versionOf('rules'), privacyVersion: versionOf('privacy') } } });
      setTicked([]);
      setProblem(undefined);
      toast(t('consentPanel.done'), { kind: 'done' });
    } catch (error) {
      setProblem(errors.sentence(error));
      // Perhaps there is a newer text by now.
      onChanged();
    }
  };
  const page = (due: (typeof dueConsents)[number]) => (
    <Link to={wordingOf(due)} target="_blank">
      {t(due.kind === 'rules' ? 'consent.rulesName' : 'consent.privacyName')}
    </Link>
  );
  return (
    <Alert kind={isWithdrawn ? 'warning' : 'note'} title={t(isWithdrawn ? 'consentPanel.withdrawnTitle' : 'consentPanel.title')}>
      <Stack>
        <p>{t(isWithdrawn ? 'consentPanel.withdrawnText' : 'consentPanel.text')}</p>
        {dueConsents.map((due) => (
          <Checkbox
            key={due.kind}
            label={due.kind === 'rules' ? t.rich('consent.rules', { rules: page(due) }) : t.rich('consent.privacy', { notice: page(due) })}
            value={ticked.includes(due.kind)}
            onChange={(isTicked) => setTicked(isTicked ? [...ticked, due.kind] : ticked.filter((other) => other !== due.kind))}
          />
        ))}
        {problem !== undefined && <p role="alert">{problem}</p>}
        <Row>
          <Button busy={loading} onClick={() => void submit()}>{t('consentPanel.submit')}</Button>
        </Row>
      </Stack>
    </Alert>
  );
}
