import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Badge, Button, Dialog, Form, LinkButton, ListRow, TextArea, toast, useForm } from '#ui/web';
import { PeopleField } from '../members/PeopleField.js';
import { spacesTexts } from '../spaces-texts.js';

export const AdministeredSpaceFragment = graphql(`
  fragment AdministeredSpace on AdministeredSpace {
    id
    slug
    name
    visibility
    parentId
    archivedAt
    viewerCanRead
    moderators {
      accountId
      name
    }
    myEntry {
      endsAt
    }
  }
`);
const EnterSpace = graphql(`
  mutation EnterSpace($input: EnterSpaceInput!) {
    enterSpace(input: $input) {
      id
      slug
    }
  }
`);
const AppointModerator = graphql(`
  mutation AppointModerator($input: AppointModeratorInput!) {
    appointModerator(input: $input)
  }
`);

type Row = ResultOf<typeof AdministeredSpaceFragment>;

/** One space as coordinators know it: from outside, unless they step in. */
export function AdministeredRow({ space, parentName }: { readonly space: Row; readonly parentName: string | null }) {
  const t = useTexts(spacesTexts);
  const [dialog, setDialog] = useState<'enter' | 'appoint'>();
  const hasNobody = space.moderators.length === 0;
  return (
    <>
      <ListRow
        title={space.name}
        {...(space.viewerCanRead ? { to: `/raum/${space.slug}` } : {})}
        meta={[
          parentName !== null && t('admin.under', { space: parentName }),
          t(`visibility.${space.visibility}`),
          hasNobody ? t('admin.noModerators') : t('admin.moderatedBy', { names: space.moderators.map(({ name }) => name).join(', ') }),
        ]}
        end={
          <>
            {space.archivedAt !== null && <Badge>{t('space.archived')}</Badge>}
            {space.myEntry !== null && <Badge kind="warning">{t('admin.inside')}</Badge>}
            {hasNobody && <Button size="small" aria-label={t('admin.appointFor', { space: space.name })} onClick={() => setDialog('appoint')}>{t('admin.appoint')}</Button>}
            {space.viewerCanRead ? (
              <LinkButton size="small" to={`/raum/${space.slug}`}>{t('admin.open')}</LinkButton>
            ) : (
              <Button size="small" aria-label={t('admin.enterOf', { space: space.name })} onClick={() => setDialog('enter')}>{t('admin.enter')}</Button>
            )}
          </>
        }
      />
      {dialog === 'enter' && <EnterDialog space={space} onClose={() => setDialog(undefined)} />}
      {dialog === 'appoint' && <AppointDialog space={space} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function EnterDialog({ space, onClose }: { readonly space: Row; readonly onClose: () => void }) {
  const t = useTexts(spacesTexts);
  const navigate = useNavigate();
  const [enter] = useMutation(EnterSpace);
  const form = useForm({
    initial: { reason: '' },
    check: (values) => ({ ...(values.reason.trim().length < 10 && { reason: t('admin.reasonMissing') }) }),
    submit: async ({ reason }) => {
      const { data } = await enter({ variables: { input: { spaceId: space.id, reason } } });
      await navigate(`/raum/${data?.enterSpace.slug ?? space.slug}`);
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('admin.enterTitle', { space: space.name })}>
      <p>{t('admin.enterText')}</p>
      <Form form={form} submitLabel={t('admin.enter')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <TextArea label={t('admin.reason')} help={t('admin.reasonHelp')} maxLength={600} rows={3} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}

function AppointDialog({ space, onClose }: { readonly space: Row; readonly onClose: () => void }) {
  const t = useTexts(spacesTexts);
  const [appoint] = useMutation(AppointModerator, { refetchQueries: 'active', awaitRefetchQueries: true });
  const form = useForm({
    initial: { accountId: [] as readonly string[], reason: '' },
    check: (values) => ({
      ...(values.accountId.length === 0 && { accountId: t('invite.nobody') }),
      ...(values.reason.trim().length < 3 && { reason: t('members.reasonMissing') }),
    }),
    submit: async ({ accountId, reason }) => {
      await appoint({ variables: { input: { spaceId: space.id, accountId: accountId[0] ?? '', reason } } });
      toast(t('admin.appointed'));
      onClose();
    },
    texts: spacesTexts,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('admin.appointTitle', { space: space.name })}>
      <p>{t('admin.appointText')}</p>
      <Form form={form} submitLabel={t('admin.appoint')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
        <PeopleField label={t('admin.who')} max={1} {...form.field('accountId')} />
        <TextArea label={t('members.reason')} maxLength={600} rows={3} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
