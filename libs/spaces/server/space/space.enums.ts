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
    author: { description: 'Reads, writes and publishes tips.' },
    moderator: { description: 'Looks after the space: members, requests, settings, releases.' },
  },
});

export const PublishersEnum = { authors: 'authors', mentors: 'mentors', members: 'members' } as const;
registerEnumType(PublishersEnum, {
  name: 'SpacePublishers',
  description: 'Who publishes tips in a space without a review.',
  valuesMap: {
    authors: { description: 'Moderators and authors of the space.' },
    mentors: { description: 'These, and all members who are mentors in the programme.' },
    members: { description: 'All members of the space, whatever their role.' },
  },
});

export const SpaceColourEnum = {
  moss: 'moss',
  meadow: 'meadow',
  sun: 'sun',
  sand: 'sand',
  brick: 'brick',
  berry: 'berry',
  heather: 'heather',
  lake: 'lake',
  sky: 'sky',
  spruce: 'spruce',
  slate: 'slate',
} as const;
registerEnumType(SpaceColourEnum, {
  name: 'SpaceColour',
  description: 'A colour of the palette that is legible in the light and the dark face; clients map it to their own values.',
  valuesMap: {
    moss: { description: 'Moss green, warm and dark; the usual one.' },
    meadow: { description: 'Meadow green, lighter than moss.' },
    sun: { description: 'Sun yellow, darkened so that it stays legible.' },
    sand: { description: 'Sand, a greyish yellow.' },
    brick: { description: 'Brick red, rather brown.' },
    berry: { description: 'Berry red, rather blue.' },
    heather: { description: 'Heather violet, muted.' },
    lake: { description: 'Lake blue, deep and dark.' },
    sky: { description: 'Sky blue, lighter than lake.' },
    spruce: { description: 'Spruce, a dark blue green.' },
    slate: { description: 'Slate grey, without colour.' },
  },
});

export const SpaceEmblemEnum = {
  seed: 'seed',
  leaf: 'leaf',
  sun: 'sun',
  wind: 'wind',
  house: 'house',
  river: 'river',
  hill: 'hill',
  bridge: 'bridge',
  path: 'path',
  circle: 'circle',
  bulb: 'bulb',
  wheel: 'wheel',
} as const;
registerEnumType(SpaceEmblemEnum, {
  name: 'SpaceEmblem',
  description: 'The sign that stands beside the name of a space; line drawings, no pictures.',
  valuesMap: {
    seed: { description: 'Line drawing of a flying seed; the usual one.' },
    leaf: { description: 'Line drawing of a leaf.' },
    sun: { description: 'Line drawing of the sun.' },
    wind: { description: 'Line drawing of blowing wind.' },
    house: { description: 'Line drawing of a house.' },
    river: { description: 'Line drawing of a river.' },
    hill: { description: 'Line drawing of a hill.' },
    bridge: { description: 'Line drawing of a bridge.' },
    path: { description: 'Line drawing of a path.' },
    circle: { description: 'Line drawing of a circle.' },
    bulb: { description: 'Line drawing of a light bulb.' },
    wheel: { description: 'Line drawing of a wheel.' },
  },
});
