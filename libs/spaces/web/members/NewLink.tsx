import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts } from '#platform/web';
import { Alert, Button, Dialog, Form, RadioGroup, Select, TextField, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './members.module.css';

const CreateSpaceInvitation = graphql(`
  mutation CreateSpaceInvitation($input: CreateSpaceInvitationInput!) {
    createSpaceInvitation(input: $input) {
      id
      token
    }
  }
`);

/** Makes an invitation link. It is shown once: the server keeps only its fingerprint. */
export function NewLink({ spaceId, onClose }: { readonly spaceId: string; readonly onClose: () => void }) {
  const t = useTexts(spacesTexts);
  const [id] = useState(uuidv7);
  const [link, setLink] = useState<string>();
  const [create] = useMutation(CreateSpaceInvitation, { refetchQueries: 'active' });
  const form = useForm({
    initial: { label: '', role: 'member' as 'member' | 'author', days: '14', maxUses: '' },
    submit: async ({ label, role, days, maxUses }) => {
      const { data } = await create({
        variables: { input: { id, spaceId, label, role, days: Number(days), maxUses: maxUses === '' ? null : Number(maxUses) } },
      });
      setLink(`${window.location.origin}/raum-einladung#${data?.createSpaceInvitation.token ?? ''}`);
    },
    texts: spacesTexts,
  });
  if (link !== undefined) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t('invite.linkReady')}
        actions={
          <>
            <Button kind="primary" onClick={() => void navigator.clipboard.writeText(link).then(() => toast(t('invite.copied')))}>{t('invite.copy')}</Button>
            <Button onClick={onClose}>{t('done')}</Button>
          </>
        }
      >
        <Alert kind="warning">{t('invite.linkOnce')}</Alert>
        <p>
          <code className={classes.link}>{link}</code>
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('invite.link')}>
      <p>{t('invite.linkText')}</p>
      <Form form={form} submitLabel={t('invite.linkCreate')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextField label={t('invite.label')} help={t('invite.labelHelp')} optional maxLength={80} {...form.field('label')} />
        <Select label={t('invite.days')} choices={['3', '7', '14', '30', '90', '180'].map((days) => ({ value: days, label: t('days', { count: Number(days) }) }))} {...form.field('days')} />
        <Select
          label={t('invite.maxUses')}
          choices={[{ value: '', label: t('invite.anyNumber') }, ...['1', '5', '10', '25', '50', '100'].map((count) => ({ value: count, label: t('invite.times', { count: Number(count) }) }))]}
          {...form.field('maxUses')}
        />
        <RadioGroup
          label={t('members.role')}
          choices={(['member', 'author'] as const).map((role) => ({ value: role, label: t(`role.${role}`), help: t(`role.${role}Help`) }))}
          {...form.field('role')}
        />
      </Form>
    </Dialog>
  );
}
