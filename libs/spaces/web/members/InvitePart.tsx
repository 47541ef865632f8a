import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useErrorTexts, useTexts, type FragmentOf } from '#platform/web';
import { Avatar, Badge, Button, DateTime, List, ListRow, Row, Section, Stack, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { InvitePeople } from './InvitePeople.js';
import { NewLink } from './NewLink.js';

export const InvitePartFragment = graphql(`
  fragment InvitePart on Space {
    id
    name
    invitees {
      accountId
      name
      role
      invitedAt
    }
    invitationLinks {
      id
      label
      role
      uses
      maxUses
      expiresAt
      revokedAt
    }
  }
`);
const WithdrawInvitation = graphql(`
  mutation WithdrawSpaceInvitation($input: SpaceMemberInput!) {
    withdrawSpaceInvitation(input: $input) {
      id
    }
  }
`);
const RevokeLink = graphql(`
  mutation RevokeSpaceInvitation($input: SpaceInvitationIdInput!) {
    revokeSpaceInvitation(input: $input) {
      id
    }
  }
`);

/** For moderators: asking people in by name or by a link, and what of that is still open. */
export function InvitePart({ space: masked }: { readonly space: FragmentOf<typeof InvitePartFragment> }) {
  const t = useTexts(spacesTexts);
  const errors = useErrorTexts(spacesTexts);
  const space = readFragment(InvitePartFragment, masked);
  const [now] = useState(() => new Date());
  const [open, setOpen] = useState<'people' | 'link' | null>(null);
  const options = { refetchQueries: 'active', awaitRefetchQueries: true } as const;
  const [withdraw] = useMutation(WithdrawInvitation, options);
  const [revoke] = useMutation(RevokeLink, options);
  const attempt = (work: Promise<unknown>, done: string) => void work.then(() => toast(done), (error: unknown) => toast(errors.sentence(error), { kind: 'danger' }));
  const links = space.invitationLinks.filter((link) => link.revokedAt === null && new Date(link.expiresAt) > now && (link.maxUses === null || link.uses < link.maxUses));
  return (
    <Section title={t('invite.title')}>
      <Stack>
        <Row>
          <Button kind="primary" onClick={() => setOpen('people')}>{t('invite.people')}</Button>
          <Button onClick={() => setOpen('link')}>{t('invite.link')}</Button>
        </Row>
        {(space.invitees.length > 0 || links.length > 0) && (
          <List label={t('invite.open')}>
            {space.invitees.map((person) => (
              <ListRow
                key={person.accountId}
                title={person.name}
                lead={<Avatar name={person.name} size={28} />}
                meta={[t('invite.asked'), <DateTime key="at" at={person.invitedAt} />, person.role !== 'member' && t(`role.${person.role}`)]}
                end={
                  <Button
                    size="small"
                    aria-label={t('invite.withdrawOf', { name: person.name })}
                    onClick={() => attempt(withdraw({ variables: { input: { spaceId: space.id, accountId: person.accountId } } }), t('invite.withdrawn'))}
                  >
                    {t('invite.withdraw')}
                  </Button>
                }
              />
            ))}
            {links.map((link) => (
              <ListRow
                key={link.id}
                title={link.label === '' ? t('invite.linkUnnamed') : link.label}
                meta={[
                  link.maxUses === null ? t('invite.usedAny', { count: link.uses }) : t('invite.used', { uses: link.uses, max: link.maxUses }),
                  t.rich('invite.until', { date: <DateTime at={link.expiresAt} as="date" /> }),
                  link.role !== 'member' && t(`role.${link.role}`),
                ]}
                lead={<Badge>{t('invite.linkBadge')}</Badge>}
                end={
                  <Button
                    size="small"
                    aria-label={t('invite.revokeOf', { label: link.label === '' ? t('invite.linkUnnamed') : link.label })}
                    onClick={() => attempt(revoke({ variables: { input: { invitationId: link.id } } }), t('invite.revoked'))}
                  >
                    {t('invite.revoke')}
                  </Button>
                }
              />
            ))}
          </List>
        )}
      </Stack>
      {open === 'people' && <InvitePeople spaceId={space.id} onClose={() => setOpen(null)} />}
      {open === 'link' && <NewLink spaceId={space.id} onClose={() => setOpen(null)} />}
    </Section>
  );
}
