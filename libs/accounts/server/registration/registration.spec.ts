import { spacesDomain } from '#spaces/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { anAccount, type TestAccount } from '../accounts.testing.js';
import { accountsDomain } from '../index.js';
import { Outbox } from '#platform/server';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const CONFIRM = 'mutation ($input: ConfirmRegistrationInput!) { confirmRegistration(input: $input) }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { id standing } }';
const QUEUE = '{ registrations { nodes { id name stage wishedRole } } waitingRegistrationCount }';
const APPROVE = 'mutation ($input: ApproveRegistrationInput!) { approveRegistration(input: $input) { id standing stage programmeRoles } }';
const DECLINE = 'mutation ($input: DeclineRegistrationInput!) { declineRegistration(input: $input) { id standing } }';
const ASK_BACK = 'mutation ($input: AskBackInput!) { askBackRegistration(input: $input) { id stage } }';
const ANSWER = 'mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { stage steps { step message actorName } } }';
const DAY_MS = 86_400_000;

let count = 0;
function wishes(more: Readonly<Record<string, unknown>> = {}) {
  count += 1;
  return {
    name: `Maria Sommer ${'abcdefghijklmnopqrstuvwxyz'[count % 26]}`,
    address: `neu-${count}@beispiel.test`,
    password: 'drei rote Ballons steigen',
    wishedRole: 'mentor',
    acceptsRules: true,
    acceptsPrivacy: true,
    ...more,
  };
}

describe('registering', () => {
  let server: TestServer;
  let coordinator: TestAccount;

  beforeAll(async () => {
    server = await TestServer.start([accountsDomain, spacesDomain]);
    coordinator = await anAccount(server, { siteRoles: ['coordinator'], name: 'Karin Koch' });
  });
  afterAll(async () => server.stop());

  const codeTo = (address: string): string => new URL(server.mailBox.lastTo(address).action?.url ?? '').hash.slice(1);
  const mailsTo = (address: string): number => server.mailBox.mails.filter((mail) => mail.to.address === address).length;
  let network = 0;
  const stranger = (): Caller => {
    network += 1;
    return { ip: `192.0.2.${network % 250}` };
  };
  const register = async (more: Readonly<Record<string, unknown>> = {}) => {
    const input = wishes(more);
    await server.data(stranger(), REGISTER, { input });
    await server.drain();
    return input;
  };
  const confirmed = async (more: Readonly<Record<string, unknown>> = {}) => {
    const input = await register(more);
    await server.data(stranger(), CONFIRM, { input: { code: codeTo(input.address), password: input.password } });
    await server.drain();
    return { ...input, caller: await signedIn(input.address, input.password) };
  };
  const signedIn = async (address: string, password: string): Promise<Caller> => {
    const answer = await server.send(stranger(), SIGN_IN, { input: { address, password } });
    const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    return { cookie, ip: '198.51.100.7' };
  };
  const idOf = async (address: string): Promise<string> => {
    const [row] = await server.db.query<{ id: string }>('select id from account where address = $1', [address]);
    return row?.id ?? '';
  };

  it('sends a mail whose link opens the way in, once', async () => {
    const input = await register();
    expect(await server.refusal(stranger(), SIGN_IN, { input: { address: input.address, password: input.password } })).toMatchObject({ reason: 'account.unconfirmed' });
    await server.drain();
    const code = codeTo(input.address);
    expect(await server.data(stranger(), CONFIRM, { input: { code, password: input.password } })).toEqual({ confirmRegistration: true });
    expect(await server.refusal(stranger(), CONFIRM, { input: { code, password: input.password } })).toMatchObject({ reason: 'account.linkInvalid' });
    expect(await server.data(stranger(), SIGN_IN, { input: { address: input.address, password: input.password } })).toMatchObject({ signIn: { standing: 'waiting' } });
  });

  it('keeps both consents with version and time', async () => {
    const input = await register();
    const consents = await server.db.query('select kind, version from consent where account_id = $1 and given_at is not null order by kind', [await idOf(input.address)]);
    expect(consents).toEqual([{ kind: 'privacy', version: '1' }, { kind: 'rules', version: '1' }]);
  });

  it.each([
    ['without consent to the rules', { acceptsRules: false }, 'acceptsRules', 'account.consentNeeded'],
    ['without consent to the privacy notice', { acceptsPrivacy: false }, 'acceptsPrivacy', 'account.consentNeeded'],
    ['with a staff name', { name: 'Administrator' }, 'name', 'account.nameReserved'],
    ['with a staff name in disguise', { name: 'Аdm1n Team' }, 'name', 'account.nameReserved'],
    ['with a name of zero-width signs', { name: '\u200b\u200b' }, 'name', 'required'],
    ['with a common password', { password: 'passwort123' }, 'password', 'account.passwordCommon'],
    ['with a short password', { password: 'Ab3!xyz' }, 'password', 'tooShort'],
    ['with the own name as password', { name: 'Hannelore Weidenbach', password: 'Weidenbach1' }, 'password', 'account.passwordPersonal'],
    ['with no address', { address: 'irgendwas' }, 'address', 'badAddress'],
  ])('is refused %s', async (_case, more, field, reason) => {
    expect(await server.refusal(stranger(), REGISTER, { input: wishes(more) })).toMatchObject({ code: 'BAD_USER_INPUT', field, reason });
  });

  it('answers a known address like a new one and tells its owner by mail', async () => {
    const known = await anAccount(server);
    const fresh = await server.send(stranger(), REGISTER, { input: wishes() });
    const repeated = await server.send(stranger(), REGISTER, { input: wishes({ address: known.address.toUpperCase() }) });
    expect(repeated.body).toBe(fresh.body);
    expect(repeated.statusCode).toBe(fresh.statusCode);
    await server.drain();
    expect(server.mailBox.lastTo(known.address).subject).toBe('Zu dieser Adresse gibt es schon ein Konto');
    expect(await server.db.query('select id from account where address = $1', [known.address])).toHaveLength(1);
  });

  it('makes one account of ten registrations at one moment', async () => {
    const input = wishes();
    const spellings = [input.address, input.address.toUpperCase(), ` ${input.address} `];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => server.graphql(stranger(), REGISTER, { input: { ...input, address: spellings[index % 3] } })),
    );
    expect(answers.map((answer) => answer.data)).toEqual(Array.from({ length: 10 }, () => ({ register: true })));
    expect(await server.db.query('select id from account where address = $1', [input.address])).toHaveLength(1);
  });

  it('lets the newer of two unconfirmed wishes count, and kills the older link', async () => {
    const first = await register();
    const oldCode = codeTo(first.address);
    await register({ address: first.address, password: 'vier blaue Drachen fliegen' });
    expect(await server.refusal(stranger(), CONFIRM, { input: { code: oldCode, password: first.password } })).toMatchObject({ reason: 'account.linkInvalid' });
    await server.data(stranger(), CONFIRM, { input: { code: codeTo(first.address), password: 'vier blaue Drachen fliegen' } });
    expect(await server.refusal(stranger(), SIGN_IN, { input: { address: first.address, password: first.password } })).toMatchObject({ reason: 'account.signInFailed' });
  });

  it('confirms no account whose password somebody else chose, and keeps the link for the right one', async () => {
    const mine = await register();
    // Somebody registers the same address; the owner presses the button of the newest mail, as one does.
    const theirs = await register({ address: mine.address, password: 'vier blaue Drachen fliegen' });
    const code = codeTo(mine.address);
    expect(await server.refusal(stranger(), CONFIRM, { input: { code, password: mine.password } })).toEqual({ code: 'BAD_USER_INPUT', reason: 'account.wrongRegistrationPassword', field: 'password' });
    expect(await server.db.query('select standing from account where address = $1', [mine.address])).toEqual([{ standing: 'unconfirmed' }]);
    expect(await server.data(stranger(), CONFIRM, { input: { code, password: theirs.password } })).toEqual({ confirmRegistration: true });
  });

  it('lets nobody guess the password behind a link', async () => {
    const { address } = await register();
    const caller = stranger();
    const input = { code: codeTo(address), password: 'geraten und falsch' };
    for (let i = 0; i < 10; i += 1) await server.refusal(caller, CONFIRM, { input });
    expect(await server.refusal(caller, CONFIRM, { input })).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('cannot be used to fill a mailbox', async () => {
    const known = await anAccount(server);
    for (let i = 0; i < 10; i += 1) await register({ address: known.address });
    expect(mailsTo(known.address)).toBe(6);
  });

  it('deletes who never confirmed, and nobody else', async () => {
    const forgotten = await register();
    const member = await anAccount(server);
    server.clock.forward(8 * DAY_MS);
    await server.app.get(Outbox).runNow('accounts.housekeeping');
    expect(await idOf(forgotten.address)).toBe('');
    expect(await idOf(member.address)).toBe(member.id);
  });

  it('does not confirm by a link that is too old', async () => {
    const input = await register();
    server.clock.forward(8 * DAY_MS);
    expect(await server.refusal(stranger(), CONFIRM, { input: { code: codeTo(input.address), password: input.password } })).toMatchObject({ reason: 'account.linkInvalid' });
  });

  describe('the queue', () => {
    it('is for coordinators alone', async () => {
      const member = await anAccount(server);
      const waiting = await anAccount(server, { standing: 'waiting' });
      expect(await server.refusal(null, QUEUE)).toMatchObject({ code: 'UNAUTHENTICATED' });
      for (const { caller } of [member, waiting]) {
        expect(await server.refusal(caller, QUEUE)).toEqual({ code: 'FORBIDDEN', reason: 'account.coordinatorsOnly' });
        for (const [mutation, input] of [
          [APPROVE, { accountId: waiting.id, programmeRoles: [], spaceIds: [] }],
          [DECLINE, { accountId: waiting.id, reason: 'nein' }],
          [ASK_BACK, { accountId: waiting.id, message: 'Wer?' }],
        ] as const) {
          expect(await server.refusal(caller, mutation, { input })).toMatchObject({ code: 'FORBIDDEN' });
        }
      }
    });

    it('shows who waits, and approving makes a member with a role, told by mail and to spaces', async () => {
      const applicant = await confirmed();
      const queue = await server.data<{ registrations: { nodes: { name: string; stage: string }[] } }>(coordinator.caller, QUEUE);
      expect(queue.registrations.nodes).toContainEqual(expect.objectContaining({ name: applicant.name, stage: 'sheet', wishedRole: 'mentor' }));
      const accountId = await idOf(applicant.address);
      expect(await server.data(coordinator.caller, APPROVE, { input: { accountId, programmeRoles: ['mentor'], spaceIds: [], message: 'Schön, dass Sie da sind.' } })).toEqual({
        approveRegistration: { id: accountId, standing: 'approved', stage: 'decided', programmeRoles: ['mentor'] },
      });
      await server.drain();
      expect(server.mailBox.lastTo(applicant.address).paragraphs).toContain('Schön, dass Sie da sind.');
      expect(await server.data(applicant.caller, '{ viewer { standing } }')).toEqual({ viewer: { standing: 'approved' } });
    });

    it('asks back, takes the answer, and keeps the history without naming the coordinator to the applicant', async () => {
      const applicant = await confirmed();
      const accountId = await idOf(applicant.address);
      await server.data(coordinator.caller, ASK_BACK, { input: { accountId, message: 'Für welche Kommune?' } });
      await server.drain();
      expect(server.mailBox.lastTo(applicant.address).paragraphs).toContain('Für welche Kommune?');
      const { answerQuestion } = await server.data<{ answerQuestion: { stage: string; steps: { step: string; actorName: string | null }[] } }>(applicant.caller, ANSWER, { input: { message: 'Für Neustadt.' } });
      expect(answerQuestion.stage).toBe('waiting');
      expect(answerQuestion.steps.map((step) => step.step)).toEqual(['registered', 'confirmed', 'askedBack', 'answered']);
      expect(JSON.stringify(answerQuestion)).not.toContain('Karin Koch');
      const { account } = await server.data<{ account: { history: { actorName: string | null }[] } }>(coordinator.caller, 'query ($id: ID!) { account(id: $id) { history { actorName message } } }', { id: accountId });
      expect(account.history.map((step) => step.actorName)).toContain('Karin Koch');
      expect(await server.refusal(applicant.caller, ANSWER, { input: { message: 'Noch etwas' } })).toMatchObject({ code: 'CONFLICT' });
    });

    it('ends two decisions at one moment in one, and tells the other who decided what', async () => {
      const applicant = await confirmed();
      const second = await anAccount(server, { siteRoles: ['coordinator'], name: 'Kurt Lang' });
      const accountId = await idOf(applicant.address);
      const answers = await Promise.all([
        server.graphql(coordinator.caller, APPROVE, { input: { accountId, programmeRoles: [], spaceIds: [] } }),
        server.graphql(second.caller, DECLINE, { input: { accountId, reason: 'Kein Platz' } }),
      ]);
      const refused = answers.filter((answer) => answer.errors !== undefined);
      expect(refused).toHaveLength(1);
      expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'registration.alreadyDone', params: { who: expect.stringMatching(/Karin Koch|Kurt Lang/) } });
    });

    it('declines with a reason that the applicant reads, and can be opened again', async () => {
      const applicant = await confirmed();
      const accountId = await idOf(applicant.address);
      await server.data(coordinator.caller, DECLINE, { input: { accountId, reason: 'Nur für Kommunen.' } });
      await server.drain();
      expect(server.mailBox.lastTo(applicant.address).paragraphs).toContain('Nur für Kommunen.');
      expect(await server.data(applicant.caller, '{ myRegistration { declinedBecause } }')).toEqual({ myRegistration: { declinedBecause: 'Nur für Kommunen.' } });
      await server.data(coordinator.caller, 'mutation ($input: AccountIdInput!) { reopenRegistration(input: $input) { stage } }', { input: { accountId } });
      expect(await server.data(applicant.caller, '{ myRegistration { declinedBecause stage } }')).toEqual({ myRegistration: { declinedBecause: null, stage: 'waiting' } });
    });
  });

  describe('past the queue', () => {
    const CREATE = 'mutation ($input: CreateInvitationInput!) { createProgrammeInvitation(input: $input) { link invitation { id uses isGood } } }';
    const CHECK = 'mutation ($input: LinkCodeInput!) { checkInvitation(input: $input) }';
    const invite = async (more: Readonly<Record<string, unknown>> = {}) => {
      const input = { id: crypto.randomUUID(), note: 'Auftakt', programmeRoles: ['mentee'], spaceIds: [], days: 14, maxUses: 1, ...more };
      const { createProgrammeInvitation } = await server.data<{ createProgrammeInvitation: { link: string } }>(coordinator.caller, CREATE, { input });
      return { id: input.id, code: new URL(createProgrammeInvitation.link).hash.slice(1), input };
    };

    it('an invitation link approves at once, as often as allowed', async () => {
      const { code, input } = await invite();
      expect(await server.data(stranger(), CHECK, { input: { code } })).toEqual({ checkInvitation: 'Pusteblume' });
      const first = await confirmed({ invitationCode: code });
      expect(await server.data(first.caller, '{ viewer { standing programmeRoles } }')).toEqual({ viewer: { standing: 'approved', programmeRoles: ['mentee'] } });
      expect(await server.data(stranger(), CHECK, { input: { code } })).toEqual({ checkInvitation: null });
      const second = await confirmed({ invitationCode: code });
      expect(await server.data(second.caller, '{ viewer { standing } }')).toEqual({ viewer: { standing: 'waiting' } });
      expect(await server.data(coordinator.caller, CREATE, { input })).toMatchObject({ createProgrammeInvitation: { link: null, invitation: { uses: 1, isGood: false } } });
    });

    it('a revoked or ended invitation is like an unknown one', async () => {
      const revoked = await invite();
      await server.data(coordinator.caller, 'mutation ($input: RevokeInvitationInput!) { revokeProgrammeInvitation(input: $input) { isGood } }', { input: { id: revoked.id } });
      const ended = await invite({ days: 1 });
      server.clock.forward(2 * DAY_MS);
      for (const code of [revoked.code, ended.code, 'unbekannt']) {
        expect(await server.data(stranger(), CHECK, { input: { code } })).toEqual({ checkInvitation: null });
      }
    });

    it('an allowed domain approves at once', async () => {
      await server.data(coordinator.caller, 'mutation ($input: AllowDomainInput!) { allowDomain(input: $input) { domain } }', { input: { domain: '@Stadt-Müsterhausen.example', programmeRoles: ['mentor'], spaceIds: [] } });
      const input = await register({ address: 'amt@stadt-müsterhausen.example' });
      // Kept with its domain in ASCII, as mail servers want it; signing in with umlauts finds it too.
      await server.data(stranger(), CONFIRM, { input: { code: codeTo('amt@xn--stadt-msterhausen-82b.example'), password: input.password } });
      expect(await server.data(stranger(), SIGN_IN, { input: { address: input.address, password: input.password } })).toMatchObject({ signIn: { standing: 'approved' } });
      const [row] = await server.db.query(`select standing, programme_roles from account where address = 'amt@xn--stadt-msterhausen-82b.example'`);
      expect(row).toEqual({ standing: 'approved', programme_roles: ['mentor'] });
      expect(await server.refusal((await anAccount(server)).caller, '{ allowedDomains { domain } }')).toMatchObject({ code: 'FORBIDDEN' });
    });
  });
});
