import { jest } from '@jest/globals';
import { NoticeKinds, Notices, type NoticeKind, type NoticeReason } from '#notifications/server';
import type { Mail } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type AccountWishes, type TestAccount } from '../../libs/accounts/server/accounts.testing.js';
import { NOTICE_REASONS } from '../../libs/notifications/server/notice/notice.registry.js';
import { sendAtOnce, sendDigests } from '../../libs/notifications/server/notifications.testing.js';
import { NOTICE_CATEGORIES, type MailChoice } from '../../libs/notifications/server/preference/categories.js';
import { domains } from './domains.js';

const TITLE = 'Wärmeplanung in Bad Münster am Stein';
const TEXT = 'Wer hat schon eine Satzung beschlossen?';
/** A Wednesday noon in Berlin; the next weekly summary is due on Monday, the 15th. */
const NOON = new Date('2026-06-10T10:00:00Z');

let server: TestServer;
let kinds: readonly NoticeKind[];
let actor: TestAccount;

beforeAll(async () => {
  server = await TestServer.start(domains, { WRITES_PER_MINUTE: '100000' });
  const registry = server.app.get(NoticeKinds);
  kinds = registry.names.map((name) => registry.of(name)).filter((kind) => kind !== null);
  // What a subject is and who sees it, each domain proves for itself; here each is there and open to all.
  for (const kind of kinds) jest.spyOn(kind, 'load').mockImplementation(async (_viewer, ids) => new Map(ids.map((id) => [id, { title: TITLE, text: TEXT, path: `/d/${id}`, spaceId: null }])));
  actor = await anAccount(server, { name: 'Mia Sommer' });
}, 60_000);
afterAll(async () => server.stop());
beforeEach(() => server.clock.moveTo(NOON));

/** Told to somebody of its own for each kind, so that nobody's hour is full. */
interface Told {
  readonly kind: NoticeKind;
  readonly reader: TestAccount;
}

const anyReason = (): readonly NoticeReason[] => ['answered'];
/** Those with a sentence of their own; the others take turns. */
const everyReason = (kind: NoticeKind, at: number): readonly NoticeReason[] => {
  const own = NOTICE_REASONS.filter((reason) => `notices.${kind.kind}.${reason}` in kind.texts.de);
  const shared = `notices.${kind.kind}` in kind.texts.de ? NOTICE_REASONS.slice(at % NOTICE_REASONS.length).slice(0, 1) : [];
  return [...new Set([...own, ...shared])];
};

async function tellOfAll(reasonsOf: (kind: NoticeKind, at: number) => readonly NoticeReason[], wishes: AccountWishes, choice: { readonly mail?: MailChoice; readonly onPage?: boolean } = {}): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { kind, reason } of kinds.flatMap((one, at) => reasonsOf(one, at).map((reason) => ({ kind: one, reason })))) {
    const reader = await anAccount(server, wishes);
    if (Object.keys(choice).length > 0) {
      await server.data(reader.caller, `mutation ($input: SetNoticePreferenceInput!) { setNoticePreference(input: $input) { digestHour } }`, { input: { category: kind.category, ...choice } });
    }
    const subjectId = uuidv7();
    await server.db.write({ accountId: null }, async (tx) =>
      server.app.get(Notices).tell(tx, { occasionId: uuidv7(), kind: kind.kind, subjectId, group: { kind: 'thread', id: subjectId }, spaceId: null, actorId: actor.id, to: [{ accountId: reader.id, reason }] }),
    );
    told.push({ kind, reader });
  }
  return told;
}

const mailsTo = ({ address }: TestAccount): readonly Mail[] => server.mailBox.mails.filter(({ to }) => to.address === address);
const counts = (told: readonly Told[]): Readonly<Record<string, number>> => Object.fromEntries(told.map(({ kind, reader }) => [kind.kind, mailsTo(reader).length]));
/** So many for each kind that mails by itself; none for those of which another mail tells. */
const each = (count: number): Readonly<Record<string, number>> => Object.fromEntries(kinds.map(({ kind, hasMail }) => [kind, hasMail === false ? 0 : count]));

interface SeenGroup {
  readonly newest: { readonly line: string; readonly reasonText: string };
}
async function seenBy({ caller }: TestAccount): Promise<readonly SeenGroup['newest'][]> {
  const { notices } = await server.data<{ notices: { nodes: readonly SeenGroup[] } }>(caller, '{ notices { nodes { newest { line reasonText } } } }');
  return notices.nodes.map(({ newest }) => newest);
}
const mailChoices = async ({ caller }: TestAccount) => {
  const { noticePreferences } = await server.data<{ noticePreferences: { categories: readonly { category: string; mail: string }[] } }>(caller, '{ noticePreferences { categories { category mail } } }');
  return Object.fromEntries(noticePreferences.categories.map(({ category, mail }) => [category, mail]));
};

describe('every kind of notice', () => {
  it('is known here, and each category has some', () => {
    expect(kinds.length).toBeGreaterThan(30);
    expect([...new Set(kinds.map(({ category }) => category))].toSorted()).toEqual([...NOTICE_CATEGORIES].toSorted());
  });

  it.each<readonly [MailChoice, number, number, number]>([
    // by mail, how many: at once, after the hour of the next day, after that of the next Monday
    ['now', 1, 1, 1],
    ['daily', 0, 1, 1],
    ['weekly', 0, 0, 1],
    ['none', 0, 0, 0],
  ])('comes by mail as chosen: %s, and stands on the page', async (mail, atOnce, nextDay, nextMonday) => {
    const told = await tellOfAll(anyReason, {}, { mail });
    await sendAtOnce(server);
    await sendDigests(server);
    expect(counts(told)).toEqual(each(atOnce));
    for (const [moment, count] of [['2026-06-11T04:55:00Z', atOnce], ['2026-06-11T05:01:00Z', nextDay], ['2026-06-12T05:01:00Z', nextDay], ['2026-06-15T04:59:00Z', nextDay], ['2026-06-15T05:01:00Z', nextMonday], ['2026-06-22T05:01:00Z', nextMonday]] as const) {
      server.clock.moveTo(new Date(moment));
      await sendDigests(server);
      expect([moment, counts(told)]).toEqual([moment, each(count)]);
    }
    for (const { kind, reader } of told) expect([kind.kind, (await seenBy(reader)).length]).toEqual([kind.kind, 1]);
  }, 60_000);

  it('is left off the page where somebody wants it so, and comes by mail all the same', async () => {
    const told = await tellOfAll(anyReason, {}, { mail: 'now', onPage: false });
    await sendAtOnce(server);
    expect(counts(told)).toEqual(each(1));
    for (const { kind, reader } of told) expect([kind.kind, await seenBy(reader), await server.data(reader.caller, '{ unreadNoticeCount }')]).toEqual([kind.kind, [], { unreadNoticeCount: 0 }]);
  });

  it('ends by one click for itself alone', async () => {
    const told = await tellOfAll(anyReason, {}, { mail: 'now' });
    await sendAtOnce(server);
    for (const { kind, reader } of told) {
      if (kind.hasMail === false) continue;
      const before = await mailChoices(reader);
      const { list } = server.mailBox.lastTo(reader.address);
      expect([kind.kind, list?.id]).toEqual([kind.kind, `${kind.category}.notices`]);
      const { statusCode } = await server.app.inject({
        method: 'POST', url: new URL(list?.unsubscribeUrl ?? '').pathname, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click',
      });
      expect([kind.kind, statusCode, await mailChoices(reader)]).toEqual([kind.kind, 200, { ...before, [kind.category]: 'none' }]);
    }
  }, 60_000);
});

/** Words that address somebody; „Sie“ at the beginning of a sentence may be „they“. */
const FORMAL = /(?<!^|[.!?:] )\b(Sie|Ihre?[nmrs]?|Ihnen)\b|^(Sie erhalten|Ihre? )/m;
const FAMILIAR = /\b(du|dich|dir|deine?[nmrs]?)\b/i;
const GERMAN = /\b(und|der|die|das|wurde|von|mehr)\b/;

describe.each<readonly [string, 'de' | 'en', 'sie' | 'du']>([
  ['German with Sie', 'de', 'sie'],
  ['German with du', 'de', 'du'],
  ['English', 'en', 'du'],
])('in %s', (_name, locale, address) => {
  beforeAll(async () => {
    await server.db.query(`insert into setting (name, value) values ('programme', $1) on conflict (name) do update set value = excluded.value`, [{ address }]);
  });
  const isForeign = (text: string): boolean => (locale === 'en' ? GERMAN.test(text.replaceAll(TITLE, '').replaceAll(TEXT, '')) : address === 'du' ? FORMAL.test(text) : FAMILIAR.test(text));

  it('each kind says what happened and why one is told, on the page and by mail', async () => {
    const told = await tellOfAll(everyReason, { locale, name: 'Änne Groß' }, { mail: 'now' });
    await sendAtOnce(server);
    for (const { kind, reader } of told) {
      const [line] = await seenBy(reader);
      expect([kind.kind, line?.line]).toEqual([kind.kind, expect.not.stringMatching(/[{}]|^\s*$/)]);
      expect([kind.kind, line?.reasonText]).toEqual([kind.kind, expect.stringMatching(/^(Sie erhalten|Du erhältst|You get) .+\.$/)]);
      const [mail] = mailsTo(reader);
      if (kind.hasMail === false) continue;
      expect([kind.kind, mail?.notes?.map(({ text }) => text)]).toEqual([kind.kind, expect.arrayContaining([line?.reasonText])]);
      const { to: _to, greeting: _greeting, list: _list, ...said } = mail ?? { to: null, greeting: null };
      const words = [line?.line, line?.reasonText, ...wordsOf(said)].join('\n');
      expect([kind.kind, words.split('\n').filter(isForeign), /[{}]/.test(words)]).toEqual([kind.kind, [], false]);
    }
  }, 60_000);
});

/** Everything that is read of a mail, line by line. */
function wordsOf(said: unknown): readonly string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' && said !== null ? Object.entries(said).flatMap(([key, value]) => (['url', 'id', 'threadId', 'locale', 'quote'].includes(key) ? [] : wordsOf(value))) : [];
}
