import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, leaveByHand, readFragment, startOver, stayAfterAll, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, Facts, Form, PasswordField, Section, Stack, useForm } from '#ui/web';
import { forgetDraftTexts } from '#text/web';
import { accountsTexts } from '../accounts-texts.js';

export const DeletionFragment = graphql(`
  fragment DeletionParts on OwnAccount {
    id
    deletionObstacles {
      kind
      name
      path
    }
  }
`);
export const DeleteOwnAccount = graphql(`
  mutation DeleteOwnAccount($input: DeleteOwnAccountInput!) {
    deleteOwnAccount(input: $input)
  }
`);

function DeletionForm({ onClose, onRefused }: { readonly onClose: () => void; readonly onRefused: () => void }) {
  const t = useTexts(accountsTexts);
  const [remove] = useMutation(DeleteOwnAccount);
  const form = useForm({
    initial: { currentPassword: '' },
    texts: accountsTexts,
    check: (values) => ({ ...(values.currentPassword === '' && { currentPassword: t('password.missing') }) }),
    submit: async (values) => {
      try {
        // Before: other tabs may hear of it at once.
        leaveByHand();
        const { data } = await remove({ variables: { input: values } });
        forgetDraftTexts();
        startOver(`/anmelden?neu=geloescht&bis=${encodeURIComponent(data?.deleteOwnAccount ?? '')}`);
      } catch (error) {
        stayAfterAll();
        // Perhaps there is something to hand over since a moment ago.
        onRefused();
        throw error;
      }
    },
  });
  return (
    <Form form={form} submitLabel={t('leaving.submit')} submitKind="danger" actions={<Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>}>
      <PasswordField label={t('password.label')} autoComplete="current-password" {...form.field('currentPassword')} />
    </Form>
  );
}

/** The way out: what happens with what, what has to be handed over, and the password as proof. */
export function DeletionSection({ account: masked, onChanged }: { readonly account: FragmentOf<typeof DeletionFragment>; readonly onChanged: () => void }) {
  const t = useTexts(accountsTexts);
  const { deletionObstacles } = readFragment(DeletionFragment, masked);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('leaving.title')}>
      <p>{t('leaving.text')}</p>
      <Facts
        facts={[
          { name: t('leaving.goesTitle'), value: t('leaving.goes') },
          { name: t('leaving.staysTitle'), value: t('leaving.stays') },
          { name: t('leaving.sharedTitle'), value: t('leaving.shared') },
        ]}
      />
      {deletionObstacles.length > 0 ? (
        <Alert title={t('leaving.obstacles')}>
          <Stack>
            {deletionObstacles.map(({ kind, name, path }) => (
              <p key={path}>
                {kind === 'lastModerator' ? t.rich('leaving.lastModerator', { space: <Link to={path}>{name}</Link> }) : t.rich('leaving.lastCoordinator', { accounts: <Link to={path}>{t('leaving.accounts')}</Link> })}
              </p>
            ))}
          </Stack>
        </Alert>
      ) : isOpen ? (
        <DeletionForm onClose={() => setOpen(false)} onRefused={onChanged} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('leaving.start')}</Button>
        </div>
      )}
    </Section>
  );
}
