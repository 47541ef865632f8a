import { useMutation } from '@apollo/client/react';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Avatar, Badge, ConfirmDialog, DateTime, IconButton, ListRow, Menu, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { RemoveMember } from './RemoveMember.js';

export const MemberRowFragment = graphql(`
  fragment MemberRow on SpaceMember {
    accountId
    name
    role
    joinedAt
    person {
      id
      programmeRoles
    }
  }
`);
const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      id
    }
  }
`);
const HandOverSpace = graphql(`
  mutation HandOverSpace($input: SpaceMemberInput!) {
    handOverSpace(input: $input) {
      id
    }
  }
`);

interface MemberRowProps {
  readonly member: FragmentOf<typeof MemberRowFragment>;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly canChange: boolean;
  /** Where moderators impose measures; null for everybody else. */
  readonly measuresPath: string | null;
  readonly isMe: boolean;
}

/** One member; moderators find what they may do behind the dots. */
export function MemberRow({ member: masked, spaceId, spaceName, canChange, measuresPath, isMe }: MemberRowProps) {
  const t = useTexts(spacesTexts);
  const errors = useErrorTexts(spacesTexts);
  const member = readFragment(MemberRowFragment, masked);
  const [isRemoving, setRemoving] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const options = { refetchQueries: 'active', awaitRefetchQueries: true } as const;
  const [changeRole] = useMutation(ChangeMemberRole, options);
  const [handOver] = useMutation(HandOverSpace, options);
  const input = { spaceId, accountId: member.accountId };
  const give = async (role: 'member' | 'author' | 'moderator') => {
    try {
      await changeRole({ variables: { input: { ...input, role } } });
      toast(t('members.roleChanged', { name: member.name, role: t(`role.${role}`) }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  return (
    <>
      <ListRow
        title={member.name}
        to={`/person/${member.accountId}`}
        lead={<Avatar name={member.name} />}
        meta={[
          member.person?.programmeRoles.map((role) => t(`programmeRole.${role}`)).join(', '),
          t.rich('members.since', { date: <DateTime at={member.joinedAt} as="date" /> }),
        ]}
        end={
          <>
            {member.role !== 'member' && <Badge kind="done">{t(`role.${member.role}`)}</Badge>}
            {canChange && (
              <Menu
                entries={[
                  { kind: 'heading', label: t('members.role') },
                  ...(['member', 'author', 'moderator'] as const).filter((role) => role !== member.role).map((role) => ({ label: t(`members.make.${role}`), onSelect: () => void give(role) })),
                  ...(isMe || measuresPath === null || member.role === 'moderator' ? [] : [{ kind: 'line' as const }, { kind: 'link' as const, label: t('members.measure'), to: `${measuresPath}?person=${member.accountId}` }]),
                  ...(isMe ? [] : [{ kind: 'line' as const }, { label: t('members.handOver'), onSelect: () => setHandingOver(true) }, { label: t('members.remove'), onSelect: () => setRemoving(true) }]),
                ]}
              >
                {(props) => (
                  <IconButton {...props} label={t('members.actions', { name: member.name })}>
                    <IconDots size={20} aria-hidden="true" />
                  </IconButton>
                )}
              </Menu>
            )}
          </>
        }
      />
      {isRemoving && <RemoveMember {...input} name={member.name} spaceName={spaceName} onClose={() => setRemoving(false)} />}
      <ConfirmDialog
        isOpen={isHandingOver}
        onClose={() => setHandingOver(false)}
        title={t('members.handOverTitle', { name: member.name, space: spaceName })}
        confirmLabel={t('members.handOver')}
        texts={spacesTexts}
        onConfirm={async () => {
          await handOver({ variables: { input } });
          toast(t('members.handedOver', { name: member.name }));
        }}
      >
        {t('members.handOverText', { name: member.name })}
      </ConfirmDialog>
    </>
  );
}
