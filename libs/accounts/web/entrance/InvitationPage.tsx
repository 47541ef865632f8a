import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql, useTexts } from '#platform/web';
import { Button, ClosedDoor, LinkButton, Page, PageLoading, PageProblem } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { MailSent, RegisterForm } from './RegisterPage.js';
import { useLinkCode } from './use-link-code.js';

const CheckInvitation = graphql(`
  mutation CheckInvitation($input: LinkCodeInput!) {
    checkInvitation(input: $input)
  }
`);

/** Behind an invitation link: the programme's name, nothing else, and step one of a registration that skips the queue. */
export function InvitationPage() {
  const t = useTexts(accountsTexts);
  const code = useLinkCode();
  const [check, { data, error, loading }] = useMutation(CheckInvitation);
  const [sentTo, setSentTo] = useState<string>();
  const [hasStarted, setStarted] = useState(false);
  useEffect(() => {
    if (code !== '') check({ variables: { input: { code } } }).catch(() => undefined);
  }, [check, code]);

  if (sentTo !== undefined) return <MailSent address={sentTo} />;
  if (error !== undefined) return <PageProblem error={error} onRetry={() => check({ variables: { input: { code } } }).catch(() => undefined)} texts={accountsTexts} />;
  if (code === '' || data?.checkInvitation === null) {
    return (
      <ClosedDoor title={t('invitation.ended')} actions={<LinkButton to="/registrieren">{t('invitation.without')}</LinkButton>}>
        <p>{t('invitation.endedText')}</p>
      </ClosedDoor>
    );
  }
  if (loading || data === undefined || data === null) return <PageLoading width="reading" />;
  const programme = data.checkInvitation ?? '';
  return (
    <Page title={t('invitation.title', { programme })} summary={t('invitation.summary')} width="reading">
      {hasStarted ? (
        <RegisterForm invitationCode={code} onDone={setSentTo} />
      ) : (
        <div>
          <Button kind="primary" onClick={() => setStarted(true)}>
            {t('invitation.start')}
          </Button>
        </div>
      )}
    </Page>
  );
}
