import { Outbox } from '#platform/server';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import type { NoticeReason, NoticeView } from './notice/notice.registry.js';
import { NoticeKinds } from './notice/notice.registry.js';
import { Notices } from './notice/notices.js';
import { NOTICE_CATEGORIES, type NoticeCategory } from './preference/categories.js';

interface HasId {
  readonly id: string;
}

/** Something to be told of, as a content domain would have it. */
export interface TestThing {
  readonly id: string;
  readonly threadId: string;
  readonly view: NoticeView;
}

/** A content domain of one table that lies in memory: a kind for each category, `things.<category>`. */
export class TestThings {
  private readonly things = new Map<string, TestThing>();

  constructor(private readonly server: TestServer) {
    const line = { 'de': '{actor} hat in „{title}“ geschrieben', 'en': '{actor} wrote in “{title}”' } as const;
    for (const category of NOTICE_CATEGORIES) {
      const kind = `things.${category}`;
      server.app.get(NoticeKinds).register({
        kind,
        category,
        texts: { de: { [`notices.${kind}`]: line.de, [`notices.${kind}.mentioned`]: '{actor} hat Sie in „{title}“ erwähnt' }, en: { [`notices.${kind}`]: line.en } },
        load: async (viewer, ids) =>
          new Map(
            ids.flatMap((id): [string, NoticeView][] => {
              const view = this.things.get(id)?.view;
              return view !== undefined && (view.spaceId === null || viewer.readableSpaceIds.has(view.spaceId)) ? [[id, view]] : [];
            }),
          ),
      });
    }
  }

  make(wishes: { readonly in: HasId | null; readonly threadId?: string; readonly title?: string; readonly text?: string; readonly html?: string; readonly path?: string }): TestThing {
    const id = uuidv7();
    const thing = { id, threadId: wishes.threadId ?? uuidv7(), view: { title: wishes.title ?? 'Wärmepumpe im Altbau', text: wishes.text ?? 'Wer hat Erfahrung?', path: wishes.path ?? `/d/ding-${id.slice(-4)}`, spaceId: wishes.in?.id ?? null, ...(wishes.html !== undefined && { html: wishes.html }) } };
    this.things.set(id, thing);
    return thing;
  }

  remove(thing: TestThing): void {
    this.things.delete(thing.id);
  }

  move(thing: TestThing, space: HasId): void {
    this.things.set(thing.id, { ...thing, view: { ...thing.view, spaceId: space.id } });
  }

  async tell(thing: TestThing, to: readonly HasId[], wishes: { readonly by?: HasId; readonly category?: NoticeCategory; readonly reason?: NoticeReason; readonly occasionId?: string } = {}): Promise<readonly string[]> {
    return this.server.db.write({ accountId: null }, async (tx) =>
      this.server.app.get(Notices).tell(tx, {
        occasionId: wishes.occasionId ?? uuidv7(),
        kind: `things.${wishes.category ?? 'mentions'}`,
        subjectId: thing.id,
        group: { kind: 'thread', id: thing.threadId },
        spaceId: thing.view.spaceId,
        actorId: wishes.by?.id ?? null,
        to: to.map(({ id }) => ({ accountId: id, reason: wishes.reason ?? 'answered' })),
      }),
    );
  }
}

const MINUTE_MS = 60_000;

/** Lets three minutes pass and sends what is due at once. */
export async function sendAtOnce(server: TestServer): Promise<void> {
  server.clock.forward(3 * MINUTE_MS);
  await server.app.get(Outbox).runNow('notifications.due');
  await server.drain();
}

/** Sends the summaries that are due. */
export async function sendDigests(server: TestServer): Promise<void> {
  await server.app.get(Outbox).runNow('notifications.due');
  await server.app.get(Outbox).runNow('notifications.digests');
  await server.drain();
}
