import { registerEnumType } from '@nestjs/graphql';

export const VisibilityEnum = { public: 'public', programme: 'programme', closed: 'closed', hidden: 'hidden' } as const;
registerEnumType(VisibilityEnum, {
  name: 'SpaceVisibility',
  description: 'Who knows of a space and who may read what lies in it.',
  valuesMap: {
    public: { description: 'Everybody reads, also without an account.' },
    programme: { description: 'All approved members of the programme read (of one programme role, where it is limited to that).' },
    closed: { description: 'Members of the programme know name and description; only its own members read.' },
    hidden: { description: 'Only its members and those asked in by name know of it.' },
  },
});

export const GateEnum = { open: 'open', request: 'request', password: 'password', invitation: 'invitation' } as const;
registerEnumType(GateEnum, {
  name: 'SpaceGate',
  description: 'A way into a space. Several can stand side by side.',
  valuesMap: {
    open: { description: 'Approved members of the programme join by themselves.' },
    request: { description: 'One asks and a moderator decides.' },
    password: { description: 'Whoever knows the password of the space joins.' },
    invitation: { description: 'By an invitation link or asked in by name.' },
  },
});

export const SpaceRoleEnum = { member: 'member', author: 'author', moderator: 'moderator' } as const;
registerEnumType(SpaceRoleEnum, {
  name: 'SpaceRole',
  description: 'The part somebody has in one space.',
  valuesMap: {
    member: { description: 'Reads, and writes as far as the space allows it.' },
    author: { description: 'Publishes tips besides.' },
    moderator: { description: 'Looks after the space: members, requests, settings, releases.' },
  },
});

export const PublishersEnum = { authors: 'authors', mentors: 'mentors', members: 'members' } as const;
registerEnumType(PublishersEnum, {
  name: 'SpacePublishers',
  description: 'Who publishes tips in a space without a review.',
  valuesMap: {
    authors: { description: 'Moderators and authors.' },
    mentors: { description: 'These, and all members who are mentors in the programme.' },
    members: { description: 'All members of the space.' },
  },
});

export const SpaceColourEnum = {
  green: 'green', blue: 'blue', brown: 'brown', slate: 'slate', olive: 'olive', violet: 'violet', rust: 'rust',
} as const;
registerEnumType(SpaceColourEnum, {
  name: 'SpaceColour',
  description: 'A colour of the palette that is legible in the light and the dark face; clients map it to their own values.',
  valuesMap: {
    green: { description: 'Deep green, the usual one.' },
    blue: { description: 'Quiet blue.' },
    brown: { description: 'Warm brown.' },
    slate: { description: 'Blue grey.' },
    olive: { description: 'Olive.' },
    violet: { description: 'Dull violet.' },
    rust: { description: 'Rust red.' },
  },
});

export const EmblemShapeEnum = {
  circle: 'circle', leaf: 'leaf', hill: 'hill', drop: 'drop', hexagon: 'hexagon', star: 'star',
} as const;
registerEnumType(EmblemShapeEnum, {
  name: 'EmblemShape',
  description: 'The outline of the emblem that stands beside the name of a space, with a letter in it.',
  valuesMap: {
    circle: { description: 'A circle.' },
    leaf: { description: 'A leaf.' },
    hill: { description: 'A hill.' },
    drop: { description: 'A drop.' },
    hexagon: { description: 'A hexagon.' },
    star: { description: 'A star.' },
  },
});
