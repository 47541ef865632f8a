import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Avatar, Badge, Button, ConfirmDialog, DateTime, Facts, Form, LinkButton, Page, QueryPage, Row, Section, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { AccountParts, AccountPartsFragment } from './AccountParts.js';
import { RolesField, type ProgrammeRole } from './GrantFields.js';
import { DeleteDialog } from './DeleteDialog.js';
import { SuspendDialog } from './SuspendDialog.js';

const ManagedQuery = graphql(
  `
    query ManagedAccountPage($id: ID!) {
      account(id: $id) {
        id
        name
        address
        standing
        siteRoles
        programmeRoles
        createdAt
        approvedAt
        lastSeenAt
        isSuspended
        suspendedUntil
        suspendedReason
        requestedRole
        ...AccountParts
      }
    }
  `,
  [AccountPartsFragment],
);
const SetRoles = graphql(`
  mutation SetProgrammeRoles($input: SetProgrammeRolesInput!) {
    setProgrammeRoles(input: $input) {
      id
      programmeRoles
      requestedRole
    }
  }
`);
const SetSiteRoles = graphql(`
  mutation SetSiteRoles($input: SetSiteRolesInput!) {
    setSiteRoles(input: $input) {
      id
      siteRoles
    }
  }
`);
const DecideRole = graphql(`
  mutation DecideRoleRequest($input: DecideRoleRequestInput!) {
    decideRoleRequest(input: $input) {
      id
      programmeRoles
      requestedRole
    }
  }
`);
const Reactivate = graphql(`
  mutation ReactivateAccount($input: AccountIdInput!) {
    reactivateAccount(input: $input) {
      id
      isSuspended
      suspendedUntil
      suspendedReason
    }
  }
`);
const StartReset = graphql(`
  mutation StartPasswordReset($input: AccountIdInput!) {
    startPasswordReset(input: $input) {
      id
    }
  }
`);
const Reopen = graphql(`
  mutation ReopenRegistration($input: AccountIdInput!) {
    reopenRegistration(input: $input) {
      id
      standing
      stage
    }
  }
`);

function RolesForm({ accountId, roles }: { readonly accountId: string; readonly roles: readonly ProgrammeRole[] }) {
  const c = useTexts(coordinationTexts);
  const [setRoles] = useMutation(SetRoles);
  const form = useForm({
    initial: { programmeRoles: roles },
    texts: coordinationTexts,
    submit: async (values) => {
      await setRoles({ variables: { input: { accountId, programmeRoles: [...values.programmeRoles] } } });
      toast(c('account.saved'), { kind: 'done' });
    },
  });
  return (
    <Form form={form} submitLabel={c('account.saveRoles')} submitKind="secondary">
      <RolesField form={form} />
    </Form>
  );
}

type Question = 'coordinator' | 'reset' | 'suspend' | 'delete';

/** One account in the hands of the coordination: roles, block, reset; every act is on record. */
export function ManagedAccountPage() {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const errors = useErrorTexts(coordinationTexts);
  const viewer = useViewer();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const query = useQuery(ManagedQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [question, setQuestion] = useState<Question>();
  const [setSiteRoles] = useMutation(SetSiteRoles);
  const [decideRole] = useMutation(DecideRole);
  const [reactivate, reactivating] = useMutation(Reactivate);
  const [startReset] = useMutation(StartReset);
  const [reopen, reopening] = useMutation(Reopen);
  const close = () => setQuestion(undefined);
  const run = async (work: () => Promise<unknown>, sentence: string) => {
    try {
      await work();
      toast(sentence, { kind: 'done' });
      await query.refetch();
    } catch (error) {
      toast(errors.sentence(error));
    }
  };
  const input = { accountId: id };
  return (
    <QueryPage query={query} pick={(data) => data.account} width="reading" texts={coordinationTexts}>
      {(account) => {
        const isCoordinator = account.siteRoles.includes('coordinator');
        return (
          <Page title={account.name} lead={<Avatar name={account.name} size={56} />} crumbs={[{ label: c('accounts.title'), to: '/koordination/konten' }]} width="reading"
            actions={account.standing === 'approved' && <LinkButton to={`/person/${account.id}`}>{c('account.profile')}</LinkButton>}>
            {account.isSuspended && (
              <Alert kind="danger" title={c('account.isSuspended')}
                action={<div><Button size="small" busy={reactivating.loading} onClick={() => void run(() => reactivate({ variables: { input } }), c('account.reactivated'))}>{c('account.reactivate')}</Button></div>}>
                {account.suspendedReason}{' '}
                {account.suspendedUntil !== null && c.rich('account.until', { at: <DateTime at={account.suspendedUntil} as="date" /> })}
              </Alert>
            )}
            {account.requestedRole !== null && (
              <Alert title={c('account.roleWish', { role: t(`role.${account.requestedRole}`) })}
                action={
                  <Row>
                    <Button size="small" onClick={() => void run(() => decideRole({ variables: { input: { ...input, isGranted: true } } }), c('account.roleGranted'))}>{c('account.grantRole')}</Button>
                    <Button size="small" kind="quiet" onClick={() => void run(() => decideRole({ variables: { input: { ...input, isGranted: false } } }), c('account.roleDeclined'))}>{c('account.declineRole')}</Button>
                  </Row>
                } />
            )}
            <Facts
              facts={[
                { name: t('address.label'), value: account.address },
                { name: c('accounts.standing'), value: <Badge {...(account.standing === 'approved' && { kind: 'done' as const })}>{c(`standing.${account.standing}`)}</Badge> },
                { name: c('registeredAt'), value: <DateTime at={account.createdAt} as="date" /> },
                ...(account.lastSeenAt === null ? [] : [{ name: c('account.lastSeen'), value: <DateTime at={account.lastSeenAt} /> }]),
              ]}
            />
            {account.standing === 'waiting' && <div><LinkButton to={`/koordination/registrierungen?konto=${account.id}`}>{c('account.toQueue')}</LinkButton></div>}
            {account.standing === 'declined' && (
              <div><Button busy={reopening.loading} onClick={() => void run(() => reopen({ variables: { input } }), c('account.reopened'))}>{c('account.reopen')}</Button></div>
            )}
            {account.standing === 'approved' && (
              <Section title={c('account.roles')}>
                <RolesForm key={account.programmeRoles.join(' ')} accountId={account.id} roles={account.programmeRoles} />
                <p>{c(isCoordinator ? 'account.isCoordinator' : 'account.isNoCoordinator')}</p>
                <div><Button onClick={() => setQuestion('coordinator')}>{c(isCoordinator ? 'account.takeCoordination' : 'account.giveCoordination')}</Button></div>
              </Section>
            )}
            <AccountParts account={account} />
            <Section title={c('account.access')}>
              <Row>
                {account.standing !== 'unconfirmed' && <Button onClick={() => setQuestion('reset')}>{c('account.reset')}</Button>}
                {!account.isSuspended && account.id !== viewer.accountId && <Button kind="quiet" onClick={() => setQuestion('suspend')}>{c('account.suspend')}</Button>}
                {account.id !== viewer.accountId && <Button kind="quiet" onClick={() => setQuestion('delete')}>{c('delete.start')}</Button>}
              </Row>
            </Section>
            <ConfirmDialog isOpen={question === 'coordinator'} onClose={close} texts={coordinationTexts}
              title={c(isCoordinator ? 'account.takeQuestion' : 'account.giveQuestion', { name: account.name })}
              confirmLabel={c(isCoordinator ? 'account.takeCoordination' : 'account.giveCoordination')}
              kind={isCoordinator ? 'danger' : 'primary'}
              onConfirm={async () => {
                await setSiteRoles({ variables: { input: { ...input, siteRoles: isCoordinator ? [] : ['coordinator'] } } });
                toast(c('account.saved'), { kind: 'done' });
              }}>
              {c(isCoordinator ? 'account.takeText' : 'account.giveText')}
            </ConfirmDialog>
            <ConfirmDialog isOpen={question === 'reset'} onClose={close} texts={coordinationTexts} title={c('account.resetQuestion')} confirmLabel={c('account.reset')}
              onConfirm={async () => {
                await startReset({ variables: { input } });
                toast(c('account.resetSent'), { kind: 'done' });
              }}>
              {c('account.resetText')}
            </ConfirmDialog>
            <SuspendDialog isOpen={question === 'suspend'} accountId={account.id} name={account.name} onClose={close} onDone={() => { close(); void query.refetch(); }} />
            <DeleteDialog isOpen={question === 'delete'} accountId={account.id} name={account.name} onClose={close} onDone={() => void navigate('/koordination/konten')} />
          </Page>
        );
      }}
    </QueryPage>
  );
}
