import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { accountsDomain } from '#accounts/server';
import { createMailer, Outbox, readConfig } from '#platform/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace } from '../../../spaces/server/spaces.testing.js';
import { notificationsDomain } from '../index.js';
import { TestThings } from '../notifications.testing.js';

/** What the mail server does with the next mail. */
let mood: 'takes' | 'busy' | 'refuses' | 'slow' | 'breaksOff' = 'takes';
const taken: { readonly to: string; readonly source: string }[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, done) => {
    if (mood === 'refuses') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    if (mood === 'busy') return done(Object.assign(new Error('try later'), { responseCode: 451 }));
    return done();
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    if (mood === 'breaksOff') {
      // In the middle of the message the line is gone.
      cut();
      stream.resume();
      return;
    }
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      setTimeout(() => {
        taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', source: Buffer.concat(chunks).toString() });
        done();
      }, mood === 'slow' ? 1500 : 0);
    });
  },
});

/** Between product and mail server, so that the line can be cut without either being asked. */
const lines = new Set<Socket>();
let line: Server;
function cut(): void {
  for (const socket of lines) socket.destroy();
}

let server: TestServer;
let things: TestThings;
let author: TestAccount;
let reader: TestAccount;
let port = 0;

async function openLine(): Promise<void> {
  line = createServer((socket) => {
    const onward = new (socket.constructor as typeof Socket)().connect((smtp.server.address() as AddressInfo).port, '127.0.0.1');
    for (const [here, there] of [[socket, onward], [onward, socket]] as const) {
      lines.add(here);
      here.on('error', () => undefined).on('close', () => {
        lines.delete(here);
        there.destroy();
      });
      here.pipe(there);
    }
  });
  await new Promise<void>((resolve) => line.listen(port, '127.0.0.1', resolve));
  ({ port } = line.address() as AddressInfo);
}

const closeLine = (): Promise<void> => new Promise((resolve) => {
  line.close(() => resolve());
  cut();
});

beforeAll(async () => {
  // Cut lines are the point here.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  await openLine();
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
  const mailer = createMailer(readConfig({ NODE_ENV: 'test', SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'https://pusteblume.example' }));
  server.mailBox.send = (mail) => mailer.send(mail);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await closeLine();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

beforeEach(async () => {
  mood = 'takes';
  taken.length = 0;
  await server.db.query(`update notice set mail = 'done'`);
  author = await anAccount(server, { name: 'Mia Sommer' });
  reader = await anAccount(server, { name: 'Jürgen Groß' });
});

const decide = async (): Promise<void> => {
  server.clock.forward(180_000);
  await server.app.get(Outbox).runNow('notifications.due');
};
/** The next try of what failed, without waiting for its pause. */
const tryAgain = async (): Promise<void> => {
  await server.db.query(`update outbox.job set state = 'created', start_after = now() where name = 'notifications.mails' and state in ('retry', 'active')`);
  await server.drain();
};
const tellReader = () => things.tell(things.make({ in: null }), [reader], { by: author });

describe('a mail about a notice, over a real mail server', () => {
  it('is complete: both parts, list, thread and machine headers', async () => {
    const space = await aSpace(server, { visibility: 'programme', name: 'Gartenrunde' });
    const thing = things.make({ in: space, text: 'Guten Tag <b>alle</b>' });
    const rendered = things.make({ in: space, threadId: thing.threadId, text: 'Siehe Plan', html: '<p>Siehe <strong>Plan</strong> <img src="https://zaehlt.example/1.png" alt="Bild"><a href="/tipp/x">hier</a></p>' });
    await things.tell(rendered, [reader], { by: author });
    await things.tell(thing, [reader], { by: author });
    await decide();
    await server.drain();
    expect(taken).toHaveLength(1);
    const mail = await PostalMime.parse(taken[0]?.source ?? '');
    const header = (key: string): string => mail.headers.find((candidate) => candidate.key === key)?.value ?? '';
    expect(mail.to).toEqual([{ address: reader.address, name: 'Jürgen Groß' }]);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/abmelden-von\/[\w~-]+>$/);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toContain('mentions.notices.');
    expect(header('references')).toContain(thing.threadId);
    expect(mail.html).toContain('<html lang="de">');
    expect(mail.html).toContain('Guten Tag &lt;b&gt;alle&lt;/b&gt;');
    expect(mail.html).toContain('<p>Siehe <strong>Plan</strong> Bild (https://zaehlt.example/1.png)<a href="http://localhost:3000/tipp/x">hier</a></p>');
    expect(mail.html).not.toMatch(/<img|src=|<link|@import|@font|url\(/);
    expect(mail.text).toContain('> Guten Tag <b>alle</b>');
  });

  it('keeps no user waiting, however slow the mail server is', async () => {
    mood = 'slow';
    await tellReader();
    await decide();
    const sending = server.drain();
    const started = performance.now();
    await server.data(author.caller, '{ unreadNoticeCount }');
    await things.tell(things.make({ in: null }), [reader], { by: author });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(taken).toEqual([]);
    await sending;
    expect(taken).toHaveLength(1);
  });

  it('goes out once when the mail server comes back', async () => {
    await tellReader();
    await decide();
    await closeLine();
    await expect(server.drain()).rejects.toThrow('the mail server did not take the mail');
    await expect(tryAgain()).rejects.toThrow('the mail server did not take the mail');
    await openLine();
    await tryAgain();
    await tryAgain();
    expect(taken).toHaveLength(1);
  });

  it.each(['busy', 'breaksOff'] as const)('goes out once, under one name, after a mail server that %s', async (first) => {
    mood = first;
    await tellReader();
    await decide();
    await expect(server.drain()).rejects.toThrow('the mail server did not take the mail');
    const [before] = await server.db.query<{ id: string }>('select id from notice_mail where account_id = $1', [reader.id]);
    mood = 'takes';
    await tryAgain();
    await tryAgain();
    expect(taken).toHaveLength(1);
    expect((await PostalMime.parse(taken[0]?.source ?? '')).messageId).toContain(before?.id ?? 'no mail');
  });

  it('is tried once where the mail server refuses the mailbox for good, which the coordination sees', async () => {
    mood = 'refuses';
    await tellReader();
    await decide();
    await server.drain();
    mood = 'takes';
    await tryAgain();
    expect(taken).toEqual([]);
    expect(await server.app.get(Outbox).hopeless()).toEqual([]);
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const { undeliverableMails } = await server.data<{ undeliverableMails: { nodes: readonly object[] } }>(coordinator.caller, '{ undeliverableMails { nodes { accountId refusals lastCode stoppedAt } } }');
    expect(undeliverableMails.nodes).toEqual([{ accountId: reader.id, refusals: 1, lastCode: 550, stoppedAt: null }]);
  });

  it('is made anew at each try: who left meanwhile gets nothing', async () => {
    mood = 'busy';
    await tellReader();
    await decide();
    await expect(server.drain()).rejects.toThrow('did not take the mail');
    await server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [reader.id]);
    mood = 'takes';
    await tryAgain();
    expect(taken).toEqual([]);
  });

  it('is listed for the coordination when it stays hopeless, without a word of what it said', async () => {
    mood = 'busy';
    await things.tell(things.make({ in: null, title: 'Verborgenwort' }), [reader], { by: author });
    await decide();
    await server.db.query(`update outbox.job set retry_limit = 1, retry_delay = 0, retry_backoff = false where name = 'notifications.mails' and state = 'created'`);
    const outbox = server.app.get(Outbox);
    await outbox.work();
    const deadline = Date.now() + 20_000;
    while ((await outbox.hopeless()).length === 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    const hopeless = await outbox.hopeless();
    expect(hopeless).toMatchObject([{ consumer: 'notifications.mails', event: 'NoticeMailDue' }]);
    const [kept] = await server.db.query<{ text: string }>(`select data::text || coalesce(output::text, '') as text from outbox.job where name = 'hopeless'`);
    expect(kept?.text).not.toContain('Verborgenwort');
    expect(kept?.text).not.toContain(reader.address);
    mood = 'takes';
    await outbox.retryHopeless(hopeless[0]?.id ?? '');
    while (taken.length === 0 && Date.now() < deadline + 20_000) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(taken).toHaveLength(1);
  }, 60_000);
});
