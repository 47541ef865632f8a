import { strFromU8, unzipSync } from 'fflate';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { LeavingRegistry } from '#accounts/server';
import { FeedSources } from '#feeds/server';
import { Outbox } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { SpaceIdentity } from '#spaces/server';
import { tipsDomain } from '#tips/server';
import { discussionsWithGround } from '../../discussions/server/discussions.testing.js';
import { aSpace, leave } from '../../spaces/server/spaces.testing.js';
import { aPost } from '../../threads/server/threads.testing.js';
import { BorderSearch } from './border/border.js';
import { HarvestObstacle, RELEASING } from './harvest.obstacle.js';
import { REMIND_AFTER_DAYS } from './harvest.schedule.js';
import { FIGURES, HARVEST, harvestSteps, KEEP, PUBLISH, REQUEST } from './harvest.testing.js';
import { harvestDomain } from './index.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([...discussionsWithGround, tipsDomain, harvestDomain]);
});
afterAll(() => server.stop());

const { aCircle, wish, harvested, panel, publish, say } = harvestSteps(() => server);

describe('people whose words are wanted', () => {
  it('are asked so often and no more', async () => {
    const circle = await aCircle();
    for (let made = 0; made < 20; made += 1) await harvested(circle);
    const input = wish(circle);
    expect(await server.refusal(circle.asker.caller, HARVEST, { input })).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await server.db.query('select from harvest where tip_id = $1', [input.id])).toEqual([]);
  });

  it('answer where the discussion lies now, not where it lay', async () => {
    const circle = await aCircle();
    const { id } = await harvested(circle);
    const elsewhere = await aSpace(server, { members: [[circle.asker, 'member'], [circle.helper, 'member']] });
    const beyond = await aSpace(server, { members: [[circle.asker, 'member']] });
    const lie = async (spaceId: string): Promise<void> => {
      await server.db.query('update discussion set space_id = $2 where id = $1', [circle.discussion.id, spaceId]);
      await server.db.query('update thread set space_id = $2 where id = $1', [circle.discussion.id, spaceId]);
      await server.db.query('update post set space_id = $2 where thread_id = $1', [circle.discussion.id, spaceId]);
    };
    // Whoever reads only the former place sees nothing of it.
    await lie(beyond.id);
    expect(await server.refusal(circle.helper.caller, REQUEST, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(circle.helper.caller, '{ myHarvestRequests { id } }')).toEqual({ myHarvestRequests: [] });
    await leave(server, circle.closed, circle.helper);
    await lie(elsewhere.id);
    await say(circle.helper, id, 'verbatim');
    expect(await server.data(circle.helper.caller, '{ myHarvestRequests { id } }')).toEqual({ myHarvestRequests: [{ id }] });
  });

  it('are reminded once after some days, those alone whose words wait', async () => {
    const circle = await aCircle();
    const asking = await harvested(circle, {}, circle.helper.caller);
    const waiting = await harvested(circle);
    const answered = await harvested(circle);
    await say(circle.helper, answered.id, 'paraphrase');
    const reminded = async (): Promise<readonly object[]> =>
      server.db.query(`select subject_id as "tipId", account_id as "accountId" from notice where kind = 'harvest.reminded' and subject_id = any($1::uuid[])`, [[asking.id, waiting.id, answered.id]]);
    const run = async (): Promise<void> => server.app.get(Outbox).runNow('harvest.remind');
    await run();
    expect(await reminded()).toEqual([]);
    server.clock.forward(REMIND_AFTER_DAYS * 86_400_000);
    await run();
    await run();
    // The asker without a passage keeps nothing waiting.
    expect(await reminded()).toEqual([{ tipId: waiting.id, accountId: circle.helper.id }]);
  });

  it('are heard by a release that is under way or comes before it, never beside it', async () => {
    const circle = await aCircle();
    const { id } = await harvested(circle);
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const release = server.db.write({ accountId: null }, async (tx) => {
      await tx.query('select from harvest where tip_id = $1 for share', [id]);
      locked.resolve();
      await held.promise;
      order.push('released');
    });
    await locked.promise;
    const answer = say(circle.helper, id, 'no').then(() => order.push('answered'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    held.resolve();
    await Promise.all([release, answer]);
    expect(order).toEqual(['released', 'answered']);
  });

  it('are forgotten in words of others, too', async () => {
    const circle = await aCircle();
    const named = await aPost(server, { id: circle.discussion.id, spaceId: circle.closed.id }, { by: circle.reader, body: `Frag [@Hanne Helfend](/person/${circle.helper.id}), sie weiß es.` });
    const { id } = await harvested(circle, { passages: [{ postId: named.id }, { postId: circle.advice.id }] });
    await server.db.write({ accountId: null }, async (tx) => server.app.get(LeavingRegistry).erase(tx, { id: circle.helper.id, address: circle.helper.address }, () => undefined));
    const texts = await server.db.query<{ text: string }>('select text from harvest_passage where tip_id = $1 order by place', [id]);
    expect(texts[0]?.text).toBe('Frag ehemaliges Mitglied, sie weiß es.');
  });
});

describe('sources in a released tip', () => {
  const LOOK = 'query ($id: String!) { tip(slug: $id) { slug html body harvestedFrom { id } revisions(first: 1) { nodes { html body } } } }';
  interface Look {
    readonly tip: { readonly slug: string; readonly html: string; readonly body: string; readonly harvestedFrom: object | null; readonly revisions: { readonly nodes: readonly { readonly html: string; readonly body: string }[] } };
  }

  it('lead those alone to the discussion who may read it: on the page, in its history, in feeds and files', async () => {
    const circle = await aCircle();
    const neighbour = await anAccount(server);
    await aSpace(server, { members: [[neighbour, 'moderator']] });
    const tip = await harvested(circle);
    await say(circle.helper, tip.id, 'verbatim');
    const body = `${tip.body}\n\nMehr [im Gespräch](/d/${circle.discussion.slug}/1), Öffentliches [hier](/tipp/${tip.id}).`;
    const draft = await server.data<{ saveDraft: { harvest: { crossings: readonly { key: string }[] } } }>(circle.asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { harvest { crossings { key } } } }', {
      input: { id: tip.id, body, baseVersion: tip.version },
    });
    await server.data(circle.asker.caller, KEEP, { input: { tipId: tip.id, keys: draft.saveDraft.harvest.crossings.map(({ key }) => key), reason: 'Abgesprochen' } });
    await server.data(circle.asker.caller, PUBLISH, publish({ id: tip.id, version: tip.version + 1 }, body));
    const look = async (caller: TestAccount['caller'] | null) => (await server.data<Look>(caller, LOOK, { id: tip.id })).tip;
    const addresses = [`/beitrag/${circle.advice.id}`, circle.discussion.slug];

    const inside = await look(circle.reader.caller);
    for (const address of addresses) for (const text of [inside.html, inside.body, inside.revisions.nodes[0]?.html, inside.revisions.nodes[0]?.body]) expect(text).toContain(address);
    expect(inside.harvestedFrom).toEqual({ id: circle.discussion.id });

    const feed = server.app.get(FeedSources).all().find(({ kind }) => kind === 'tip');
    for (const who of [null, neighbour]) {
      const outside = await look(who?.caller ?? null);
      const viewer = who === null ? null : await server.app.get(SpaceIdentity).viewerOf(who.id);
      const entries = viewer === null ? [] : await feed?.newest(viewer, circle.open.id, 10);
      const archive = await server.app.inject({ method: 'GET', url: `/api/spaces/${circle.open.slug}/export.zip`, headers: who === null ? {} : { cookie: who.caller.cookie ?? '' } });
      const files = archive.statusCode === 200 ? Object.values(unzipSync(archive.rawPayload)).map((file) => strFromU8(file)) : [];
      expect([entries?.length, files.length]).toEqual(who === null ? [0, 0] : [1, 1]);
      const all = JSON.stringify([outside, entries, files]);
      for (const address of addresses) expect(all).not.toContain(address);
      expect(outside.html).toContain('— aus einer Diskussion');
      expect(outside.html).toContain(`href="/tipp/${tip.id}"`);
      expect(outside.harvestedFrom).toBeNull();
    }
    // Whoever writes on keeps them for those who may follow.
    expect((await look(circle.asker.caller)).body).toBe(body);
    await leave(server, circle.closed, circle.asker);
    const left = await look(circle.asker.caller);
    expect(left.body).toBe(body);
    for (const address of addresses) expect(left.html).not.toContain(address);
  });
});

describe('the border check', () => {
  it('tells whoever does not read the discussion nothing of who belongs to it', async () => {
    const circle = await aCircle();
    const outside = await anAccount(server, { name: 'Otto Offen' });
    const open = await aSpace(server, { visibility: 'public', publishers: 'members', members: [[circle.asker, 'author'], [outside, 'author']] });
    const tip = await harvested(circle, { spaceId: open.id, passages: [{ postId: circle.figures.id }] });
    const save = async (who: TestAccount, input: object) => server.data(who.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: tip.id, ...input } });
    await save(circle.asker, { coAuthorIds: [outside.id], baseVersion: tip.version });
    const probe = 'Frau Fragend, Frau Helfend, Frau Niemand, Kreis der Stillen, Gemeinde Nirgends';
    await save(outside, { body: probe, baseVersion: tip.version + 1 });
    expect(await panel(outside.caller, tip.id)).toMatchObject({ readsSource: false, gains: 0, isReady: true, crossings: [], passages: [{ text: null, author: null }] });
    expect((await panel(circle.asker.caller, tip.id))?.crossings.map(({ value }) => value)).toEqual(expect.arrayContaining(['Fragend', 'Helfend', 'Kreis der Stillen']));
    // What was chosen for the tip is known to its authors.
    await save(outside, { body: `${probe} ${FIGURES}`, baseVersion: tip.version + 2 });
    expect((await panel(outside.caller, tip.id))?.crossings.map(({ value }) => value)).toEqual(['2,3 Mio. €', 'Musterhausen']);
    // The release looks at everything, and does not say how much it found.
    const refused = await server.refusal(circle.asker.caller, PUBLISH, publish({ id: tip.id, version: tip.version + 3 }, probe));
    expect(refused).toMatchObject({ reason: 'harvest.unsettled' });
    expect(JSON.stringify(refused)).not.toContain('count');
    // That it refuses at all is an answer, too: who cannot read the source does not get many.
    const tryOut = async (who: TestAccount) => server.refusal(who.caller, PUBLISH, publish({ id: tip.id, version: tip.version + 3 }, probe));
    for (let tried = 0; tried < RELEASING.tries; tried += 1) expect(await tryOut(outside)).toMatchObject({ reason: 'harvest.unsettled' });
    expect(await tryOut(outside)).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await tryOut(circle.asker)).toMatchObject({ reason: 'harvest.unsettled' });
  });

  it('keeps a space from being opened while a released tip in it still carries something', async () => {
    const circle = await aCircle();
    const programme = { visibility: 'programme' as const, publishers: 'members' as const };
    const from = await aSpace(server, { ...programme, members: [[circle.asker, 'member'], [circle.helper, 'member']] });
    const to = await aSpace(server, { ...programme, members: [[circle.asker, 'moderator']] });
    for (const table of ['discussion', 'thread', 'post']) await server.db.query(`update ${table} set space_id = $2 where ${table === 'post' ? 'thread_id' : 'id'} = $1`, [circle.discussion.id, from.id]);
    const tip = await harvested(circle, { spaceId: to.id, passages: [{ postId: circle.figures.id }] });
    await say(circle.helper, tip.id, 'verbatim');
    // The programme reads both: nothing has to be settled, but whoever looks sees what would go along.
    const standing = await panel(circle.asker.caller, tip.id);
    expect(standing).toMatchObject({ isWider: false, isReady: true });
    expect(standing?.crossings.map(({ value }) => value)).toEqual(['2,3 Mio. €', 'Musterhausen', `/beitrag/${circle.figures.id}`]);
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));

    const OPEN = 'mutation ($input: ChangeSpaceVisibilityInput!) { changeSpaceVisibility(input: $input) { visibility } }';
    const input = { spaceId: to.id, visibility: 'public', baseVersion: 1 };
    const told = async (variables: object) => (await server.graphql(circle.asker.caller, OPEN, { ...variables })).errors?.[0]?.extensions;
    const open = { input: { ...input, confirmAudience: (await told({ input }))?.params?.['count'] } };
    expect(await told(open)).toMatchObject({ code: 'CONFLICT', reason: 'space.unsettledTexts', params: { count: 1, titles: '„Ein Tipp zum Wärmenetz“' } });
    await server.data(circle.asker.caller, KEEP, { input: { tipId: tip.id, keys: standing?.crossings.map(({ key }) => key), reason: 'Mit allen abgesprochen' } });
    expect(await server.data(circle.asker.caller, OPEN, open)).toEqual({ changeSpaceVisibility: { visibility: 'public' } });
  });

  it('reads the discussion again only where something changed', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { passages: [{ postId: circle.figures.id }] });
    const look = jest.spyOn(BorderSearch.prototype, 'look');
    const looks = async (): Promise<number> => {
      look.mockClear();
      await panel(circle.asker.caller, tip.id);
      return look.mock.calls.length;
    };
    try {
      expect(await looks()).toBeGreaterThan(0);
      expect(await looks()).toBe(0);
      await aPost(server, { id: circle.discussion.id, spaceId: circle.closed.id }, { by: circle.helper, body: 'Noch etwas.' });
      expect(await looks()).toBeGreaterThan(0);
      await server.db.query(`update account set name = 'Musterhausen' where id = $1`, [circle.reader.id]);
      expect(await looks()).toBeGreaterThan(0);
      expect(await looks()).toBe(0);
      // While somebody writes, only the text is another: what was said is known.
      await server.data(circle.asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: tip.id, baseVersion: tip.version, body: 'Auch Musterhausen hat 2,3 Mio. € gebraucht.' } });
      expect(await looks()).toBe(0);
      expect((await panel(circle.asker.caller, tip.id))?.crossings.map(({ value }) => value)).toEqual(expect.arrayContaining(['Musterhausen', '2,3 Mio. €']));
    } finally {
      look.mockRestore();
    }
  });

  it('lets others have their turn while it reads a long discussion', async () => {
    const circle = await aCircle();
    const long = 'Wir haben im Gemeinderat von Obertal über 1.200 Zählerstände geredet. '.repeat(200);
    for (let made = 0; made < 40; made += 1) await aPost(server, { id: circle.discussion.id, spaceId: circle.closed.id }, { by: circle.helper, body: `${made} ${long}` });
    const tip = await harvested(circle, { passages: [{ postId: circle.figures.id }] });
    const look = jest.spyOn(BorderSearch.prototype, 'look');
    // Every look takes long here, however fast the machine is.
    let passed = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (passed += 1000));
    const reading = { isDone: false, longest: 0 };
    const others = (async () => {
      for (let before = 0; !reading.isDone; before = look.mock.calls.length) {
        await new Promise((resolve) => setImmediate(resolve));
        reading.longest = Math.max(reading.longest, look.mock.calls.length - before);
      }
    })();
    try {
      await panel(circle.asker.caller, tip.id);
      reading.isDone = true;
      await others;
      expect(look.mock.calls.length).toBeGreaterThan(40);
      expect(reading.longest).toBeLessThan(5);
    } finally {
      reading.isDone = true;
      clock.mockRestore();
      look.mockRestore();
    }
  });

  it('reads no discussion while a space is being opened: what changed since the look makes it be taken again', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { passages: [{ postId: circle.figures.id }] });
    await say(circle.helper, tip.id, 'verbatim');
    const keys = (await panel(circle.asker.caller, tip.id))?.crossings.map(({ key }) => key);
    await server.data(circle.asker.caller, KEEP, { input: { tipId: tip.id, keys, reason: 'Mit allen abgesprochen' } });
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));
    const obstacle = server.app.get(HarvestObstacle);
    const unsettled = await obstacle.lookAhead(circle.open.id);
    const inside = async () => server.db.write({ accountId: null }, async (tx) => unsettled(tx));
    const look = jest.spyOn(BorderSearch.prototype, 'look');
    try {
      expect(await inside()).toEqual([]);
      await server.db.query('delete from harvest_settlement where tip_id = $1', [tip.id]);
      expect(await inside()).toEqual(['Ein Tipp zum Wärmenetz']);
      await aPost(server, { id: circle.discussion.id, spaceId: circle.closed.id }, { by: circle.helper, body: 'Noch etwas.' });
      await expect(inside()).rejects.toMatchObject({ code: 'CONFLICT', reason: 'space.textsChanged' });
      expect(look).not.toHaveBeenCalled();
    } finally {
      look.mockRestore();
    }
  });

  it('looks to the end, however long a list would be', async () => {
    const circle = await aCircle();
    const figures = Array.from({ length: 205 }, (_, at) => `${at + 100} €`).join(', ');
    const long = await aPost(server, { id: circle.discussion.id, spaceId: circle.closed.id }, { by: circle.asker, body: `Alles: ${figures}` });
    const tip = await harvested(circle, { passages: [{ postId: long.id }] });
    const body = `${figures} Hanne Helfend`;
    await server.data(circle.asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: tip.id, body, baseVersion: tip.version } });
    const first = (await panel(circle.asker.caller, tip.id))?.crossings ?? [];
    expect(first).toHaveLength(200);
    const keep = async (keys: readonly string[]): Promise<unknown> => server.data(circle.asker.caller, KEEP, { input: { tipId: tip.id, keys, reason: 'Alles abgesprochen' } });
    await keep(first.map(({ key }) => key));
    const next = { id: tip.id, version: tip.version + 1 };
    expect(await server.refusal(circle.asker.caller, PUBLISH, publish(next, body))).toMatchObject({ reason: 'harvest.unsettled' });
    // What still waits stands first in the next look.
    const rest = ((await panel(circle.asker.caller, tip.id))?.crossings ?? []).filter(({ isSettled }) => !isSettled);
    expect(rest.map(({ value }) => value)).toEqual(expect.arrayContaining(['Hanne Helfend']));
    await keep(rest.map(({ key }) => key));
    await server.data(circle.asker.caller, PUBLISH, publish(next, body));
  });
});

describe('notices of a tip made of a discussion', () => {
  const MOVE = 'mutation ($input: MoveDiscussionInput!) { moveDiscussion(input: $input) { spaceId } }';
  const PREVIEW = 'query ($input: MoveDiscussionPreviewInput!) { moveDiscussionPreview(input: $input) { confirmation } }';
  const move = async (by: TestAccount, discussionId: string, toSpaceId: string): Promise<void> => {
    const { moveDiscussionPreview: preview } = await server.data<{ moveDiscussionPreview: { confirmation: number } }>(by.caller, PREVIEW, { input: { discussionId, toSpaceId } });
    await server.data(by.caller, MOVE, { input: { discussionId, toSpaceId, confirmAudience: preview.confirmation } });
    await server.drain();
  };
  const titles = async (who: TestAccount): Promise<readonly string[]> =>
    (await server.data<{ notices: { nodes: readonly { groupKind: string; title: string }[] } }>(who.caller, '{ notices { nodes { groupKind title } } }')).notices.nodes
      .filter(({ groupKind }) => groupKind === 'harvest')
      .map(({ title }) => title);

  it('go with the discussion where it is moved: to who reads it there, and from who does not', async () => {
    const circle = await aCircle();
    const moderator = await anAccount(server);
    const { id } = await harvested(circle, { passages: [{ postId: circle.advice.id }] });
    await server.drain();
    expect(await titles(circle.helper)).toEqual(['Wie gelingt ein Wärmenetz?']);
    await server.db.query(`insert into space_member (space_id, account_id, role, joined_at) values ($1, $2, 'moderator', now())`, [circle.closed.id, moderator.id]);
    const next = await aSpace(server, { members: [[moderator, 'moderator'], [circle.helper, 'member'], [circle.asker, 'member']] });
    const last = await aSpace(server, { members: [[moderator, 'moderator'], [circle.asker, 'member']] });

    await move(moderator, circle.discussion.id, next.id);
    await leave(server, circle.closed, circle.helper);
    expect(await titles(circle.helper)).toEqual(['Wie gelingt ein Wärmenetz?']);

    await move(moderator, circle.discussion.id, last.id);
    expect(await titles(circle.helper)).toEqual([]);
    expect(await server.db.query('select from notice where group_id = $1 and account_id = $2', [id, circle.helper.id])).toEqual([]);
  });
});
