import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, TextArea, toast, useForm } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';
import { GrantFields, type GrantValues, type ProgrammeRole } from './GrantFields.js';

const Approve = graphql(`
  mutation ApproveRegistration($input: ApproveRegistrationInput!) {
    approveRegistration(input: $input) {
      id
      standing
      stage
    }
  }
`);
const AskBack = graphql(`
  mutation AskBackRegistration($input: AskBackInput!) {
    askBackRegistration(input: $input) {
      id
      stage
    }
  }
`);
const Decline = graphql(`
  mutation DeclineRegistration($input: DeclineRegistrationInput!) {
    declineRegistration(input: $input) {
      id
      standing
      stage
    }
  }
`);

export type Decision = 'approve' | 'askBack' | 'decline';

interface DecisionProps {
  readonly accountId: string;
  readonly name: string;
  readonly onClose: () => void;
  /** The decision stands, ours or somebody else's. */
  readonly onDone: () => void;
}

const rolesOfWish: Readonly<Record<string, readonly ProgrammeRole[]>> = { mentor: ['mentor'], mentee: ['mentee'], both: ['mentor', 'mentee'], neither: [] };

/** Lets somebody in: with which part, into which spaces, with which words. */
export function ApproveForm({ accountId, name, wishedRole, onClose, onDone }: DecisionProps & { readonly wishedRole: string | null }) {
  const c = useTexts(coordinationTexts);
  const [approve] = useMutation(Approve);
  const initial: GrantValues & { message: string } = { programmeRoles: rolesOfWish[wishedRole ?? ''] ?? [], spaceIds: [], message: '' };
  const form = useForm({
    initial,
    texts: coordinationTexts,
    draftKey: `approve-${accountId}`,
    submit: async (values) => {
      await approve({ variables: { input: { accountId, programmeRoles: [...values.programmeRoles], spaceIds: [...values.spaceIds], message: values.message } } });
      toast(c('approve.done', { name }), { isMoment: true });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={c('approve.submit')} actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <GrantFields form={form} />
      <TextArea label={c('approve.message')} help={c('approve.messageHelp')} optional maxLength={2000} {...form.field('message')} />
    </Form>
  );
}

/** A question or a refusal: words that the applicant reads. */
export function WordsForm({ accountId, name, kind, onClose, onDone }: DecisionProps & { readonly kind: 'askBack' | 'decline' }) {
  const c = useTexts(coordinationTexts);
  const [askBack] = useMutation(AskBack);
  const [decline] = useMutation(Decline);
  const form = useForm({
    initial: { message: '' },
    texts: coordinationTexts,
    draftKey: `${kind}-${accountId}`,
    fieldOf: (field) => (field === 'reason' ? 'message' : field),
    check: (values) => ({ ...(values.message.trim() === '' && { message: c(`${kind}.missing`) }) }),
    submit: async ({ message }) => {
      if (kind === 'askBack') await askBack({ variables: { input: { accountId, message } } });
      else await decline({ variables: { input: { accountId, reason: message } } });
      toast(c(`${kind}.done`, { name }), { kind: 'done' });
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={c(`${kind}.submit`)} submitKind={kind === 'decline' ? 'danger' : 'primary'} actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <TextArea label={c(`${kind}.label`)} help={c(`${kind}.help`)} maxLength={2000} rows={5} {...form.field('message')} />
    </Form>
  );
}

/** The dialog for one of the three decisions. */
export function DecisionDialog({ decision, wishedRole, ...rest }: DecisionProps & { readonly decision: Decision | undefined; readonly wishedRole: string | null }) {
  const c = useTexts(coordinationTexts);
  return (
    <Dialog isOpen={decision !== undefined} onClose={rest.onClose} title={decision === undefined ? '' : c(`${decision}.title`, { name: rest.name })}>
      {decision === 'approve' && <ApproveForm wishedRole={wishedRole} {...rest} />}
      {(decision === 'askBack' || decision === 'decline') && <WordsForm kind={decision} {...rest} />}
    </Dialog>
  );
}
