import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Db, type Actor } from '../database/db.js';

/** A group of settings that coordinators can change while the product runs, as opposed to the operator's environment. */
export interface SettingGroup<Schema extends z.ZodType> {
  readonly name: string;
  /** Every field has a default, so that an empty database is a working one. */
  readonly schema: Schema;
}

export function defineSettings<Schema extends z.ZodType>(name: string, schema: Schema): SettingGroup<Schema> {
  return { name, schema };
}

@Injectable()
export class Settings {
  constructor(@Inject(Db) private readonly db: Db) {}

  async get<Schema extends z.ZodType>(group: SettingGroup<Schema>): Promise<z.infer<Schema>> {
    const [row] = await this.db.query<{ value: unknown }>('select value from setting where name = $1', [group.name]);
    // What an older version stored and this one no longer understands falls back to the defaults.
    const parsed = group.schema.safeParse(row?.value ?? {});
    return parsed.success ? parsed.data : group.schema.parse({});
  }

  /** Replaces the group within the caller's transaction. */
  async put<Schema extends z.ZodType>(tx: EntityManager, actor: Actor, group: SettingGroup<Schema>, value: z.infer<Schema>): Promise<void> {
    await tx.query(
      `insert into setting (name, value, updated_by) values ($1, $2, $3)
       on conflict (name) do update set value = excluded.value, updated_at = now(), updated_by = excluded.updated_by`,
      [group.name, JSON.stringify(group.schema.parse(value)), actor.accountId],
    );
  }
}
