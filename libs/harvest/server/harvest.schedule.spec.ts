import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { tipsDomain } from '#tips/server';
import { discussionsWithGround } from '../../discussions/server/discussions.testing.js';
import { aCase } from '../../moderation/server/moderation.testing.js';
import { ADVICE, harvestSteps, PUBLISH, type Circle } from './harvest.testing.js';
import { harvestDomain } from './index.js';

const SOURCES = 'query ($id: String!) { tip(slug: $id) { harvest { passages { source } } } }';
const NIGHT = ['harvest.tidy', 'threads.tidy', 'discussions.tidy', 'harvest.tidy'];

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([...discussionsWithGround, tipsDomain, harvestDomain]);
});
afterAll(async () => server.stop());

const { aCircle, harvested, panel, publish, say } = harvestSteps(() => server);

async function night(...changes: readonly (readonly [sql: string, id: string])[]): Promise<void> {
  for (const [sql, id] of changes) await server.db.query(sql, [id]);
  for (const job of NIGHT) await server.app.get(Outbox).runNow(job);
}
const texts = async (tipId: string) => (await server.db.query<{ text: string }>('select text from harvest_passage where tip_id = $1 order by place', [tipId])).map(({ text }) => text);
const sources = async ({ asker }: Circle, id: string) => (await server.data<{ tip: { harvest: { passages: readonly { source: string }[] } } }>(asker.caller, SOURCES, { id })).tip.harvest.passages.map(({ source }) => source);
const save = async ({ asker }: Circle, tip: { readonly id: string; readonly version: number }, body: string) =>
  (await server.data<{ saveDraft: { workingCopy: { version: number } } }>(asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { workingCopy { version } } }', { input: { id: tip.id, body, baseVersion: tip.version } })).saveDraft.workingCopy;

async function agreed(): Promise<{ readonly circle: Circle; readonly tip: { readonly id: string; readonly body: string; readonly version: number } }> {
  const circle = await aCircle();
  const tip = await harvested(circle, { spaceId: circle.closed.id });
  await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.closed.id]);
  await say(circle.helper, tip.id, 'verbatim');
  return { circle, tip };
}

/** As `discussions.tidy` leaves it a year after moderation took it away. */
const FORGET_DISCUSSION = 'with gone as (delete from post where thread_id = $1) delete from discussion where id = $1';

describe('words in a tip whose source moderation has hidden', () => {
  it('stay out when the discussion has gone a year later, and are kept nowhere once the tip is without them', async () => {
    const { circle, tip } = await agreed();
    const caseId = await aCase(server, { spaceId: circle.closed.id, kind: 'discussion', itemId: circle.discussion.id, authorIds: [circle.asker.id], reporterId: circle.reader.id });
    await server.db.query(`update moderation_case set state = 'decided', decision = 'hide', decided_at = $2 where id = $1`, [caseId, server.clock.now()]);
    await night([`update discussion set state = 'hidden' where id = $1`, circle.discussion.id], [`update thread set state = 'hidden' where id = $1`, circle.discussion.id]);
    server.clock.forward(368 * 86_400_000);
    await night();
    expect(await server.db.query('select id from post where id = $1', [circle.advice.id])).toEqual([]);
    expect([await sources(circle, tip.id), await texts(tip.id)]).toEqual([['hidden'], [ADVICE]]);
    expect(await panel(circle.asker.caller, tip.id)).toMatchObject({ isReady: false, passages: [{ consent: 'verbatim', hasWords: true, isAgreed: false }] });
    expect(await server.refusal(circle.asker.caller, PUBLISH, publish(tip, tip.body))).toMatchObject({ reason: 'harvest.notAgreed' });
    const { version } = await save(circle, tip, 'Man braucht Geduld mit Ämtern.');
    await night();
    expect([await sources(circle, tip.id), await texts(tip.id)]).toEqual([['hidden'], ['']]);
    await server.data(circle.asker.caller, PUBLISH, publish({ ...tip, version }, 'Man braucht Geduld mit Ämtern.'));
  });

  it('may stand again where it was shown again before it went', async () => {
    const { circle, tip } = await agreed();
    await night([`update thread set state = 'hidden' where id = $1`, circle.discussion.id]);
    await night([`update thread set state = 'published' where id = $1`, circle.discussion.id]);
    await night([FORGET_DISCUSSION, circle.discussion.id]);
    expect(await sources(circle, tip.id)).toEqual(['deleted']);
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));
  });
});

describe('words that an author deleted', () => {
  it('go with the text of the post, unless the tip says them', async () => {
    const { circle, tip } = await agreed();
    const other = await harvested(circle, { spaceId: circle.closed.id });
    await save(circle, other, 'Man braucht Geduld mit Ämtern.');
    await server.db.query('update post set deleted_at = $2 where id = $1', [circle.advice.id, server.clock.now()]);
    await night();
    expect([await texts(tip.id), await texts(other.id)]).toEqual([[ADVICE], [ADVICE]]);
    server.clock.forward(91 * 86_400_000);
    await night();
    expect([await texts(tip.id), await texts(other.id)]).toEqual([[ADVICE], ['']]);
    expect(await sources(circle, other.id)).toEqual(['deleted']);
  });
});
