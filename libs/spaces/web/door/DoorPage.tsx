import { useState, type ReactNode } from 'react';
import { graphql, readFragment, useTexts, useViewer, type FragmentOf } from '#platform/web';
import { Alert, Page, Section, SpaceEmblem, Stack } from '#ui/web';
import { Moderators, ModeratorsFragment } from '../home/Moderators.js';
import { spacesTexts } from '../spaces-texts.js';
import { JoinOffer, JoinOfferFragment } from './JoinOffer.js';
import { PasswordDoor } from './PasswordDoor.js';
import { RequestDoor } from './RequestDoor.js';
import { OwnRequest, OwnRequestFragment } from './OwnRequest.js';

export const DoorPageFragment = graphql(
  `
    fragment DoorPage on Space {
      id
      slug
      name
      description
      colour
      emblem
      visibility
      gates
      limitedToRole
      archivedAt
      viewerShutOutUntil
      questions
      answerDays
      myInvitation
      parent {
        id
        slug
        name
      }
      myJoinRequest {
        id
        ...OwnRequest
      }
      ...Moderators
      ...JoinOffer
    }
  `,
  [ModeratorsFragment, JoinOfferFragment, OwnRequestFragment],
);

interface DoorPageProps {
  readonly space: FragmentOf<typeof DoorPageFragment>;
  /** What another domain says here before anything else, e.g. why somebody is shut out. */
  readonly children?: ReactNode;
}

/** A friendly closed door: what lies behind, who looks after it, how to get in, and when an answer comes. */
export function DoorPage({ space: masked, children }: DoorPageProps) {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const [now] = useState(() => new Date());
  const space = readFragment(DoorPageFragment, masked);
  const request = space.myJoinRequest === null ? null : { ...readFragment(OwnRequestFragment, space.myJoinRequest) };
  const isOpen = request !== null && (request.state === 'waiting' || request.state === 'asked');
  const mustWait = request?.state === 'declined' && request.askAgainAt !== null && new Date(request.askAgainAt) > now;
  const suits = space.limitedToRole === null || viewer.programmeRoles.includes(space.limitedToRole);
  const mayTry = viewer.isApproved && space.archivedAt === null && suits && space.viewerShutOutUntil === null;
  // Who was asked in by name needs no other way.
  const isInvited = space.myInvitation !== null;
  const isByInvitationOnly = space.gates.every((gate) => gate === 'invitation');

  return (
    <Page
      width="reading"
      title={space.name}
      lead={<SpaceEmblem colour={space.colour} emblem={space.emblem} size={44} />}
      crumbs={[{ label: t('list.title'), to: '/raeume' }, ...(space.parent === null ? [] : [{ label: space.parent.name, to: `/raum/${space.parent.slug}` }])]}
      summary={space.description === '' ? t('door.noDescription') : space.description}
      audience={t('door.closed')}
    >
      <Stack>
        {children}
        {space.archivedAt !== null && <Alert title={t('space.archivedTitle')}>{t('door.archived')}</Alert>}
        {!suits && space.limitedToRole !== null && <Alert title={t(`door.limitedTitle.${space.limitedToRole}`)}>{t('door.limitedText')}</Alert>}
        {mayTry && <JoinOffer space={space} />}
        {space.myJoinRequest !== null && <OwnRequest request={space.myJoinRequest} answerDays={space.answerDays} />}
        {mayTry && space.gates.includes('request') && !isInvited && !isOpen && !mustWait && (
          <RequestDoor spaceId={space.id} questions={space.questions} answerDays={space.answerDays} isAgain={request?.state === 'declined'} />
        )}
        {mayTry && !isInvited && space.gates.includes('password') && <PasswordDoor spaceId={space.id} spaceName={space.name} isOnly={!space.gates.includes('request') && request === null} />}
        {mayTry && !isInvited && isByInvitationOnly && (
          <Section title={t('door.invitationOnlyTitle')}>
            <p>{t('door.invitationOnlyText')}</p>
          </Section>
        )}
        <Moderators space={space} />
      </Stack>
    </Page>
  );
}
