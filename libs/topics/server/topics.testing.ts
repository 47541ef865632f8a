import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { slugOf } from '#text/shared';

export interface TestTopic {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

let made = 0;

export async function aTopic(server: TestServer, wishes: { readonly name?: string; readonly synonyms?: readonly string[] } = {}): Promise<TestTopic> {
  made += 1;
  const id = uuidv7();
  const name = wishes.name ?? `Thema ${made}`;
  const slug = `${slugOf(name)}-${id.slice(-6)}`;
  await server.db.query('insert into topic (id, slug, name, synonyms) values ($1, $2, $3, $4)', [id, slug, name, wishes.synonyms ?? []]);
  return { id, slug, name };
}
