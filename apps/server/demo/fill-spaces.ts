import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Db } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { demoId } from './demo-id.js';
import type { DemoSurroundings } from './demo-surroundings.js';
import type { DemoSpace } from './demo.types.js';
import type { DemoPeople } from './fill-people.js';
import { PEOPLE } from './people.js';
import { JOIN_REQUESTS } from './requests.js';
import { SPACE_PASSWORDS, SPACES } from './spaces.js';

/** After the people came, before the first tip. */
const FOUNDED_DAYS_AGO = 470;

const JOIN_BY_REQUEST = 'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }';

/** Spaces with their members, each come in through a gate of the space, and the requests that wait. */
export class DemoSpaces {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly surroundings: DemoSurroundings,
    private readonly people: DemoPeople,
  ) {}

  async fill(coordinator: string): Promise<void> {
    this.surroundings.goBack(FOUNDED_DAYS_AGO);
    const accounts = await this.people.ids();
    for (const space of SPACES) {
      await this.found(space, coordinator, accounts);
      await this.fillWithMembers(space, accounts);
      await this.dateBack(demoId('space', space.key));
    }
    await this.askForAccess();
  }

  private async found(space: DemoSpace, coordinator: string, accounts: ReadonlyMap<string, string>): Promise<void> {
    const [moderator = coordinator] = space.moderators;
    const { version } = await this.people.as(coordinator).ask<{ readonly version: number }>('mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { version } }', {
      input: {
        id: demoId('space', space.key),
        name: space.name,
        slug: space.slug,
        description: space.description,
        visibility: space.visibility,
        colour: space.colour,
        emblem: space.emblem,
        gates: space.gates.filter((gate) => gate !== 'password'),
        parentId: space.parent === undefined ? null : demoId('space', space.parent),
        limitedToRole: space.onlyFor ?? null,
        moderatorIds: space.moderators.map((key) => accounts.get(key)),
      },
    });
    const spaceId = demoId('space', space.key);
    await this.setUp(space, spaceId, version, moderator);
  }

  private async setUp(space: DemoSpace, spaceId: string, baseVersion: number, moderator: string): Promise<void> {
    const client = this.people.as(moderator);
    const { confirmation } = await client.ask<{ readonly confirmation: number }>(
      'query ($input: SpaceGatesChangeInput!) { spaceGatesChange(input: $input) { confirmation } }',
      { input: { spaceId, gates: space.gates } },
    );
    const afterGates = await client.ask<{ readonly version: number }>('mutation ($input: SetSpaceGatesInput!) { setSpaceGates(input: $input) { version } }', {
      input: {
        spaceId, gates: space.gates, questions: space.questions, password: SPACE_PASSWORDS[space.key] ?? null, answerDays: 3, askAgainDays: 30,
        confirmEntrants: confirmation, baseVersion,
      },
    });
    await client.ask('mutation ($input: SetSpacePublishersInput!) { setSpacePublishers(input: $input) { id } }', {
      input: { spaceId, publishers: space.publishers, baseVersion: afterGates.version },
    });
  }

  /** The database itself notes when a space and its members came about; here that is a day of the story. */
  private async dateBack(spaceId: string): Promise<void> {
    const founded = this.surroundings.clock.now();
    await this.app.get(Db).query('update space set created_at = $1 where id = $2 and created_at > $1', [founded, spaceId]);
    await this.app.get(Db).query('update space_member set joined_at = $1 where space_id = $2 and joined_at > $1', [founded, spaceId]);
  }

  private async fillWithMembers(space: DemoSpace, accounts: ReadonlyMap<string, string>): Promise<void> {
    const spaceId = demoId('space', space.key);
    const rows = await this.app.get(Db).query<{ readonly accountId: string }>('select account_id as "accountId" from space_member where space_id = $1', [spaceId]);
    const inside = new Set(rows.map((row) => row.accountId));
    const coming = [...space.authors, ...space.members].filter((key) => !inside.has(accounts.get(key) ?? ''));
    const comeIn = await this.wayInto(space, spaceId);
    for (const key of coming) await comeIn(key);
    const [moderator = ''] = space.moderators;
    for (const key of space.authors) {
      await this.people.as(moderator).ask('mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { id } }', {
        input: { spaceId, accountId: accounts.get(key), role: 'author' },
      });
    }
  }

  /** The gate that most of its members came through. */
  private async wayInto(space: DemoSpace, spaceId: string): Promise<(person: string) => Promise<unknown>> {
    const [moderator = ''] = space.moderators;
    if (space.gates.includes('open')) {
      return async (person) => this.people.as(person).ask('mutation ($input: SpaceIdInput!) { joinSpace(input: $input) { id } }', { input: { spaceId } });
    }
    if (space.gates.includes('password')) {
      const password = SPACE_PASSWORDS[space.key];
      return async (person) =>
        this.people.as(person).ask('mutation ($input: JoinByPasswordInput!) { joinSpaceByPassword(input: $input) { id } }', { input: { spaceId, password } });
    }
    if (space.gates.includes('invitation')) {
      // A new one each time: only the first answer tells its secret.
      const { token } = await this.people.as(moderator).ask<{ readonly token: string }>(
        'mutation ($input: CreateSpaceInvitationInput!) { createSpaceInvitation(input: $input) { token } }',
        { input: { id: uuidv7(), spaceId, role: 'member', label: 'Auftakt', days: 30, maxUses: null } },
      );
      return async (person) =>
        this.people.as(person).ask('mutation ($input: SpaceInvitationTokenInput!) { acceptSpaceInvitation(input: $input) { id } }', { input: { token } });
    }
    return async (person) => {
      const id = demoId('first request', `${space.key} ${person}`);
      const { municipality = '' } = PEOPLE.find(({ key }) => key === person) ?? {};
      const message = 'Beim Auftakt haben wir über die regionale Runde gesprochen. Ich bin gern dabei.';
      await this.people.as(person).ask(JOIN_BY_REQUEST, { input: { id, spaceId, message, answers: space.questions.map(() => municipality) } });
      await this.people.as(moderator).ask('mutation ($input: ApproveJoinRequestInput!) { approveJoinRequest(input: $input) { id } }', { input: { requestId: id } });
    };
  }

  private async askForAccess(): Promise<void> {
    const rows = await this.app.get(Db).query<{ readonly id: string }>('select id from join_request');
    const known = new Set(rows.map((row) => row.id));
    for (const { space, person, message, answers, daysAgo } of JOIN_REQUESTS) {
      const id = demoId('request', `${space} ${person}`);
      if (known.has(id)) continue;
      this.surroundings.goBack(daysAgo);
      await this.people.as(person).ask(JOIN_BY_REQUEST, { input: { id, spaceId: demoId('space', space), message, answers } });
    }
  }
}
