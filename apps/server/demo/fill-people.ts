import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Sessions, SetupCode } from '#accounts/server';
import { Db, Outbox } from '#platform/server';
import { DemoClient } from './demo-client.js';
import type { DemoSurroundings } from './demo-surroundings.js';
import type { DemoPerson, DemoRegistration } from './demo.types.js';
import { TOPICS } from './topics.js';

/** A sentence, because sentences are good passwords; the same for everybody, because this is a demo. */
export const DEMO_PASSWORD = 'gelbe Wiese im Mai';
export const PROGRAMME_NAME = 'Klimalotsen – Mentoring für kommunalen Klimaschutz';
/** The programme began before its oldest tip. */
const BEGAN_DAYS_AGO = 480;

const STATE_CODES: Readonly<Record<string, string>> = {
  'Baden-Württemberg': 'BW', Bayern: 'BY', Berlin: 'BE', Brandenburg: 'BB', Bremen: 'HB', Hamburg: 'HH', Hessen: 'HE', 'Mecklenburg-Vorpommern': 'MV',
  Niedersachsen: 'NI', 'Nordrhein-Westfalen': 'NW', 'Rheinland-Pfalz': 'RP', Saarland: 'SL', Sachsen: 'SN', 'Sachsen-Anhalt': 'ST', 'Schleswig-Holstein': 'SH', Thüringen: 'TH',
};

interface KnownAccount {
  readonly id: string;
  readonly standing: 'unconfirmed' | 'waiting' | 'approved' | 'declined';
  readonly stage: string | null;
  readonly hasSheet: boolean;
}

/** Everybody of the demo, each at a browser of their own. */
export class DemoPeople {
  private readonly clients = new Map<string, DemoClient>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly surroundings: DemoSurroundings,
    private readonly people: readonly DemoPerson[],
    private readonly registrations: readonly DemoRegistration[],
  ) {
    for (const [index, person] of [...people, ...registrations].entries()) {
      this.clients.set(person.key, new DemoClient(app, `10.7.${Math.floor(index / 200)}.${(index % 200) + 1}`));
    }
  }

  as(key: string): DemoClient {
    const client = this.clients.get(key);
    if (client === undefined) throw new Error(`nobody is called ${key}`);
    return client;
  }

  /** The account of each person, by key. */
  async ids(): Promise<ReadonlyMap<string, string>> {
    const known = await this.known();
    return new Map(this.people.flatMap(({ key, address }) => (known.has(address) ? [[key, known.get(address)?.id ?? ''] as const] : [])));
  }

  async fill(): Promise<void> {
    const [first, ...others] = this.people;
    if (first === undefined) return;
    this.surroundings.goBack(BEGAN_DAYS_AGO);
    await this.openProgramme(first);
    await this.dateBack([first]);
    await this.writeSheet(first);
    await this.arrive(others);
    await this.approve(first, others);
    for (const registration of this.registrations) {
      this.surroundings.goBack(registration.daysAgo);
      await this.arrive([registration]);
    }
    await this.askBack(first);
  }

  /** Nobody stays signed in at a browser that does not exist, also not from a filling that was interrupted. */
  async signOut(): Promise<void> {
    const known = await this.known();
    const sessions = this.app.get(Sessions, { strict: false });
    for (const { address } of [...this.people, ...this.registrations]) {
      const accountId = known.get(address)?.id;
      if (accountId !== undefined) await this.app.get(Db).write({ accountId }, async (tx) => sessions.endAll(tx, accountId));
    }
  }

  private async openProgramme(coordinator: DemoPerson): Promise<void> {
    const code = await this.app.get(SetupCode, { strict: false }).issue();
    if (code === null) return this.open([coordinator]);
    await this.as(coordinator.key).ask('mutation ($input: SetUpProgrammeInput!) { setUpProgramme(input: $input) { id } }', {
      input: { code, programmeName: PROGRAMME_NAME, name: coordinator.name, address: coordinator.address, password: DEMO_PASSWORD },
    });
  }

  /** From a stranger to a finished sheet; whoever got further in an earlier, interrupted filling goes on from there. */
  private async arrive(people: readonly DemoPerson[]): Promise<void> {
    const before = await this.known();
    const strangers = people.filter(({ address }) => (before.get(address)?.standing ?? 'unconfirmed') === 'unconfirmed');
    await eachOf(strangers, (person) => this.register(person));
    await this.dateBack(strangers);
    await this.app.get(Outbox).drain();
    for (const person of strangers) {
      const code = this.surroundings.secretFor(person.address);
      await this.as(person.key).ask('mutation ($input: ConfirmRegistrationInput!) { confirmRegistration(input: $input) }', { input: { code, password: DEMO_PASSWORD } });
    }
    await this.open(people);
    for (const person of people) if (before.get(person.address)?.hasSheet !== true) await this.writeSheet(person);
  }

  /** The database itself notes when an account came about; here that is a day of the story, too. */
  private async dateBack(people: readonly DemoPerson[]): Promise<void> {
    await this.app.get(Db).query('update account set created_at = $1 where address = any($2) and created_at > $1', [this.surroundings.clock.now(), people.map(({ address }) => address)]);
  }

  private async register(person: DemoPerson): Promise<void> {
    const { name, address, programmeRole } = person;
    const wishedRole = programmeRole === 'none' ? 'neither' : programmeRole;
    await this.as(person.key).ask('mutation ($input: RegisterInput!) { register(input: $input) }', {
      input: { name, address, password: DEMO_PASSWORD, wishedRole, acceptsRules: true, acceptsPrivacy: true, locale: 'de' },
    });
  }

  /** A session without the password's check: 28 of those would make up a third of the whole filling. */
  private async open(people: readonly DemoPerson[]): Promise<void> {
    const known = await this.known();
    const sessions = this.app.get(Sessions, { strict: false });
    for (const { key, address } of people) {
      const accountId = known.get(address)?.id;
      if (accountId === undefined) throw new Error(`${address} has no account`);
      this.as(key).open(await this.app.get(Db).write({ accountId }, async (tx) => sessions.begin(tx, accountId, '')));
    }
  }

  private async writeSheet(person: DemoPerson): Promise<void> {
    const client = this.as(person.key);
    const sheet = await client.ask<readonly { readonly field: { readonly id: string; readonly key: string | null } }[]>('{ mySheet { field { id key } } }');
    const answers = answersOf(person);
    const entries = sheet.flatMap(({ field }) => (field.key === null ? [] : [{ fieldId: field.id, answers: answers[field.key] ?? [] }]));
    await client.ask('mutation ($input: SaveSheetInput!) { saveSheet(input: $input) { answers } }', { input: { entries } });
    await client.ask('mutation { finishSheet { answers } }');
  }

  private async approve(coordinator: DemoPerson, people: readonly DemoPerson[]): Promise<void> {
    const known = await this.known();
    for (const person of people) {
      const account = known.get(person.address);
      if (account === undefined || account.standing === 'approved') continue;
      const programmeRoles = person.programmeRole === 'both' ? ['mentor', 'mentee'] : person.programmeRole === 'none' ? [] : [person.programmeRole];
      await this.as(coordinator.key).ask('mutation ($input: ApproveRegistrationInput!) { approveRegistration(input: $input) { id } }', {
        input: { accountId: account.id, programmeRoles, spaceIds: [] },
      });
      if (person.isCoordinator === true) {
        await this.as(coordinator.key).ask('mutation ($input: SetSiteRolesInput!) { setSiteRoles(input: $input) { id } }', {
          input: { accountId: account.id, siteRoles: ['coordinator'] },
        });
      }
    }
  }

  /** One registration has a question and its answer in its history. */
  private async askBack(coordinator: DemoPerson): Promise<void> {
    const known = await this.known();
    for (const registration of this.registrations) {
      const account = known.get(registration.address);
      if (registration.question === undefined || account === undefined || account.stage !== 'waiting') continue;
      const [asked]: readonly { readonly asked: boolean }[] = await this.app
        .get(Db)
        .query(`select exists (select from registration_step where account_id = $1 and step = 'askedBack') as asked`, [account.id]);
      if (asked?.asked === true) continue;
      this.surroundings.goBack(registration.daysAgo - 1);
      await this.as(coordinator.key).ask('mutation ($input: AskBackInput!) { askBackRegistration(input: $input) { id } }', {
        input: { accountId: account.id, message: registration.question },
      });
      this.surroundings.goBack(registration.daysAgo - 2);
      await this.as(registration.key).ask('mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { stage } }', {
        input: { message: registration.message },
      });
    }
  }

  private async known(): Promise<ReadonlyMap<string, KnownAccount>> {
    const rows = await this.app.get(Db).query<KnownAccount & { readonly address: string }>(
      `select a.address, a.id, a.standing, r.stage, a.sheet_finished_at is not null as "hasSheet"
       from account a left join registration r on r.account_id = a.id where a.deleted_at is null`,
    );
    return new Map(rows.map((row) => [row.address, row]));
  }
}

function answersOf(person: DemoPerson): Readonly<Record<string, readonly string[]>> {
  const names = (keys: readonly string[]): readonly string[] => keys.flatMap((key) => TOPICS.filter((topic) => topic.key === key).map((topic) => topic.name));
  const message = 'message' in person && typeof person.message === 'string' && !('question' in person) ? `\n\n${person.message}` : '';
  return {
    organisation: [person.organisation],
    function: [person.position],
    municipality: [person.municipality],
    state: [STATE_CODES[person.state] ?? ''],
    phone: person.phone === undefined ? [] : [person.phone],
    topicsToGive: names(person.gives),
    topicsToWant: names(person.wants),
    about: [`${person.about}${message}`],
  };
}

/** Hashing passwords is slow on purpose: two at a time keep two cores busy. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([next(), next()]);
}
