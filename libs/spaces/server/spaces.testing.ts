import { hash } from '@node-rs/argon2';
import type { ProgrammeRole } from '#access/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import type { Gate, Publishers, SpaceRole, Visibility } from './space/space.entity.js';

export interface TestSpace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

interface HasId {
  readonly id: string;
}

export interface SpaceWishes {
  /** `closed` unless set. */
  readonly visibility?: Visibility;
  readonly name?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly gates?: readonly Gate[];
  readonly password?: string;
  readonly questions?: readonly string[];
  readonly publishers?: Publishers;
  readonly limitedToRole?: ProgrammeRole;
  readonly parent?: HasId;
  readonly isArchived?: boolean;
  readonly members?: readonly (readonly [HasId, SpaceRole])[];
}

let made = 0;

/** A space of its own with the members it is given, straight in the database. */
export async function aSpace(server: TestServer, wishes: SpaceWishes = {}): Promise<TestSpace> {
  made += 1;
  const id = uuidv7();
  const name = wishes.name ?? `Raum ${made}`;
  const slug = wishes.slug ?? `raum-${made}-${id.slice(-6)}`;
  // Cheap on purpose: tests make many, and verifying reads the cost from the hash.
  const passwordHash = wishes.password === undefined ? null : await hash(wishes.password, { memoryCost: 8, timeCost: 1 });
  await server.db.query(
    `insert into space (id, slug, name, description, visibility, gates, password_hash, questions, publishers, limited_to_role, parent_id, archived_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 then now() end)`,
    [
      id,
      slug,
      name,
      wishes.description ?? '',
      wishes.visibility ?? 'closed',
      wishes.gates ?? (wishes.password === undefined ? ['invitation'] : ['password']),
      passwordHash,
      wishes.questions ?? [],
      wishes.publishers ?? 'authors',
      wishes.limitedToRole ?? null,
      wishes.parent?.id ?? null,
      wishes.isArchived ?? false,
    ],
  );
  for (const [account, role] of wishes.members ?? []) await join(server, { id }, account, role);
  return { id, slug, name };
}

/** Makes an account a member with this role, or changes the role it has. */
export async function join(server: TestServer, space: HasId, account: HasId, role: SpaceRole = 'member'): Promise<void> {
  await server.db.query(
    `insert into space_member (space_id, account_id, role) values ($1, $2, $3)
     on conflict (space_id, account_id) do update set role = excluded.role`,
    [space.id, account.id, role],
  );
}

/** Ends a membership, as if the account had left. */
export async function leave(server: TestServer, space: HasId, account: HasId): Promise<void> {
  await server.db.query('delete from space_member where space_id = $1 and account_id = $2', [space.id, account.id]);
}

/** A coordinator's look inside, running for an hour. */
export async function anEntry(server: TestServer, space: HasId, account: HasId): Promise<void> {
  await server.db.query(
    `insert into space_entry (id, space_id, account_id, reason, ends_at) values ($1, $2, $3, 'Hinweis geprüft', now() + interval '1 hour')`,
    [uuidv7(), space.id, account.id],
  );
}
