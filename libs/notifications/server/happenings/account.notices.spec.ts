import { accountsDomain } from '#accounts/server';
import { TestServer } from '#platform/server/testing';
import { spacesDomain } from '#spaces/server';
import { anAccount } from '../../../accounts/server/accounts.testing.js';
import { MAILS_PER_HOUR } from '../delivery/notice-mail.ledger.js';
import { notificationsDomain } from '../index.js';
import { sendAtOnce, sendDigests } from '../notifications.testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
}, 60_000);
afterAll(() => server.stop());

async function registers(): Promise<void> {
  const { id } = await anAccount(server, { standing: 'waiting', name: 'Verborgenwort Name' });
  await server.db.query(`update registration set stage = 'waiting' where account_id = $1`, [id]);
  await server.db.write({ accountId: null }, async (_tx, emit) => emit({ name: 'SheetFinished', payload: { accountId: id } }));
}

describe('mails to the coordination', () => {
  it('say that a registration waits, name nobody, and end by one click; many strangers cannot fill a mailbox', async () => {
    server.clock.moveTo(new Date('2026-06-10T10:00:00Z'));
    const coordinator = await anAccount(server, { siteRoles: ['coordinator'] });
    const mails = () => server.mailBox.mails.filter(({ to }) => to.address === coordinator.address);
    for (let index = 0; index < MAILS_PER_HOUR + 3; index += 1) await registers();
    await server.drain();
    await sendAtOnce(server);
    expect(mails()).toHaveLength(MAILS_PER_HOUR);
    expect(mails()[0]).toMatchObject({ subject: 'Pusteblume: Eine Registrierung wartet', list: { id: 'moderation.notices' } });
    expect(JSON.stringify(mails())).not.toContain('Verborgenwort');
    server.clock.moveTo(new Date('2026-06-11T06:00:00Z'));
    await sendDigests(server);
    expect(mails().at(-1)?.subject).toBe('Pusteblume: Ihre Zusammenfassung, 3 Neuigkeiten');
  });
});
