import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupCode } from '#accounts/server';
import { Notices } from '#notifications/server';
import { Db, Outbox, Refusal } from '#platform/server';
import type { DemoSurroundings } from './demo-surroundings.js';
import { DISCUSSIONS } from './discussions/index.js';
import { DemoDiscussions } from './fill-discussions.js';
import { DEMO_PASSWORD, DemoPeople, PROGRAMME_NAME } from './fill-people.js';
import { DemoSpaces } from './fill-spaces.js';
import { DemoTips } from './fill-tips.js';
import { PEOPLE, REGISTRATIONS } from './people.js';

const COORDINATOR = 'koch';

/** Whom to be, to see what. */
const WAYS_IN: readonly { readonly key: string; readonly role: string; readonly sees: string }[] = [
  { key: COORDINATOR, role: 'Koordination', sees: 'wartende Registrierungen, alle Konten' },
  { key: 'bergmueller', role: 'Moderation', sees: 'wartende Anfragen, eine Meldung, einen Tipp zur Durchsicht' },
  { key: 'hansen', role: 'Mentorin', sees: 'eine offene Frage, einen Entwurf, den verborgenen Raum' },
  { key: 'brueckner', role: 'Mentee', sees: 'geschlossene Räume als Mitglied' },
  { key: 'wolff', role: 'Mitglied vor der Tür', sees: 'einen geschlossenen Raum, auf den er wartet' },
  { key: 'ziegler', role: 'wartet auf Aufnahme', sees: 'den Stand ihrer Registrierung' },
];

/**
 * Fills the demo programme through the product's own API, then tells how to sign in. Filled already it only tells; filled
 * half way it goes on. Nobody gets a mail of it.
 * @throws {Refusal} where a real programme lives here: its people must not meet invented ones.
 */
export async function fillDemoProgramme(app: NestFastifyApplication, surroundings: DemoSurroundings, say: (line: string) => void): Promise<void> {
  await refuseRealProgramme(app);
  const people = new DemoPeople(app, surroundings, PEOPLE, REGISTRATIONS);
  const tips = new DemoTips(app, surroundings, people);
  const discussions = new DemoDiscussions(app, surroundings, people);
  const hasTips = await tips.isComplete();
  if (!hasTips || !(await discussions.isComplete())) {
    const began = performance.now();
    const step = (line: string): void => say(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`);
    say('Das Demo-Programm wird gefüllt … / Filling the demo programme …');
    await surroundings.during(async () => {
      await people.fill();
      step(`${PEOPLE.length} Menschen, ${REGISTRATIONS.length} wartende Registrierungen`);
      await new DemoSpaces(app, surroundings, people).fill(COORDINATOR);
      step('Räume, Mitglieder und wartende Anfragen');
      if (!hasTips) await tips.fill(COORDINATOR, (done, of) => (done % 10 === 0 ? step(`${done} von ${of} Praxistipps`) : undefined));
      await discussions.fill();
      step(`${DISCUSSIONS.length} Diskussionen`);
      await people.signOut();
      await app.get(Outbox).drain();
      step('Suche und Handbuch');
      // Held mails are forgotten; what would only become one must not be sent once the present is back.
      await app.get(Db).write({ accountId: null }, async (tx) => app.get(Notices, { strict: false }).keepFromMails(tx));
    });
  }
  say(signIns());
}

async function refuseRealProgramme(app: NestFastifyApplication): Promise<void> {
  if (await app.get(SetupCode, { strict: false }).isNeeded()) return;
  const own = await app.get(Db).query('select 1 from account where address = $1 and deleted_at is null', [addressOf(COORDINATOR)]);
  if (own.length > 0) return;
  throw new Refusal(
    'In diesem Datenverzeichnis lebt schon ein Programm; die Demo wird nicht hineingemischt. Starten Sie ohne --demo oder mit einem anderen DATA_DIR.\n' +
      'A programme lives in this data directory already; the demo is not mixed into it. Start without --demo or with another DATA_DIR.',
  );
}

function addressOf(key: string): string {
  return [...PEOPLE, ...REGISTRATIONS].find((person) => person.key === key)?.address ?? '';
}

function signIns(): string {
  const lines = WAYS_IN.map(({ key, role, sees }) => `  ${addressOf(key).padEnd(38)} ${role.padEnd(22)} ${sees}`);
  return ['', `Demo: ${PROGRAMME_NAME}`, `Anmelden mit dem Passwort / sign in with the password: ${DEMO_PASSWORD}`, ...lines].join('\n');
}
