import { accountsDomain } from '#accounts/server';
import type { Mail } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain, type Visibility } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { MAILS_PER_HOUR } from '../delivery/notice-mail.ledger.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce } from '../notifications.testing.js';

const NAME = 'Stiller Kreis';

let server: TestServer;
let mod: TestAccount;
let mia: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  [mod, mia] = [await anAccount(server), await anAccount(server, { name: 'Mia Moor' })];
});

const act = (name: string, type: string) => `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
const ASK = act('requestToJoin', 'RequestToJoinInput');
const ASK_BACK = act('askBackOnJoinRequest', 'AskBackOnJoinRequestInput');
const APPROVE = act('approveJoinRequest', 'ApproveJoinRequestInput');
const DECLINE = act('declineJoinRequest', 'DeclineJoinRequestInput');
const INVITE = act('inviteToSpace', 'InviteToSpaceInput');

const place = (visibility: Visibility = 'closed', name = NAME): Promise<TestSpace> => aSpace(server, { visibility, name, gates: ['request', 'invitation'], members: [[mod, 'moderator']] });
const mailsTo = (account: TestAccount): readonly Mail[] => server.mailBox.mails.filter(({ to }) => to.address === account.address);
const subjects = (account: TestAccount): readonly string[] => mailsTo(account).map(({ subject }) => subject);
async function send(): Promise<void> {
  await server.drain();
  await sendAtOnce(server);
}
async function ask(by: TestAccount, space: TestSpace): Promise<string> {
  const id = uuidv7();
  await server.data(by.caller, ASK, { input: { id, spaceId: space.id, message: 'Ich fange an.', answers: [] } });
  return id;
}

describe('mails about spaces', () => {
  it('lead moderators and applicants through a request, each with one click to end them, and name no closed space', async () => {
    const space = await place();
    const requestId = await ask(mia, space);
    await send();
    await server.data(mod.caller, ASK_BACK, { input: { requestId, question: 'Seit wann?' } });
    await send();
    await server.data(mod.caller, DECLINE, { input: { requestId, reason: 'Erst mit Bescheid.' } });
    await send();
    expect(subjects(mod)).toEqual(['Pusteblume: Eine Anfrage wartet auf die Moderation']);
    expect(subjects(mia)).toEqual(['Pusteblume: Rückfrage zu Ihrer Anfrage', 'Pusteblume: Antwort auf Ihre Anfrage']);
    for (const mail of [...mailsTo(mod), ...mailsTo(mia)]) {
      const { to: _to, greeting: _greeting, ...said } = mail;
      expect(JSON.stringify(said)).not.toMatch(/Stiller|Mia Moor|Bescheid|Seit wann/);
      expect(mail.list?.unsubscribeUrl).toContain('/abmelden-von/');
    }
    expect(mailsTo(mod)[0]?.list?.id).toBe('moderation.notices');
    expect(mailsTo(mia)[0]?.list?.id).toBe('spaces.notices');
  });

  it('name an open space in the text, and its pages', async () => {
    const space = await place('programme', 'Gartenrunde');
    const requestId = await ask(mia, space);
    await send();
    expect(mailsTo(mod)).toMatchObject([{ paragraphs: ['im Raum „Gartenrunde“ gibt es Neues für Sie:'], action: { url: `http://localhost:3000/raum/${space.slug}/anfragen` } }]);
    await server.data(mod.caller, APPROVE, { input: { requestId } });
    await send();
    expect(mailsTo(mia)).toMatchObject([{ subject: 'Pusteblume: Ihre Anfrage wurde angenommen', sections: [{ items: [{ text: 'Ihre Anfrage für „Gartenrunde“ wurde angenommen' }] }] }]);
  });

  it('are not sent where the request is settled, the invitation declined, or the person no moderator any more', async () => {
    const space = await place();
    await ask(mia, space);
    await server.data(mod.caller, INVITE, { input: { spaceId: space.id, accountId: mia.id, role: 'member' } });
    await server.data(mia.caller, 'mutation ($input: SpaceIdInput!) { joinSpaceByInvitation(input: $input) { id } }', { input: { spaceId: space.id } });
    const tom = await anAccount(server);
    await server.data(mod.caller, INVITE, { input: { spaceId: space.id, accountId: tom.id, role: 'member' } });
    await server.data(tom.caller, 'mutation ($input: SpaceIdInput!) { declineSpaceInvitation(input: $input) }', { input: { spaceId: space.id } });
    await send();
    expect([subjects(mod), subjects(mia), subjects(tom)]).toEqual([[], [], []]);
  });

  it('ask somebody in once for two clicks, without naming a hidden space', async () => {
    const space = await place('hidden');
    for (const role of ['member', 'author']) await server.data(mod.caller, INVITE, { input: { spaceId: space.id, accountId: mia.id, role } });
    await send();
    expect(subjects(mia)).toEqual(['Pusteblume: Sie sind in einen Raum eingeladen']);
    expect(JSON.stringify(mailsTo(mia))).not.toContain(NAME);
  });

  it('tell every moderator once of who was let in by the coordination', async () => {
    const other = await anAccount(server);
    const space = await aSpace(server, { name: NAME, members: [[mod, 'moderator'], [other, 'moderator']] });
    for (let times = 0; times < 2; times += 1) {
      await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'AccountApproved', payload: { accountId: mia.id, spaceIds: [space.id], actorId: null } }));
      await send();
    }
    for (const account of [mod, other]) {
      expect(subjects(account)).toEqual(['Pusteblume: Die Koordination hat jemanden in einen Raum aufgenommen']);
      expect(JSON.stringify(mailsTo(account)[0]?.paragraphs)).not.toContain('Mia Moor');
    }
  });

  it('bring a request up again that has waited', async () => {
    const space = await place();
    const requestId = await ask(mia, space);
    await send();
    await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'JoinRequestOverdue', payload: { requestId, spaceId: space.id, occasionId: uuidv7() } }));
    await send();
    expect(subjects(mod)[1]).toBe('Pusteblume: Eine Anfrage wartet seit drei Arbeitstagen');
  });

  it('can be switched off, and cannot fill a mailbox', async () => {
    const quiet = await anAccount(server);
    await server.data(quiet.caller, 'mutation { setNoticePreference(input: { category: spaces, mail: none }) { digestHour } }');
    for (let index = 0; index < MAILS_PER_HOUR + 3; index += 1) {
      const space = await place('hidden');
      for (const { id } of [mia, quiet]) await server.data(mod.caller, INVITE, { input: { spaceId: space.id, accountId: id, role: 'member' } });
    }
    await send();
    expect([mailsTo(mia).length, mailsTo(quiet).length]).toEqual([MAILS_PER_HOUR, 0]);
  });
});
