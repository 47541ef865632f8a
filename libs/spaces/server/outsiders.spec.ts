import { accountsDomain } from '#accounts/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type TestAccount } from '../../accounts/server/accounts.testing.js';
import { spacesDomain } from './index.js';
import { aSpace, join, leave, type TestSpace } from './spaces.testing.js';
import type { Visibility } from './space/space.entity.js';

/** Words that stand nowhere else; each in a different field that only insiders may read. */
const SECRETS = {
  member: 'Wachtelkönig', message: 'Blaukehlchen', answer: 'Rohrdommel', note: 'Ziegenmelker', label: 'Eisvogel', removal: 'Wendehals', entry: 'Steinschmätzer',
} as const;
const VISIBILITIES = ['public', 'programme', 'closed', 'hidden'] as const;
const ROLES = ['guest', 'unconfirmed', 'waiting', 'stranger', 'refused', 'former', 'suspended', 'moderator elsewhere', 'coordinator'] as const;
type Role = (typeof ROLES)[number];

/** Who may know that a space is there: the table this spec holds the product to. */
const KNOWS: Readonly<Record<Role, readonly Visibility[]>> = {
  guest: ['public'],
  unconfirmed: ['public'],
  waiting: ['public'],
  suspended: ['public'],
  stranger: ['public', 'programme', 'closed'],
  refused: ['public', 'programme', 'closed'],
  former: ['public', 'programme', 'closed'],
  'moderator elsewhere': ['public', 'programme', 'closed'],
  coordinator: ['public', 'programme', 'closed'],
};

interface Subject {
  readonly space: TestSpace;
  readonly requestId: string;
  readonly invitationId: string;
  readonly member: TestAccount;
}

/** Every mutation that names something of a space, with inputs that a moderator's would be accepted with. */
const MUTATIONS: Readonly<Record<string, (subject: Subject) => Readonly<Record<string, unknown>>>> = {
  updateSpace: ({ space }) => ({ spaceId: space.id, name: 'Anders', description: '', colour: 'lake', emblem: 'leaf', baseVersion: 1 }),
  changeSpaceVisibility: ({ space }) => ({ spaceId: space.id, visibility: 'public', confirmAudience: 1, baseVersion: 1 }),
  setSpaceGates: ({ space }) => ({ spaceId: space.id, gates: ['open'], questions: [], answerDays: 3, askAgainDays: 3, baseVersion: 1 }),
  setSpacePublishers: ({ space }) => ({ spaceId: space.id, publishers: 'members', baseVersion: 1 }),
  archiveSpace: ({ space }) => ({ spaceId: space.id }),
  reopenSpace: ({ space }) => ({ spaceId: space.id }),
  changeMemberRole: ({ space, member }) => ({ spaceId: space.id, accountId: member.id, role: 'moderator' }),
  removeMember: ({ space, member }) => ({ spaceId: space.id, accountId: member.id, reason: 'Weil halt' }),
  leaveSpace: ({ space }) => ({ spaceId: space.id }),
  handOverSpace: ({ space, member }) => ({ spaceId: space.id, accountId: member.id }),
  appointModerator: ({ space, member }) => ({ spaceId: space.id, accountId: member.id, reason: 'Weil niemand da ist' }),
  joinSpace: ({ space }) => ({ spaceId: space.id }),
  joinSpaceByPassword: ({ space }) => ({ spaceId: space.id, password: 'geraten und falsch' }),
  createSpaceInvitation: ({ space }) => ({ id: uuidv7(), spaceId: space.id, label: '', role: 'member', days: 3 }),
  revokeSpaceInvitation: ({ invitationId }) => ({ invitationId }),
  inviteToSpace: ({ space, member }) => ({ spaceId: space.id, accountId: member.id, role: 'member' }),
  withdrawSpaceInvitation: ({ space, member }) => ({ spaceId: space.id, accountId: member.id }),
  joinSpaceByInvitation: ({ space }) => ({ spaceId: space.id }),
  declineSpaceInvitation: ({ space }) => ({ spaceId: space.id }),
  requestToJoin: ({ space }) => ({ id: uuidv7(), spaceId: space.id, message: '', answers: ['Ja'] }),
  answerJoinRequest: ({ requestId }) => ({ requestId, answer: 'Ja' }),
  withdrawJoinRequest: ({ requestId }) => ({ requestId }),
  approveJoinRequest: ({ requestId }) => ({ requestId }),
  declineJoinRequest: ({ requestId }) => ({ requestId, reason: 'Weil halt' }),
  askBackOnJoinRequest: ({ requestId }) => ({ requestId, question: 'Warum?' }),
  enterSpace: ({ space }) => ({ spaceId: space.id, reason: 'Weil ich es sehen will' }),
  leaveEntry: ({ space }) => ({ spaceId: space.id }),
};
/** The coordination's own way to spaces it cannot read, tested in members.spec. */
const COORDINATION = new Set(['appointModerator', 'enterSpace', 'leaveEntry']);

interface SchemaType {
  readonly name: string;
  readonly kind: string;
  readonly fields: readonly { readonly name: string; readonly args: readonly { readonly name: string; readonly type: TypeRef; readonly defaultValue: string | null }[]; readonly type: TypeRef }[] | null;
  readonly inputFields: readonly { readonly name: string }[] | null;
}
interface TypeRef {
  readonly name: string | null;
  readonly kind: string;
  readonly ofType?: TypeRef | null;
}

const REF = 'name kind ofType { name kind ofType { name kind ofType { name kind } } }';
const INTROSPECTION = `{ __schema { types { name kind inputFields { name } fields { name type { ${REF} } args { name defaultValue type { ${REF} } } } } } }`;

function named(type: TypeRef): string {
  return type.ofType === null || type.ofType === undefined ? String(type.name) : named(type.ofType);
}

describe('outsiders of a space', () => {
  let server: TestServer;
  let types: ReadonlyMap<string, SchemaType>;
  const subjects = new Map<Visibility, Subject>();
  const callers = new Map<Role, Caller | null>();
  let unknown: Subject;

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    const { __schema: schema } = await server.data<{ __schema: { types: SchemaType[] } }>(null, INTROSPECTION);
    types = new Map(schema.types.map((type) => [type.name, type]));

    const account = async (more: Parameters<typeof anAccount>[1] = {}) => anAccount(server, more);
    const [refused, former, suspended, elsewhere] = [await account(), await account(), await account({ suspended: true }), await account()];
    const moderator = await account({ name: `Moderation ${'Silberreiher'}` });
    const member = await account({ name: SECRETS.member });
    const coordinator = await account({ siteRoles: ['coordinator'] });
    await aSpace(server, { visibility: 'hidden', members: [[elsewhere, 'moderator']] });
    callers.set('guest', null);
    callers.set('unconfirmed', (await account({ standing: 'unconfirmed' })).caller);
    callers.set('waiting', (await account({ standing: 'waiting' })).caller);
    callers.set('stranger', (await account()).caller);
    callers.set('refused', refused.caller);
    callers.set('former', former.caller);
    callers.set('suspended', suspended.caller);
    callers.set('moderator elsewhere', elsewhere.caller);
    callers.set('coordinator', coordinator.caller);

    for (const visibility of VISIBILITIES) {
      const space = await aSpace(server, {
        visibility, name: `Feuersalamander ${visibility}`, description: `Gelbbauchunke ${visibility}`, gates: [], questions: ['Ringelnatter?'],
        members: [[moderator, 'moderator'], [member, 'author'], [suspended, 'moderator']],
      });
      await join(server, space, former, 'author');
      await leave(server, space, former);
      subjects.set(visibility, { space, member, ...(await fill(space, member, moderator, refused, former)) });
    }
    unknown = { space: { id: uuidv7(), slug: 'gibt-es-nicht', name: '' }, requestId: uuidv7(), invitationId: uuidv7(), member };
  });
  afterAll(() => server.stop());

  async function fill(space: TestSpace, member: TestAccount, moderator: TestAccount, refused: TestAccount, former: TestAccount) {
    const [requestId, invitationId, declined] = [uuidv7(), uuidv7(), uuidv7()];
    const asking = await anAccount(server, { name: 'Fragende Person' });
    const request = `insert into join_request (id, space_id, account_id, message, answers, state, note, waiting_since, created_at) values ($1, $2, $3, $4, $5, $6, $7, now(), now())`;
    const answers = JSON.stringify([{ question: 'Ringelnatter?', answer: SECRETS.answer }]);
    await server.db.query(request, [requestId, space.id, asking.id, SECRETS.message, answers, 'waiting', '']);
    await server.db.query(request, [declined, space.id, refused.id, 'Bitte', '[]', 'declined', 'Noch nicht']);
    await server.db.query(`insert into join_request_step (id, request_id, act, actor_id, note, at) values ($1, $2, 'askedBack', $3, $4, now())`, [uuidv7(), requestId, moderator.id, SECRETS.note]);
    await server.db.query(`insert into space_invitation (id, space_id, token_hash, role, label, expires_at, created_by) values ($1, $2, $3, 'member', $4, now() + interval '1 day', $5)`, [invitationId, space.id, invitationId, SECRETS.label, moderator.id]);
    await server.db.query(`insert into space_removal (space_id, account_id, reason, space_name) values ($1, $2, $3, 'x')`, [space.id, former.id, SECRETS.removal]);
    await server.db.query(`insert into space_entry (id, space_id, account_id, reason, ends_at) values ($1, $2, $3, $4, now() + interval '1 hour')`, [uuidv7(), space.id, member.id, SECRETS.entry]);
    return { requestId, invitationId };
  }

  /** Every field of a type that needs no argument, and those of its objects, as deep as told. */
  function everything(typeName: string, depth: number): string {
    const fields = (types.get(typeName)?.fields ?? []).filter((field) => field.args.every((arg) => arg.type.kind !== 'NON_NULL' || arg.defaultValue !== null));
    return fields
      .flatMap((field) => {
        const isObject = (types.get(named(field.type))?.fields ?? null) !== null;
        if (!isObject) return [field.name];
        const inner = depth === 0 ? '' : everything(named(field.type), depth - 1);
        return inner === '' ? [] : [`${field.name} { ${inner} }`];
      })
      .join(' ');
  }

  const known = (role: Role): readonly Subject[] => KNOWS[role].map((visibility) => subjects.get(visibility)).filter((subject) => subject !== undefined);
  const hidden = (role: Role): readonly Subject[] => [...subjects].filter(([visibility]) => !KNOWS[role].includes(visibility)).map(([, subject]) => subject);

  it('have a row here for every mutation that names a space, a request or an invitation', () => {
    const named_ = (types.get('Mutation')?.fields ?? []).filter(({ args }) =>
      args.some((arg) => types.get(named(arg.type))?.inputFields?.some(({ name }) => ['spaceId', 'requestId', 'invitationId'].includes(name))),
    );
    expect(named_.map(({ name }) => name).filter((name) => !(name in MUTATIONS)).filter((name) => !ACCOUNTS.has(name))).toEqual([]);
  });

  describe.each(ROLES)('%s', (role) => {
    it('reads no secret in any field of a space, and of unknown ones nothing at all', async () => {
      const query = `query ($slug: String!) { space(slug: $slug) { ${everything('Space', 2)} } }`;
      const nothing = JSON.stringify(await server.graphql(callers.get(role) ?? null, query, { slug: unknown.space.slug }));
      for (const { space } of known(role)) {
        const text = JSON.stringify(await server.data(callers.get(role) ?? null, query, { slug: space.slug }));
        expect(text).toContain('Feuersalamander');
        for (const secret of Object.values(SECRETS)) {
          // Members of what a member of the programme may read anyway are told to them; see the listing rule.
          const mayKnow = secret === SECRETS.member && KNOWS[role].length > 1 && /public|programme/.test(space.name);
          if (!mayKnow) expect([space.name, text.includes(secret)]).toEqual([space.name, false]);
        }
        if (KNOWS[role].length === 1) expect(text).not.toContain('Silberreiher');
      }
      for (const { space } of hidden(role)) {
        expect(JSON.stringify(await server.graphql(callers.get(role) ?? null, query, { slug: space.slug }))).toBe(nothing);
      }
    });

    it('finds in no list what is not theirs to know', async () => {
      const lists = `{ spaces { ${everything('Space', 2)} } mySpaces { name } myJoinRequests { id space { name } } joinRequests(first: 100) { totalCount nodes { message } }
        decided: joinRequests(list: decided) { totalCount } }`;
      const text = JSON.stringify(await server.data(callers.get(role) ?? null, lists));
      for (const { space } of hidden(role)) {
        expect(text).not.toContain(space.name);
        expect(text).not.toContain(space.id);
      }
      for (const secret of Object.values(SECRETS)) if (secret !== SECRETS.member || KNOWS[role].length === 1) expect(text).not.toContain(secret);
      expect(text).toContain('"totalCount":0');
      expect(text).not.toMatch(/"totalCount":[1-9]/);
      if (role !== 'coordinator') {
        expect(await server.refusal(callers.get(role) ?? null, '{ administeredSpaces { name } }')).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      }
    });

    it('is answered about what they do not know exactly as about what does not exist', async () => {
      const reads = [
        ['query ($id: ID!) { joinRequest(id: $id) { message } }', (subject: Subject) => ({ id: subject.requestId })],
        ['query ($id: ID!) { spaceAudienceChange(input: { spaceId: $id, visibility: public }) { gains } }', (subject: Subject) => ({ id: subject.space.id })],
        ['query ($id: ID!) { moveAudienceChange(input: { fromSpaceId: $id, toSpaceId: $id }) { gains } }', (subject: Subject) => ({ id: subject.space.id })],
        ['query ($id: ID!) { joinRequests(spaceId: $id) { totalCount } }', (subject: Subject) => ({ id: subject.space.id })],
      ] as const;
      const writes = Object.entries(MUTATIONS)
        .filter(([name]) => role !== 'coordinator' || !COORDINATION.has(name))
        .map(([name, input]) => [mutation(name), (subject: Subject) => ({ input: input(subject) })] as const);
      for (const [document, variables] of [...reads, ...writes]) {
        const expected = await server.graphql(callers.get(role) ?? null, document, variables(unknown));
        for (const subject of hidden(role)) {
          expect([document, await server.graphql(callers.get(role) ?? null, document, variables(subject))]).toEqual([document, expected]);
        }
      }
    });

    it('changes nothing in spaces they know but have no part in', async () => {
      const before = await everyRow();
      for (const subject of known(role)) {
        for (const [name, input] of Object.entries(MUTATIONS)) {
          if (role === 'coordinator' && COORDINATION.has(name)) continue;
          const { errors } = await server.graphql(callers.get(role) ?? null, mutation(name), { input: input(subject) });
          // Saying no to an invitation that is not there changes nothing and needs no refusal.
          if (name !== 'declineSpaceInvitation') expect([name, errors?.length]).toEqual([name, 1]);
        }
      }
      expect(await everyRow()).toBe(before);
    });
  });

  function mutation(name: string): string {
    const field = types.get('Mutation')?.fields?.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`no mutation ${name}`);
    const isObject = (types.get(named(field.type))?.fields ?? null) !== null;
    return `mutation ($input: ${named(field.args[0]?.type ?? field.type)}!) { ${name}(input: $input) ${isObject ? '{ __typename }' : ''} }`;
  }

  async function everyRow(): Promise<string> {
    const tables = ['space', 'space_member', 'space_invitation', 'space_invitee', 'space_removal', 'space_entry', 'join_request', 'join_request_step'];
    const rows = await Promise.all(tables.map(async (table) => server.db.query(`select * from ${table} order by 1, 2`)));
    return JSON.stringify(rows);
  }
});

/** Mutations of accounts that name spaces or requests of their own kind; held to account in that domain. */
const ACCOUNTS: ReadonlySet<string> = new Set();
