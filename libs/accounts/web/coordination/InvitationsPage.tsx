import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { uuidv7 } from '#platform/shared';
import { Badge, Button, ConfirmDialog, DateTime, Dialog, EmptyState, Form, List, ListRow, Page, QueryPage, Section, Stack, TextField, toast, useForm, VisuallyHidden } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { rolesOfPerson } from '../people/person-words.js';
import { GrantFields, type GrantValues } from './GrantFields.js';
import classes from './coordination.module.css';

const InvitationFragment = graphql(`
  fragment InvitationRow on ProgrammeInvitation {
    id
    note
    programmeRoles
    spaceIds
    expiresAt
    maxUses
    uses
    revokedAt
    isGood
  }
`);
const InvitationsQuery = graphql(
  `
    query InvitationsPage {
      programmeInvitations {
        id
        ...InvitationRow
      }
      allowedDomains {
        domain
        programmeRoles
        spaceIds
        createdAt
      }
    }
  `,
  [InvitationFragment],
);
const Create = graphql(`
  mutation CreateProgrammeInvitation($input: CreateInvitationInput!) {
    createProgrammeInvitation(input: $input) {
      link
    }
  }
`);
const Revoke = graphql(
  `
    mutation RevokeProgrammeInvitation($input: RevokeInvitationInput!) {
      revokeProgrammeInvitation(input: $input) {
        ...InvitationRow
      }
    }
  `,
  [InvitationFragment],
);
const Allow = graphql(`
  mutation AllowDomain($input: AllowDomainInput!) {
    allowDomain(input: $input) {
      domain
    }
  }
`);
const Forbid = graphql(`
  mutation ForbidDomain($input: ForbidDomainInput!) {
    forbidDomain(input: $input)
  }
`);

function InvitationForm({ onDone, onClose }: { readonly onDone: (link: string | null) => void; readonly onClose: () => void }) {
  const c = useTexts(coordinationTexts);
  const [create] = useMutation(Create, { refetchQueries: ['InvitationsPage'] });
  const [id] = useState(() => uuidv7());
  const initial: GrantValues & { note: string; days: string; maxUses: string } = { note: '', days: '14', maxUses: '1', programmeRoles: [], spaceIds: [] };
  const isNumber = (text: string, to: number) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= to;
  const form = useForm({
    initial,
    texts: coordinationTexts,
    check: (values) => ({
      ...(values.note.trim() === '' && { note: c('invitation.noteMissing') }),
      ...(!isNumber(values.days, 365) && { days: c('invitation.number', { to: 365 }) }),
      ...(!isNumber(values.maxUses, 1000) && { maxUses: c('invitation.number', { to: 1000 }) }),
    }),
    submit: async (values) => {
      const { data } = await create({
        variables: {
          input: { id, note: values.note, days: Number(values.days), maxUses: Number(values.maxUses), programmeRoles: [...values.programmeRoles], spaceIds: [...values.spaceIds] },
        },
      });
      onDone(data?.createProgrammeInvitation.link ?? null);
    },
  });
  return (
    <Form form={form} submitLabel={c('invitation.submit')} actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <TextField label={c('invitation.note')} help={c('invitation.noteHelp')} maxLength={200} {...form.field('note')} />
      <TextField label={c('invitation.days')} inputMode="numeric" narrow {...form.field('days')} />
      <TextField label={c('invitation.maxUses')} inputMode="numeric" narrow {...form.field('maxUses')} />
      <GrantFields form={form} />
    </Form>
  );
}

function DomainForm({ onDone }: { readonly onDone: () => void }) {
  const c = useTexts(coordinationTexts);
  const [allow] = useMutation(Allow, { refetchQueries: ['InvitationsPage'] });
  const initial: GrantValues & { domain: string } = { domain: '', programmeRoles: [], spaceIds: [] };
  const form = useForm({
    initial,
    texts: coordinationTexts,
    check: (values) => ({ ...(values.domain.trim() === '' && { domain: c('domain.missing') }) }),
    submit: async (values) => {
      await allow({ variables: { input: { domain: values.domain, programmeRoles: [...values.programmeRoles], spaceIds: [...values.spaceIds] } } });
      toast(c('domain.added'), { kind: 'done' });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={c('domain.submit')} actions={<Button kind="quiet" onClick={onDone}>{c('cancel')}</Button>}>
      <TextField label={c('domain.label')} help={c('domain.help')} autoCapitalize="none" spellCheck={false} {...form.field('domain')} />
      <GrantFields form={form} />
    </Form>
  );
}

/** The link, shown this once, ready to be copied. */
function NewLink({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const c = useTexts(coordinationTexts);
  const copy = async () => {
    // Without https there is no clipboard; the link can still be marked and copied by hand.
    await navigator.clipboard?.writeText(link).then(
      () => toast(c('invitation.copied'), { kind: 'done' }),
      () => undefined,
    );
  };
  return (
    <Stack>
      <p>{c('invitation.once')}</p>
      <code className={classes.link}>{link}</code>
      <div>
        <Button kind="primary" onClick={() => void copy()}>{c('invitation.copy')}</Button> <Button kind="quiet" onClick={onClose}>{c('close')}</Button>
      </div>
    </Stack>
  );
}

function InvitationRow({ invitation: masked, onRevoke }: { readonly invitation: FragmentOf<typeof InvitationFragment>; readonly onRevoke: (id: string) => void }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const invitation = readFragment(InvitationFragment, masked);
  const state = invitation.revokedAt !== null ? 'revoked' : invitation.uses >= invitation.maxUses ? 'used' : 'expired';
  return (
    <ListRow
      title={invitation.note}
      meta={[
        rolesOfPerson(t, { siteRoles: [], programmeRoles: invitation.programmeRoles }),
        c('invitation.uses', { uses: invitation.uses, max: invitation.maxUses }),
        invitation.spaceIds.length > 0 && c('spaces', { count: invitation.spaceIds.length }),
        <span key="end">{c.rich('invitation.until', { at: <DateTime at={invitation.expiresAt} as="date" /> })}</span>,
      ]}
      end={
        invitation.isGood ? (
          <Button size="small" onClick={() => onRevoke(invitation.id)}>
            {c('invitation.revoke')}
            <VisuallyHidden> ({invitation.note})</VisuallyHidden>
          </Button>
        ) : (
          <Badge>{c(`invitation.${state}`)}</Badge>
        )
      }
    />
  );
}

/** The two ways past the queue: links, and domains whose addresses speak for themselves. */
export function InvitationsPage() {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const errors = useErrorTexts(coordinationTexts);
  const query = useQuery(InvitationsQuery, { fetchPolicy: 'cache-and-network' });
  const [revoke] = useMutation(Revoke);
  const [forbid] = useMutation(Forbid, { refetchQueries: ['InvitationsPage'] });
  const [open, setOpen] = useState<'invitation' | 'domain'>();
  const [link, setLink] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<string>();
  return (
    <QueryPage query={query} pick={(data) => data} texts={coordinationTexts}>
      {({ programmeInvitations, allowedDomains }) => (
        <Page title={c('invitations.title')} summary={c('invitations.summary')} actions={<Button kind="primary" onClick={() => setOpen('invitation')}>{c('invitation.new')}</Button>}>
          <Section title={c('invitations.links')}>
            {programmeInvitations.length === 0 ? (
              <EmptyState size="small" title={c('invitations.none')}>{c('invitations.noneText')}</EmptyState>
            ) : (
              <List label={c('invitations.links')}>
                {programmeInvitations.map((invitation) => (
                  <InvitationRow key={invitation.id} invitation={invitation} onRevoke={setRevoking} />
                ))}
              </List>
            )}
          </Section>
          <Section title={c('domains.title')} action={<Button size="small" onClick={() => setOpen('domain')}>{c('domain.new')}</Button>}>
            <p>{c('domains.text')}</p>
            {allowedDomains.length === 0 ? (
              <EmptyState size="small" title={c('domains.none')} />
            ) : (
              <List label={c('domains.title')}>
                {allowedDomains.map((domain) => (
                  <ListRow
                    key={domain.domain}
                    title={domain.domain}
                    meta={[rolesOfPerson(t, { siteRoles: [], programmeRoles: domain.programmeRoles }), domain.spaceIds.length > 0 && c('spaces', { count: domain.spaceIds.length })]}
                    end={
                      <Button
                        size="small"
                        onClick={() =>
                          void forbid({ variables: { input: { domain: domain.domain } } }).then(
                            () => toast(c('domain.removed')),
                            (error: unknown) => toast(errors.sentence(error)),
                          )
                        }
                      >
                        {c('domain.remove')}
                        <VisuallyHidden> ({domain.domain})</VisuallyHidden>
                      </Button>
                    }
                  />
                ))}
              </List>
            )}
          </Section>
          <Dialog isOpen={open === 'invitation'} onClose={() => setOpen(undefined)} title={c('invitation.new')}>
            <InvitationForm
              onClose={() => setOpen(undefined)}
              onDone={(made) => {
                setOpen(undefined);
                setLink(made);
              }}
            />
          </Dialog>
          <Dialog isOpen={link !== null} onClose={() => setLink(null)} title={c('invitation.ready')}>
            <NewLink link={link ?? ''} onClose={() => setLink(null)} />
          </Dialog>
          <Dialog isOpen={open === 'domain'} onClose={() => setOpen(undefined)} title={c('domain.new')}>
            <DomainForm onDone={() => setOpen(undefined)} />
          </Dialog>
          <ConfirmDialog
            isOpen={revoking !== undefined}
            onClose={() => setRevoking(undefined)}
            title={c('invitation.revokeQuestion')}
            confirmLabel={c('invitation.revoke')}
            kind="danger"
            texts={coordinationTexts}
            onConfirm={async () => {
              if (revoking !== undefined) await revoke({ variables: { input: { id: revoking } } });
            }}
          >
            {c('invitation.revokeText')}
          </ConfirmDialog>
        </Page>
      )}
    </QueryPage>
  );
}
