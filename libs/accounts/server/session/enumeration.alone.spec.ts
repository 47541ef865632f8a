import { TestServer, type Caller } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount } from '../accounts.testing.js';
import { accountsDomain } from '../index.js';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  const done: string[] = [];
  return {
    ...real,
    done,
    hash: (...parameters: Parameters<typeof real.hash>) => {
      done.push('hash');
      return real.hash(...parameters);
    },
    verify: (...parameters: Parameters<typeof real.verify>) => {
      done.push('verify');
      return real.verify(...parameters);
    },
  };
});

/** What argon2 was asked to do; the work itself stays real. */
const { done } = jest.requireMock<{ readonly done: string[] }>('@node-rs/argon2');

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const RESET = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';

let server: TestServer;
let network = 0;
const stranger = (): Caller => {
  network += 1;
  return { ip: `198.51.100.${network}` };
};

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain]);
  // The hash that stands in for unknown addresses is made once in the life of a process.
  await server.send(stranger(), SIGN_IN, { input: { address: 'vorher@beispiel.test', password: 'falsch geraten' } });
});
afterAll(async () => server.stop());

interface Seen {
  readonly status: number;
  readonly body: string;
  /** Names of headers and the values that say something. */
  readonly headers: unknown;
  readonly work: readonly string[];
}

async function seen(query: string, input: object): Promise<Seen> {
  done.length = 0;
  const answer = await server.send(stranger(), query, { input });
  const { date: _date, 'x-request-id': _id, ...headers } = answer.headers;
  return { status: answer.statusCode, body: answer.body.trim(), headers, work: [...done] };
}

/** One address of each kind that a stranger could tell apart. */
async function addresses(): Promise<Readonly<Record<string, string>>> {
  const [known, waiting, declined, suspended, unconfirmed, invited] = await Promise.all([
    anAccount(server),
    anAccount(server, { standing: 'waiting' }),
    anAccount(server, { standing: 'declined' }),
    anAccount(server, { suspended: true }),
    anAccount(server, { standing: 'unconfirmed' }),
    anAccount(server, { standing: 'unconfirmed' }),
  ]);
  await server.db.query('update account set password_hash = null where id = $1', [invited.id]);
  return {
    known: known.address, waiting: waiting.address, declined: declined.address, suspended: suspended.address,
    unconfirmed: unconfirmed.address, invited: invited.address,
  };
}

describe('a stranger with a list of addresses', () => {
  it('learns nothing from signing in with a wrong password', async () => {
    const unknown = await seen(SIGN_IN, { address: 'niemand@beispiel.test', password: 'falsch geraten' });
    expect(unknown).toMatchObject({ status: 200, work: ['verify'] });
    expect(unknown.body).toContain('account.signInFailed');
    for (const [kind, address] of Object.entries(await addresses())) {
      expect([kind, await seen(SIGN_IN, { address, password: 'falsch geraten' })]).toEqual([kind, unknown]);
    }
  });

  it('learns nothing from registering', async () => {
    const wishes = (address: string) => ({ name: 'Mia Meer', address, password: 'drei rote Ballons steigen', wishedRole: 'mentor', acceptsRules: true, acceptsPrivacy: true });
    const unknown = await seen(REGISTER, wishes('ganz-neu@beispiel.test'));
    expect(unknown).toMatchObject({ body: '{"data":{"register":true}}', work: ['hash'] });
    for (const [kind, address] of Object.entries(await addresses())) {
      expect([kind, await seen(REGISTER, wishes(address))]).toEqual([kind, unknown]);
    }
  });

  it('learns nothing from refused registrations either', async () => {
    const wishes = (address: string) => ({ name: 'Mia Meer', address, password: 'passwort123', wishedRole: 'mentor', acceptsRules: true, acceptsPrivacy: true });
    const unknown = await seen(REGISTER, wishes('noch-neuer@beispiel.test'));
    expect(unknown.body).toContain('account.passwordCommon');
    for (const [kind, address] of Object.entries(await addresses())) {
      expect([kind, await seen(REGISTER, wishes(address))]).toEqual([kind, unknown]);
    }
  });

  it('learns nothing from asking for a new password', async () => {
    const unknown = await seen(RESET, { address: 'niemand-hier@beispiel.test' });
    expect(unknown).toMatchObject({ body: '{"data":{"requestPasswordReset":true}}', work: [] });
    for (const [kind, address] of Object.entries(await addresses())) {
      expect([kind, await seen(RESET, { address })]).toEqual([kind, unknown]);
    }
  });

  it('would be noticed by this very comparison where the work differs', async () => {
    const account = await anAccount(server);
    const right = await seen(SIGN_IN, { address: account.address, password: account.password });
    const wrong = await seen(SIGN_IN, { address: account.address, password: 'falsch geraten' });
    expect(right.work).toEqual(['verify']);
    expect(right.body).not.toBe(wrong.body);
  });
});
