import { anAccount } from '#accounts/server/testing';
import { LeavingRegistry, OwnDataRegistry } from '#accounts/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { tipsDomain } from '#tips/server';
import { discussionsWithGround } from '../../discussions/server/discussions.testing.js';
import { aSpace, leave } from '../../spaces/server/spaces.testing.js';
import { aPost } from '../../threads/server/threads.testing.js';
import { ADVICE, ANSWER, HARVEST, harvestSteps, KEEP, PAGE, PUBLISH, REOPEN, REQUEST } from './harvest.testing.js';
import { harvestDomain } from './index.js';

const SOURCES = 'query ($id: String!) { tip(slug: $id) { harvest { passages { source } } } }';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([...discussionsWithGround, tipsDomain, harvestDomain]);
});
afterAll(() => server.stop());

const { aCircle, wish, harvested, panel, publish, say } = harvestSteps(() => server);

describe('making a tip of a discussion', () => {
  it('puts the passages with their sources into the outline of the space', async () => {
    const circle = await aCircle();
    await server.db.query(`insert into tip_settings (space_id, template) values ($1, $2)`, [circle.open.id, JSON.stringify([{ title: 'Ausgangslage', help: '' }, { title: 'Vorgehen', help: '' }])]);
    const { body } = await harvested(circle, { passages: [{ postId: circle.figures.id, text: 'für ganz Musterhausen' }, { postId: circle.advice.id, section: 1 }] });
    expect(body).toBe(
      `> für ganz Musterhausen\n>\n> — [aus einer Diskussion](/beitrag/${circle.figures.id})\n\n## Ausgangslage\n\n## Vorgehen\n\n> ${ADVICE}\n>\n> — [aus einer Diskussion](/beitrag/${circle.advice.id})`,
    );
  });

  it('sent twice makes one draft, whatever was written on it since', async () => {
    const circle = await aCircle();
    const input = wish(circle);
    await server.data(circle.asker.caller, HARVEST, { input });
    await server.data(circle.asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: input.id, body: 'Weiter', baseVersion: 1 } });
    const { harvestTip } = await server.data<{ harvestTip: { workingCopy: { body: string } } }>(circle.asker.caller, HARVEST, { input });
    expect(harvestTip.workingCopy.body).toBe('Weiter');
    expect(await server.refusal(circle.helper.caller, HARVEST, { input })).toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
  });

  it('is for whoever asked, answered or moderates, of what is solved, into spaces they write in', async () => {
    const circle = await aCircle();
    const stranger = await anAccount(server);
    const elsewhere = await aSpace(server, { visibility: 'public' });
    const refusal = (caller: Caller | null, input: object) => server.refusal(caller, HARVEST, { input });
    expect(await refusal(null, wish(circle))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusal(circle.reader.caller, wish(circle))).toMatchObject({ code: 'FORBIDDEN', reason: 'harvest.mayNot' });
    expect(await refusal(stranger.caller, wish(circle))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(stranger.caller, wish(circle, { discussionId: uuidv7() }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(circle.asker.caller, wish(circle, { spaceId: elsewhere.id }))).toMatchObject({ code: 'FORBIDDEN', reason: 'tip.mayNotWrite' });
    expect(await refusal(circle.asker.caller, wish(circle, { spaceId: uuidv7() }))).toMatchObject({ code: 'NOT_FOUND' });
    const unsolved = await aCircle(false);
    expect(await refusal(unsolved.asker.caller, wish(unsolved))).toMatchObject({ code: 'FORBIDDEN', reason: 'harvest.mayNot' });
    await harvested(circle, {}, circle.helper.caller);
  });

  it('takes words that were said, from posts of this discussion', async () => {
    const circle = await aCircle();
    const other = await aCircle();
    const refusal = (passage: object) => server.refusal(circle.asker.caller, HARVEST, { input: wish(circle, { passages: [passage] }) });
    expect(await refusal({ postId: circle.advice.id, text: 'Das hat niemand gesagt' })).toMatchObject({ reason: 'harvest.notInPost' });
    expect(await refusal({ postId: other.advice.id })).toMatchObject({ reason: 'harvest.passageGone' });
    expect(await refusal({ postId: uuidv7() })).toMatchObject({ reason: 'harvest.passageGone' });
  });

  it('tells viewers whether they may', async () => {
    const circle = await aCircle();
    const ask = async (caller: Caller) => (await server.data<{ discussion: { viewerCanHarvest: boolean } }>(caller, 'query ($slug: String!) { discussion(slug: $slug) { viewerCanHarvest } }', { slug: circle.discussion.slug })).discussion.viewerCanHarvest;
    expect([await ask(circle.asker.caller), await ask(circle.helper.caller), await ask(circle.reader.caller)]).toEqual([true, true, false]);
  });
});

describe('the people quoted', () => {
  it('are asked for their words, and told who will read them', async () => {
    const circle = await aCircle();
    const { id } = await harvested(circle);
    const { harvestRequest } = await server.data<{ harvestRequest: object }>(circle.helper.caller, REQUEST, { id });
    expect(harvestRequest).toEqual({
      consent: 'open', spaceName: 'Offene Praxis', audience: 'everyone', askedBy: { name: 'Alma Fragend' }, discussion: { title: circle.discussion.title }, passages: [{ text: ADVICE }],
    });
    const [notice] = await server.db.query<{ accountId: string; reason: string }>(`select account_id as "accountId", reason from notice where subject_id = $1 and kind = 'harvest.asked'`, [id]);
    expect(notice).toEqual({ accountId: circle.helper.id, reason: 'asked' });
  });

  it('are asked, too, where somebody else’s chosen words quote theirs, and named nowhere without a yes', async () => {
    const circle = await aCircle();
    const thread = { id: circle.discussion.id, spaceId: circle.closed.id };
    const words = 'Wir haben die Kämmerei im ersten Monat dazugeholt und nie bereut.';
    const inner = await aPost(server, thread, { by: circle.reader, body: words });
    const outer = await aPost(server, thread, { by: circle.helper, body: `> ${words}\n>\n> — [Lena Lesend](/beitrag/${inner.id})\n\nGenau so war es bei uns auch.` });
    for (const passage of [{ postId: outer.id }, { postId: outer.id, text: `${words} — Lena Lesend Genau so war es` }]) {
      const tip = await harvested(circle, { spaceId: circle.closed.id, passages: [passage] });
      expect((await panel(circle.asker.caller, tip.id))?.passages.map(({ author, consent }) => [author?.name, consent])).toEqual([['Hanne Helfend', 'open'], ['Lena Lesend', 'open']]);
      expect(await server.data(circle.reader.caller, REQUEST, { id: tip.id })).toMatchObject({ harvestRequest: { passages: [{ text: words }] } });
      if (!('text' in passage)) expect(tip.body).toBe(`> > ${words}\n> >\n> > — [aus einer Diskussion](/beitrag/${inner.id})\n>\n> Genau so war es bei uns auch.\n>\n> — [aus einer Diskussion](/beitrag/${outer.id})`);
    }
  });

  it('keep the tip back until they have answered, in whichever way their words stand', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id });
    const refusal = (body: string) => server.refusal(circle.asker.caller, PUBLISH, publish(tip, body));
    await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.closed.id]);
    expect(await refusal(tip.body)).toMatchObject({ code: 'CONFLICT', reason: 'harvest.notAgreed' });
    expect(await refusal(ADVICE.toUpperCase().replaceAll(',', ''))).toMatchObject({ reason: 'harvest.notAgreed' });
    expect(await refusal(`Anders gesagt ([Quelle](/beitrag/${circle.advice.id}))`)).toMatchObject({ reason: 'harvest.notAgreed' });
    await say(circle.helper, tip.id, 'paraphrase');
    expect(await refusal(tip.body)).toMatchObject({ reason: 'harvest.notAgreed' });
    await say(circle.helper, tip.id, 'no');
    expect(await refusal(`Anders gesagt ([Quelle](/beitrag/${circle.advice.id}))`)).toMatchObject({ reason: 'harvest.notAgreed' });
    await say(circle.helper, tip.id, 'verbatim');
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));
  });

  it('who say no are out of the text, and the rest can be read', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id });
    await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.closed.id]);
    await say(circle.helper, tip.id, 'no', true);
    expect(await panel(circle.asker.caller, tip.id)).toMatchObject({ isReady: false, passages: [{ consent: 'no', hasWords: true, isAgreed: false }] });
    await server.data(circle.asker.caller, PUBLISH, publish(tip, 'Man braucht Geduld mit Ämtern.'));
    const { tip: page } = await server.data<{ tip: { contributors: object[] } }>(circle.reader.caller, PAGE, { id: tip.id });
    expect(page.contributors).toEqual([]);
  });

  it('are not carried out in a tip where moderation has hidden them meanwhile; whoever writes it sees what became of each source', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id, passages: [{ postId: circle.advice.id }, { postId: circle.figures.id }] });
    await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.closed.id]);
    await say(circle.helper, tip.id, 'verbatim');
    const sources = async () => (await server.data<{ tip: { harvest: { passages: readonly { source: string }[] } } }>(circle.asker.caller, SOURCES, { id: tip.id })).tip.harvest.passages.map(({ source }) => source);
    expect(await sources()).toEqual(['stands', 'stands']);
    await server.db.query(`update post set state = 'hidden' where id = $1`, [circle.advice.id]);
    await server.db.query(`update post set edited_at = now() + interval '1 hour' where id = $1`, [circle.figures.id]);
    expect(await sources()).toEqual(['hidden', 'edited']);
    expect(await panel(circle.asker.caller, tip.id)).toMatchObject({ isReady: false, passages: [{ consent: 'verbatim', isAgreed: false }, { isAgreed: true }] });
    expect(await server.refusal(circle.asker.caller, PUBLISH, publish(tip, tip.body))).toMatchObject({ code: 'CONFLICT', reason: 'harvest.notAgreed' });
    await server.db.query(`update post set state = 'published' where id = $1`, [circle.advice.id]);
    await server.db.query(`update thread set state = 'hidden' where id = $1`, [circle.discussion.id]);
    expect(await sources()).toEqual(['hidden', 'hidden']);
    await server.db.query(`update thread set state = 'published' where id = $1`, [circle.discussion.id]);
    await server.db.query(`update post set deleted_at = now() where id = $1`, [circle.figures.id]);
    expect(await sources()).toEqual(['stands', 'deleted']);
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));
  });

  it('bind later releases, too: who takes the consent back keeps the next version out', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id });
    await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.closed.id]);
    await say(circle.helper, tip.id, 'verbatim');
    await server.data(circle.asker.caller, PUBLISH, publish(tip, tip.body));
    await say(circle.helper, tip.id, 'no');
    const again = (body: string) => ({ input: { id: tip.id, body, baseRevision: 1 } });
    expect(await server.refusal(circle.asker.caller, PUBLISH, again(`${tip.body}\n\nNeu.`))).toMatchObject({ reason: 'harvest.notAgreed' });
    await server.data(circle.asker.caller, PUBLISH, again('Nur noch Eigenes.'));
    const [first] = await server.db.query<{ id: string }>('select id from tip_revision where tip_id = $1 and number = 1', [tip.id]);
    expect(await server.refusal(circle.asker.caller, 'mutation ($id: ID!) { restoreTipRevision(input: { revisionId: $id }) { id } }', { id: first?.id })).toMatchObject({ reason: 'harvest.notAgreed' });
  });

  it('answer for themselves alone, and only while they read the discussion', async () => {
    const circle = await aCircle();
    const { id } = await harvested(circle);
    const answer = { input: { requestId: id, consent: 'verbatim', wantsCredit: true } };
    expect(await server.refusal(null, ANSWER, answer)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(circle.reader.caller, ANSWER, answer)).toMatchObject({ code: 'NOT_FOUND' });
    await leave(server, circle.closed, circle.helper);
    expect(await server.refusal(circle.helper.caller, ANSWER, answer)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.refusal(circle.helper.caller, REQUEST, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.data(circle.helper.caller, '{ myHarvestRequests { id } }')).toEqual({ myHarvestRequests: [] });
  });

  it('and the asker are named under the tip where they wish, to members', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, {}, circle.helper.caller);
    await say(circle.asker, tip.id, 'verbatim', true);
    await server.db.query(`update space set publishers = 'members' where id = $1`, [circle.open.id]);
    await server.data(circle.helper.caller, PUBLISH, publish(tip, 'Geduld hilft.'));
    const page = (caller: Caller | null) => server.data<{ tip: object }>(caller, PAGE, { id: tip.id });
    // The helper is its author and stands there already.
    expect(await page(circle.reader.caller)).toEqual({ tip: { contributors: [{ name: 'Alma Fragend' }], harvestedFrom: { title: circle.discussion.title }, harvest: null } });
    expect(await page(null)).toEqual({ tip: { contributors: [], harvestedFrom: null, harvest: null } });
    const stranger = await anAccount(server);
    expect(await page(stranger.caller)).toEqual({ tip: { contributors: [{ name: 'Alma Fragend' }], harvestedFrom: null, harvest: null } });
    const tips = 'query ($slug: String!) { discussion(slug: $slug) { harvestedTips { title } } }';
    expect(await server.data(circle.reader.caller, tips, { slug: circle.discussion.slug })).toEqual({ discussion: { harvestedTips: [{ title: 'Ein Tipp zum Wärmenetz' }] } });
  });

  it('are forgotten when they go, and what they agreed to stays so', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id });
    await say(circle.helper, tip.id, 'verbatim', true);
    expect(JSON.stringify(await server.app.get(OwnDataRegistry).of(circle.helper.id))).toContain('drei Stellen');
    await server.db.write({ accountId: null }, async (tx) => server.app.get(LeavingRegistry).erase(tx, { id: circle.helper.id, address: circle.helper.address }, () => undefined));
    expect(await panel(circle.asker.caller, tip.id)).toMatchObject({ passages: [{ consent: 'verbatim', isAgreed: true, author: null }] });
  });
});

describe('the border', () => {
  it('stops names, places, figures and sources of a closed space on their way to everybody', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { passages: [{ postId: circle.figures.id }] });
    await say(circle.helper, tip.id, 'verbatim');
    const body = `${tip.body}\n\nHanne Helfend weiß mehr, im Kreis der Stillen. Eigene Rechnung: 5 Mio. €.`;
    await server.data(circle.asker.caller, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: tip.id, body, baseVersion: tip.version } });
    const standing = await panel(circle.asker.caller, tip.id);
    expect(standing).toMatchObject({ isWider: true, opensToEveryone: true, isReady: false });
    expect(standing?.crossings.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'figure 2,3 Mio. €', 'place Musterhausen', `link /beitrag/${circle.figures.id}`, 'name Hanne Helfend', 'name Kreis der Stillen',
    ]);
    const next = { id: tip.id, version: tip.version + 1 };
    expect(await server.refusal(circle.asker.caller, PUBLISH, publish(next, body))).toMatchObject({ code: 'CONFLICT', reason: 'harvest.unsettled' });

    // One is taken out, the others kept for a reason.
    const keys = standing?.crossings.filter(({ kind }) => kind !== 'name').map(({ key }) => key);
    await server.data(circle.asker.caller, KEEP, { input: { tipId: tip.id, keys, reason: 'Mit der Gemeinde abgesprochen' } });
    expect((await panel(circle.asker.caller, tip.id))?.crossings.filter(({ isSettled }) => !isSettled).map(({ kind }) => kind)).toEqual(['name', 'name']);
    expect(await server.refusal(circle.asker.caller, PUBLISH, publish(next, body))).toMatchObject({ reason: 'harvest.unsettled' });
    await server.data(circle.asker.caller, PUBLISH, publish(next, tip.body));

    // And it stays watched.
    const later = { input: { id: tip.id, body: `${tip.body}\n\nFragen an Hanne Helfend.`, baseRevision: 1 } };
    expect(await server.refusal(circle.asker.caller, PUBLISH, later)).toMatchObject({ reason: 'harvest.unsettled' });
    await server.data(circle.asker.caller, REOPEN, { input: { tipId: tip.id, keys: keys?.slice(0, 1) } });
    expect(await server.refusal(circle.asker.caller, PUBLISH, { input: { id: tip.id, body: `${tip.body} Neu.`, baseRevision: 1 } })).toMatchObject({ reason: 'harvest.unsettled' });
  });

  it('also where a moderator releases what was handed in', async () => {
    const circle = await aCircle();
    const moderator = await anAccount(server);
    const reviewed = await aSpace(server, { visibility: 'programme', members: [[circle.asker, 'member'], [moderator, 'moderator']] });
    const tip = await harvested(circle, { spaceId: reviewed.id, passages: [{ postId: circle.figures.id }] });
    await say(circle.helper, tip.id, 'verbatim');
    await server.data(circle.asker.caller, 'mutation ($input: TipVersionInput!) { submitTip(input: $input) { state } }', { input: { tipId: tip.id, version: tip.version } });
    expect(await server.refusal(moderator.caller, 'mutation ($input: TipVersionInput!) { releaseTip(input: $input) { state } }', { input: { tipId: tip.id, version: tip.version } })).toMatchObject({ reason: 'harvest.unsettled' });
    // The moderator sees what stands in the text, and of the discussion nothing else.
    const standing = await panel(moderator.caller, tip.id);
    expect(standing).toMatchObject({ discussion: null, passages: [{ text: null, author: null }] });
  });

  it('is none where the readers are the same or fewer', async () => {
    const circle = await aCircle();
    const tip = await harvested(circle, { spaceId: circle.closed.id, passages: [{ postId: circle.figures.id }] });
    expect(await panel(circle.asker.caller, tip.id)).toMatchObject({ isWider: false, crossings: [] });
  });

  it('lies around every closed circle, also towards one with the same people', async () => {
    const circle = await aCircle();
    const twin = await aSpace(server, { members: [[circle.asker, 'member'], [circle.helper, 'member'], [circle.reader, 'member']] });
    const tip = await harvested(circle, { spaceId: twin.id, passages: [{ postId: circle.figures.id }] });
    expect((await panel(circle.asker.caller, tip.id))?.isWider).toBe(true);
  });

  it('is settled by authors and moderators of the tip alone', async () => {
    const circle = await aCircle();
    const { id } = await harvested(circle);
    const input = { input: { tipId: id, keys: ['figure:1'], reason: 'Weil es so ist' } };
    expect(await server.refusal(null, KEEP, input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(circle.helper.caller, KEEP, input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.refusal(circle.asker.caller, KEEP, { input: { ...input.input, reason: ' ' } })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await server.refusal(circle.asker.caller, KEEP, { input: { ...input.input, tipId: uuidv7() } })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
