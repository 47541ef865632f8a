import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, RadioGroup, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { PeopleField } from './PeopleField.js';

const InviteToSpace = graphql(`
  mutation InviteToSpace($input: InviteToSpaceInput!) {
    inviteToSpace(input: $input) {
      id
    }
  }
`);

/** Asks members of the programme in by name. */
export function InvitePeople({ spaceId, onClose }: { readonly spaceId: string; readonly onClose: () => void }) {
  const t = useTexts(spacesTexts);
  const [invite] = useMutation(InviteToSpace);
  const form = useForm({
    initial: { accountId: [] as readonly string[], role: 'member' as 'member' | 'author' | 'moderator' },
    check: (values) => ({ ...(values.accountId.length === 0 && { accountId: t('invite.nobody') }) }),
    submit: async ({ accountId, role }) => {
      // One after the other: each invitation is a mail, and the first refusal stops.
      for (const [position, id] of accountId.entries()) {
        const isLast = position === accountId.length - 1;
        await invite({ variables: { input: { spaceId, accountId: id, role } }, ...(isLast ? { refetchQueries: 'active' as const } : {}) });
      }
      toast(t('invite.sent', { count: accountId.length }));
      onClose();
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('invite.people')}>
      <p>{t('invite.peopleText')}</p>
      <Form form={form} submitLabel={t('invite.send')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <PeopleField label={t('invite.who')} max={10} {...form.field('accountId')} />
        <RadioGroup
          label={t('members.role')}
          choices={(['member', 'author', 'moderator'] as const).map((role) => ({ value: role, label: t(`role.${role}`), help: t(`role.${role}Help`) }))}
          {...form.field('role')}
        />
      </Form>
    </Dialog>
  );
}
