import { accountsDomain } from '#accounts/server';
import { Outbox, type Mail } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain, type Visibility } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace, leave, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce, sendDigests, TestThings } from '../notifications.testing.js';
import { MAILS_PER_HOUR } from './notice-mail.ledger.js';

/** Stands in closed content and must never leave it. */
const MARK = 'Verborgenwort';

let server: TestServer;
let things: TestThings;
let author: TestAccount;
let reader: TestAccount;
let space: TestSpace;
const log: string[] = [];

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain], { LOG_LEVEL: 'trace' }, { write: (line) => log.push(line) });
  things = new TestThings(server);
}, 60_000);
afterAll(() => server.stop());

const place = (visibility: Visibility, name = 'Gartenrunde'): Promise<TestSpace> => aSpace(server, { visibility, name, members: [[author, 'moderator'], [reader, 'member']] });
const mails = (to = reader): readonly Mail[] => server.mailBox.mails.filter((mail) => mail.to.address === to.address);
const choose = (input: string): Promise<unknown> => server.data(reader.caller, `mutation { setNoticePreference(input: { ${input} }) { digestHour } }`);
const contentOf = ({ to: _to, ...rest }: Mail): string => JSON.stringify(rest);

beforeEach(async () => {
  server.clock.moveTo(new Date('2026-06-10T10:00:00Z'));
  author = await anAccount(server, { name: 'Mia Sommer' });
  reader = await anAccount(server);
  space = await place('programme');
});

/** Looks every five minutes for so many hours, as the schedule does. @returns the moments at which a mail came. */
async function sentAt(to: TestAccount, from: Date, hours: number): Promise<readonly string[]> {
  const moments: string[] = [];
  const end = from.getTime() + hours * 3_600_000;
  for (let at = Math.ceil(from.getTime() / 300_000) * 300_000; at <= end; at += 300_000) {
    server.clock.moveTo(new Date(at));
    const before = mails(to).length;
    await server.app.get(Outbox).runNow('notifications.due');
    await server.app.get(Outbox).runNow('notifications.digests');
    if ((await server.db.query(`select from notice_mail where account_id = $1 and sent_at is null and dropped_at is null`, [to.id])).length > 0) await server.drain();
    for (let count = before; count < mails(to).length; count += 1) moments.push(new Date(at).toISOString());
  }
  return moments;
}

describe('mails at once', () => {
  it('bundle what comes to one thread within minutes, after a little while', async () => {
    const first = things.make({ in: space });
    await things.tell(first, [reader], { by: author });
    server.clock.forward(60_000);
    await things.tell(things.make({ in: space, threadId: first.threadId }), [reader], { by: author, reason: 'mentioned' });
    await server.app.get(Outbox).runNow('notifications.due');
    await server.drain();
    expect(mails()).toEqual([]);
    await sendAtOnce(server);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({
      subject: 'Pusteblume: Wärmepumpe im Altbau',
      paragraphs: ['im Raum „Gartenrunde“ gibt es 2 Neuigkeiten für Sie:'],
      threadId: first.threadId,
      action: { url: `http://localhost:3000${first.view.path}` },
      sections: [{ items: [
        { text: 'Mia Sommer hat in „Wärmepumpe im Altbau“ geschrieben', quote: 'Wer hat Erfahrung?' },
        { text: 'Mia Sommer hat Sie in „Wärmepumpe im Altbau“ erwähnt' },
      ] }],
    });
    await sendAtOnce(server);
    expect(mails()).toHaveLength(1);
  });

  it('say du where the programme does, and English to who reads English', async () => {
    await server.db.query(`insert into setting (name, value) values ('programme', '{"address": "du"}')`);
    const english = await anAccount(server, { locale: 'en' });
    await things.tell(things.make({ in: space }), [reader, english], { by: author });
    await sendAtOnce(server);
    await server.db.query(`delete from setting where name = 'programme'`);
    expect(mails()[0]?.paragraphs).toEqual(['im Raum „Gartenrunde“ gibt es Neues für dich:']);
    expect(mails(english)[0]).toMatchObject({ locale: 'en', paragraphs: ['There is something new for you in the space “Gartenrunde”:'] });
  });

  it.each<readonly [string, (thing: ReturnType<TestThings['make']>) => Promise<unknown> | void]>([
    ['has read it on the page', () => server.data(reader.caller, 'mutation { readAllNotices(input: {}) { count } }')],
    ['does not want such mails any more', () => choose('category: mentions, mail: none')],
    ['is suspended', () => server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [reader.id])],
    ['is leaving', () => server.db.query('update account set deleted_at = now() where id = $1', [reader.id])],
    ['no longer sees it', (thing) => things.remove(thing)],
  ])('do not go to who meanwhile %s', async (_case, happens) => {
    const thing = things.make({ in: space });
    await things.tell(thing, [reader], { by: author });
    await happens(thing);
    await sendAtOnce(server);
    expect(mails()).toEqual([]);
  });

  it('do not go to who left after the mail was decided and before it was sent', async () => {
    const closed = await place('closed');
    await things.tell(things.make({ in: closed }), [reader], { by: author });
    server.clock.forward(180_000);
    await server.app.get(Outbox).runNow('notifications.due');
    await leave(server, closed, reader);
    await server.drain();
    expect(mails()).toEqual([]);
  });

  it('wait for the end of quiet hours, and are not sent during a pause', async () => {
    await server.data(reader.caller, 'mutation { setQuietHours(input: { from: 720, to: 840 }) { quietHours { from } } }');
    await things.tell(things.make({ in: space }), [reader], { by: author });
    await sendAtOnce(server);
    expect(mails()).toEqual([]);
    server.clock.moveTo(new Date('2026-06-10T12:01:00Z'));
    await sendAtOnce(server);
    expect(mails()).toHaveLength(1);

    await server.data(reader.caller, 'mutation { setHolidayPause(input: { through: "2026-06-14" }) { pausedThrough } }');
    await things.tell(things.make({ in: space, title: 'Während der Ferien' }), [reader], { by: author });
    await sendAtOnce(server);
    server.clock.moveTo(new Date('2026-06-14T08:00:00Z'));
    await sendDigests(server);
    expect(mails()).toHaveLength(1);
    // Back: not at midnight, but at seven.
    server.clock.moveTo(new Date('2026-06-14T22:30:00Z'));
    await sendDigests(server);
    expect(mails()).toHaveLength(1);
    server.clock.moveTo(new Date('2026-06-15T05:01:00Z'));
    await sendDigests(server);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]?.sections?.[0]?.items[0]?.text).toContain('Während der Ferien');
  });

  it.each([
    // told, and when its mail comes; quiet from 22 to 7 o'clock in Berlin
    ['in an ordinary evening before the quiet hours', '2026-06-10T19:50:00Z', '2026-06-10T19:55:00.000Z'],
    ['within them, before midnight', '2026-06-10T20:30:00Z', '2026-06-11T05:00:00.000Z'],
    ['within them, after midnight', '2026-06-10T23:30:00Z', '2026-06-11T05:00:00.000Z'],
    ['shortly before they begin, when it would have gone within them', '2026-06-10T19:59:00Z', '2026-06-11T05:00:00.000Z'],
    ['in the night that lacks an hour', '2026-03-28T22:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['after the lacking hour', '2026-03-29T01:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['in the night that has an hour twice', '2026-10-24T21:30:00Z', '2026-10-25T06:00:00.000Z'],
    ['in the second of the two hours', '2026-10-25T01:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('wait over the night: told %s', async (_when, told, sent) => {
    await server.data(reader.caller, 'mutation { setQuietHours(input: { from: 1320, to: 420 }) { quietHours { from } } }');
    server.clock.moveTo(new Date(told));
    await things.tell(things.make({ in: space }), [reader], { by: author });
    expect(await sentAt(reader, new Date(told), 12)).toEqual([sent]);
  });

  it('are few an hour to one address; the rest comes with the summary', async () => {
    for (let index = 0; index < MAILS_PER_HOUR + 4; index += 1) await things.tell(things.make({ in: space, title: `Faden ${index}` }), [reader], { by: author });
    await sendAtOnce(server);
    await sendAtOnce(server);
    expect(mails()).toHaveLength(MAILS_PER_HOUR);
    server.clock.moveTo(new Date('2026-06-11T05:05:00Z'));
    await sendDigests(server);
    await sendDigests(server);
    expect(mails()).toHaveLength(MAILS_PER_HOUR + 1);
    expect(mails().at(-1)?.subject).toBe('Pusteblume: Ihre Zusammenfassung, 4 Neuigkeiten');
  });
});

describe('the mails of an hour', () => {
  it('are counted when they go out: what has nothing to say takes no place', async () => {
    const lost = Array.from({ length: MAILS_PER_HOUR }, (_, index) => things.make({ in: space, title: `Weg ${index}` }));
    for (const thing of lost) await things.tell(thing, [reader], { by: author });
    for (let index = 0; index < 3; index += 1) await things.tell(things.make({ in: space, title: `Bleibt ${index}` }), [reader], { by: author });
    for (const thing of lost) things.remove(thing);
    await sendAtOnce(server);
    expect(mails().map(({ subject }) => subject).toSorted()).toEqual(['Pusteblume: Bleibt 0', 'Pusteblume: Bleibt 1', 'Pusteblume: Bleibt 2']);
  });

  it('take no place while the mail server is down', async () => {
    const { send } = server.mailBox;
    server.mailBox.send = async () => Promise.reject(new Error('down'));
    for (let index = 0; index < MAILS_PER_HOUR; index += 1) await things.tell(things.make({ in: space }), [reader], { by: author });
    await expect(sendAtOnce(server)).rejects.toThrow('down');
    server.mailBox.send = send;
    await things.tell(things.make({ in: space, title: 'Danach' }), [reader], { by: author });
    await sendAtOnce(server);
    expect(mails().map(({ subject }) => subject)).toContain('Pusteblume: Danach');
  });

  it('gather in no great number behind a mail server that is down: the rest comes with the summary', async () => {
    for (let index = 0; index < 30; index += 1) await things.tell(things.make({ in: space }), [reader], { by: author });
    server.clock.forward(180_000);
    await server.app.get(Outbox).runNow('notifications.due');
    expect(await server.db.query('select from notice_mail where account_id = $1', [reader.id])).toHaveLength(20);
    await server.drain();
    expect(mails()).toHaveLength(MAILS_PER_HOUR);
    server.clock.moveTo(new Date('2026-06-11T05:05:00Z'));
    await sendDigests(server);
    expect(mails().at(-1)?.subject).toBe('Pusteblume: Ihre Zusammenfassung, 25 Neuigkeiten');
  });
});

describe('what mails let out of a space', () => {
  const tellIn = async (into: TestSpace): Promise<Mail> => {
    await things.tell(things.make({ in: into, title: `${MARK}titel`, text: `${MARK}text`, html: `<p>${MARK}text</p>` }), [reader], { by: author });
    await sendAtOnce(server);
    const mail = mails().at(-1);
    if (mail === undefined) throw new Error('no mail');
    return mail;
  };
  const set = (into: TestSpace, policy: string) => server.data(author.caller, 'mutation ($id: ID!) { setSpaceMailPolicy(input: { spaceId: $id, policy: ' + policy + ' }) { mailPolicy } }', { id: into.id });

  it.each<Visibility>(['closed', 'hidden'])('is not even who hears of the same thread of a %s one', async (visibility) => {
    const other = await anAccount(server);
    const closed = await aSpace(server, { visibility, members: [[author, 'moderator'], [reader, 'member'], [other, 'member']] });
    const thing = things.make({ in: closed });
    const tell = async (): Promise<readonly (string | undefined)[]> => {
      await things.tell(things.make({ in: closed, threadId: thing.threadId }), [reader, other], { by: author });
      await sendAtOnce(server);
      return [reader, other].map((to) => mails(to).at(-1)?.threadId);
    };
    const first = await tell();
    expect(new Set([...first, thing.threadId, undefined]).size).toBe(4);
    // One's own mails about a thread still stand together.
    expect(await tell()).toEqual(first);
  });

  it.each<Visibility>(['closed', 'hidden'])('is nothing of a %s one: not in the subject, a link, a header, a log line or a job', async (visibility) => {
    log.length = 0;
    const closed = await place(visibility, `${MARK}raum`);
    const mail = await tellIn(closed);
    expect(contentOf(mail)).not.toContain(MARK);
    expect(contentOf(mail)).not.toContain('Mia Sommer');
    expect(mail).toMatchObject({ subject: 'Pusteblume: Neues zum Lesen', action: { url: expect.stringMatching(/\/hinweise\?hinweis=[0-9a-f-]{36}$/) } });
    expect(log.join('')).not.toContain(MARK);
    expect(await server.db.query(`select 1 from outbox.job where data::text like '%${MARK}%' or output::text like '%${MARK}%'`)).toEqual([]);
    await choose('category: mentions, mail: daily');
    await things.tell(things.make({ in: closed, title: `${MARK}titel` }), [reader], { by: author });
    await sendAtOnce(server);
    server.clock.moveTo(new Date('2026-06-11T06:00:00Z'));
    await sendDigests(server);
    expect(mails()).toHaveLength(2);
    expect(contentOf(mails()[1] ?? mail)).not.toContain(MARK);
  });

  it('is the full text of an open one, only the title where moderators say so', async () => {
    expect(contentOf(await tellIn(space))).toContain(`${MARK}text`);
    expect(await set(space, 'title')).toEqual({ setSpaceMailPolicy: { mailPolicy: 'title' } });
    const titled = contentOf(await tellIn(space));
    expect(titled).toContain(`${MARK}titel`);
    expect(titled).not.toContain(`${MARK}text`);
    await set(space, 'pointer');
    expect(contentOf(await tellIn(space))).not.toContain(MARK);
  });

  it('shrinks again when an open space with a choice of its own is closed', async () => {
    await set(space, 'full');
    await server.db.query(`update space set visibility = 'closed' where id = $1`, [space.id]);
    expect(contentOf(await tellIn(space))).not.toContain(MARK);
  });

  it('is what the new place of a thread lets out, not the old one', async () => {
    const closed = await place('closed');
    const thing = things.make({ in: space, title: `${MARK}titel` });
    await things.tell(thing, [reader], { by: author });
    things.move(thing, closed);
    await sendAtOnce(server);
    expect(contentOf(mails().at(-1) as Mail)).not.toContain(MARK);
  });

  it('is shown to who reads the space and set by its moderators, on record', async () => {
    const closed = await place('closed');
    const stranger = await anAccount(server);
    const policyOf = 'query ($slug: String!) { space(slug: $slug) { mailPolicy } }';
    expect(await server.data(reader.caller, policyOf, { slug: closed.slug })).toEqual({ space: { mailPolicy: 'pointer' } });
    expect(await server.data(stranger.caller, policyOf, { slug: closed.slug })).toEqual({ space: { mailPolicy: null } });
    const change = 'mutation ($id: ID!) { setSpaceMailPolicy(input: { spaceId: $id, policy: full }) { mailPolicy } }';
    expect(await server.refusal(null, change, { id: closed.id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(reader.caller, change, { id: closed.id })).toMatchObject({ code: 'FORBIDDEN' });
    const hidden = await aSpace(server, { visibility: 'hidden' });
    expect(await server.refusal(stranger.caller, change, { id: hidden.id })).toEqual(await server.refusal(stranger.caller, change, { id: reader.id }));
    await server.data(author.caller, change, { id: closed.id });
    const [entry] = await server.db.query<{ details: unknown }>(`select details from audit_entry where act = 'notifications.mailPolicySet' and space_id = $1`, [closed.id]);
    expect(entry?.details).toEqual({ policy: 'full', before: 'pointer' });
  });
});

describe('summaries', () => {
  beforeEach(() => choose('category: mentions, mail: daily'));

  it('come at the hour of the person, once, by space and thread, without what was read', async () => {
    await server.data(reader.caller, 'mutation { setDigestTime(input: { hour: 9 }) { digestHour } }');
    await things.tell(things.make({ in: null, title: 'Ohne Raum' }), [reader], { by: author });
    const first = things.make({ in: space });
    await things.tell(first, [reader], { by: author });
    await things.tell(things.make({ in: space, threadId: first.threadId }), [reader], { by: author });
    const read = things.make({ in: space, title: 'Gelesen' });
    await things.tell(read, [reader], { by: author });
    await server.data(reader.caller, 'mutation ($input: NoticeGroupInput!) { visited(input: $input) { count } }', { input: { kind: 'thread', id: read.threadId } });
    await sendAtOnce(server);
    server.clock.moveTo(new Date('2026-06-11T06:55:00Z'));
    await sendDigests(server);
    expect(mails()).toEqual([]);
    server.clock.moveTo(new Date('2026-06-11T07:00:00Z'));
    await sendDigests(server);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.sections).toMatchObject([
      { heading: 'Gartenrunde', items: [{ text: '2 Neuigkeiten bei „Wärmepumpe im Altbau“' }] },
      { heading: 'Außerdem', items: [{ text: 'Mia Sommer hat in „Ohne Raum“ geschrieben' }] },
    ]);
    for (const time of ['2026-06-11T07:05:00Z', '2026-06-12T07:05:00Z']) {
      server.clock.moveTo(new Date(time));
      await sendDigests(server);
    }
    // Nothing twice, nothing empty.
    expect(mails()).toHaveLength(1);
  });

  it.each<readonly [string, number, string, readonly string[]]>([
    ['in the spring that skips it', 2, '2026-03-28T17:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z']],
    ['in the autumn that has it twice', 2, '2026-10-24T16:00:00Z', ['2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z']],
    ['where quiet hours hold until seven', 3, '2026-06-10T16:00:00Z', ['2026-06-11T05:00:00.000Z', '2026-06-12T05:00:00.000Z']],
  ])('come once for each day at the hour of the person, also %s', async (_where, hour, start, moments) => {
    await server.data(reader.caller, `mutation { setDigestTime(input: { hour: ${hour} }) { digestHour } }`);
    if (hour === 3) await server.data(reader.caller, 'mutation { setQuietHours(input: { from: 1320, to: 420 }) { quietHours { from } } }');
    const came: string[] = [];
    for (const day of [0, 1]) {
      const told = new Date(Date.parse(start) + day * 86_400_000);
      server.clock.moveTo(told);
      await things.tell(things.make({ in: space }), [reader], { by: author });
      came.push(...(await sentAt(reader, told, 15)));
    }
    expect(came).toEqual(moments);
    expect(mails().map(({ sections }) => sections?.flatMap(({ items }) => items).length)).toEqual([1, 1]);
  });

  it('hold only what is seen at that moment, and are not sent empty', async () => {
    const closed = await place('closed');
    await things.tell(things.make({ in: closed }), [reader], { by: author });
    await sendAtOnce(server);
    await leave(server, closed, reader);
    server.clock.moveTo(new Date('2026-06-11T06:00:00Z'));
    await sendDigests(server);
    expect(mails()).toEqual([]);
  });

  it('stay short however much there is', async () => {
    for (let index = 0; index < 45; index += 1) await things.tell(things.make({ in: space, title: `Nummer ${index}` }), [reader], { by: author });
    await sendAtOnce(server);
    server.clock.moveTo(new Date('2026-06-11T06:00:00Z'));
    await sendDigests(server);
    const items = mails()[0]?.sections?.map((section) => section.items) ?? [];
    expect(items.map(({ length }) => length)).toEqual([40, 1]);
    expect(items[1]?.[0]?.text).toBe('und 5 weitere Neuigkeiten');
    expect(mails()[0]?.subject).toBe('Pusteblume: Ihre Zusammenfassung, 45 Neuigkeiten');
  });

  it('of the week come on their weekday', async () => {
    await choose('category: mentions, mail: weekly');
    await things.tell(things.make({ in: space }), [reader], { by: author });
    await sendAtOnce(server);
    for (let day = 11; day <= 15; day += 1) {
      server.clock.moveTo(new Date(`2026-06-${day}T06:00:00Z`));
      await sendDigests(server);
      expect(mails()).toHaveLength(day === 15 ? 1 : 0);
    }
  });

  it.each([
    ['2026-03-28T20:00:00Z', ['2026-03-29T00:55:00Z', '2026-03-29T01:00:00Z', '2026-03-29T01:05:00Z'], [0, 1, 1]],
    ['2026-10-24T20:00:00Z', ['2026-10-24T23:55:00Z', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:05:00Z'], [0, 1, 1, 1]],
  ])('at two o’clock come once in the night after %s', async (evening, times, counts) => {
    await server.data(reader.caller, 'mutation { setDigestTime(input: { hour: 2 }) { digestHour } }');
    server.clock.moveTo(new Date(evening));
    await things.tell(things.make({ in: space }), [reader], { by: author });
    await sendAtOnce(server);
    const found: number[] = [];
    for (const time of times) {
      server.clock.moveTo(new Date(time));
      await sendDigests(server);
      found.push(mails().length);
    }
    expect(found).toEqual(counts);
  });
});
