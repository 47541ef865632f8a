import type { Page } from 'playwright-core';
import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { DESKTOP, PHONE } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { discussionsOf } from './discussions.js';

type Role = 'guest' | keyof typeof DEMO;

/** Something that opens on a page: what is looked at, and how it gets there. */
interface Opened {
  readonly name: string;
  readonly path: string;
  readonly open: (page: Page) => Promise<unknown>;
  /** What must be there then; a dialog unless said. */
  readonly shown?: string;
}

/** Some forty things, each looked at in two ways, perhaps on a busy machine. */
const LONG_MS = 300_000;

const MENU = '[role="menu"]';
const LIST = '[role="listbox"]';
const DIALOG = 'dialog[open]';

const press = (name: string | RegExp, nth = 0) => async (page: Page): Promise<void> => page.getByRole('button', { name }).nth(nth).click();
const choose = (menu: string | RegExp, entry: string | RegExp) => async (page: Page): Promise<void> => {
  await press(menu)(page);
  await page.getByRole('menuitem', { name: entry }).click();
};

const part = (page: Page, name: string) => page.getByRole('form', { name });

async function previewImport(page: Page): Promise<void> {
  await page.locator('input[type="file"]').first().setInputFiles([
    { name: 'gut.md', mimeType: 'text/markdown', buffer: Buffer.from('---\ntitle: Wohin mit dem Laub?\n---\n\nLiegen lassen, wo es nicht stört.\n') },
    { name: 'leer.md', mimeType: 'text/markdown', buffer: Buffer.from('') },
  ]);
  await press('Vorschau ansehen')(page);
}

async function newChapter(page: Page): Promise<void> {
  await press('Kapitel hinzufügen')(page);
  await press('Speichern')(page);
}

async function openGate(page: Page): Promise<void> {
  await part(page, 'Zugang').getByLabel('Offener Beitritt').check();
  await part(page, 'Zugang').getByRole('button', { name: 'Speichern' }).click();
}

async function showToAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Öffentlich/ }).check();
  await press('Änderung ansehen')(page);
}

async function mention(page: Page): Promise<void> {
  await press('Antwort schreiben')(page);
  await page.getByRole('textbox', { name: 'Text der Antwort' }).click();
  await page.keyboard.type('@So');
}

async function moveToAll(page: Page): Promise<void> {
  await choose('Mehr', 'In einen anderen Raum verschieben')(page);
  await page.getByLabel('Zielraum').selectOption({ label: 'Klimalotsen' });
}

const OPENED: Readonly<Record<Role, readonly Opened[]>> = {
  guest: [
    { name: 'appearance', path: '/', open: press('Darstellung'), shown: MENU },
    { name: 'suggestions', path: '/', open: async (page) => page.getByRole('combobox', { name: 'Suchen' }).fill('Wärme'), shown: `${LIST} [role="option"]` },
    { name: 'filters of a search', path: '/suche?q=Strassenbeleuchtung&zeit=spanne', open: async (page) => page.getByLabel(/Geändert ab/).fill('2026-01-01'), shown: 'input[type="date"]' },
    { name: 'mistakes at signing in', path: '/anmelden', open: press('Anmelden'), shown: '[aria-invalid="true"]' },
    { name: 'mistakes at registering', path: '/registrieren', open: press('Registrieren'), shown: '[aria-invalid="true"]' },
  ],
  mentee: [
    { name: 'account', path: '/raeume', open: press(/^Konto von/), shown: MENU },
    { name: 'what else a tip offers', path: '/tipp/{tip}', open: press('Mehr'), shown: MENU },
    { name: 'a tip that is outdated', path: '/tipp/{tip}', open: press('Ist veraltet') },
    { name: 'leaving a space', path: '/raum/klimalotsen/mitglieder', open: press('Raum verlassen') },
    { name: 'another role', path: '/konto', open: press('Beides') },
    { name: 'topics to choose', path: '/kontaktdaten', open: async (page) => page.locator('input[role="combobox"]').nth(1).click(), shown: `${LIST} [role="option"]` },
    { name: 'notices', path: '/raeume', open: press(/^Hinweise/), shown: MENU },
    { name: 'why a notice came', path: '/hinweise', open: async (page) => page.getByText('Warum bekomme ich das?').first().click(), shown: 'details[open]' },
    { name: 'marking all as read', path: '/neu', open: press('Alles gelesen') },
    { name: 'keys', path: '/neu', open: press('Tastenkürzel') },
    { name: 'following', path: '/d/{poll}', open: press(/^(Folgen|Sie folgen|Stumm)$/), shown: MENU },
    { name: 'reacting', path: '/d/{poll}', open: press('Reagieren'), shown: MENU },
    { name: 'what can be done with a post', path: '/d/{poll}', open: press(/^Mehr zum Beitrag/), shown: MENU },
    { name: 'reporting a post', path: '/d/{poll}', open: choose(/^Mehr zum Beitrag/, 'Melden') },
    { name: 'reporting a poll', path: '/d/{poll}', open: press('Melden') },
    { name: 'keeping a post', path: '/d/{poll}', open: choose(/^Mehr zum Beitrag/, 'Merken …') },
    { name: 'people to mention', path: '/d/{poll}', open: mention, shown: `${LIST} [role="option"]` },
    { name: 'deleting a post', path: '/d/{closed}', open: choose(/^Mehr zum Beitrag von Jonas/, 'Löschen') },
    { name: 'changing a post', path: '/d/{closed}', open: choose(/^Mehr zum Beitrag von Jonas/, 'Bearbeiten'), shown: '[role="textbox"]' },
    { name: 'similar ones', path: '/raum/klimalotsen/diskussion/neu', open: async (page) => page.getByLabel('Titel').fill('Wärmepumpe an der Grundschule'), shown: 'section[aria-label="Gibt es das schon?"] a' },
    { name: 'fields of a poll', path: '/raum/klimalotsen/diskussion/neu', open: async (page) => page.getByRole('checkbox', { name: /Mit einer Umfrage/ }).check(), shown: 'main button:has-text("Weitere Antwort")' },
    { name: 'mistakes in a discussion', path: '/raum/klimalotsen/diskussion/neu', open: press('Veröffentlichen'), shown: '[aria-invalid="true"]' },
    { name: 'a topic that does not exist', path: '/kontaktdaten', open: async (page) => page.locator('input[role="combobox"]').nth(1).fill('Quark mit Soße'), shown: LIST },
  ],
  mentor: [
    { name: 'kinds of paragraphs', path: '/tipp/{own}/bearbeiten', open: press(/^Absatzart/), shown: MENU },
    { name: 'callouts', path: '/tipp/{own}/bearbeiten', open: press('Kasten'), shown: MENU },
    { name: 'tables', path: '/tipp/{own}/bearbeiten', open: press('Tabelle'), shown: MENU },
    { name: 'a link', path: '/tipp/{own}/bearbeiten', open: press('Link') },
    { name: 'topics of a tip', path: '/tipp/{own}/bearbeiten', open: async (page) => page.getByRole('combobox', { name: /^Themen/ }).click(), shown: `${LIST} [role="option"]` },
    { name: 'handing in', path: '/tipp/{own}/bearbeiten', open: press(/^Zur Freigabe einreichen|^Veröffentlichen/) },
    { name: 'earlier drafts', path: '/tipp/{own}/bearbeiten', open: choose('Mehr', 'Frühere Entwürfe') },
    { name: 'throwing a draft away', path: '/tipp/{own}/bearbeiten', open: choose('Mehr', 'Entwurf verwerfen') },
    { name: 'markdown', path: '/tipp/{own}/bearbeiten', open: press(/^Quelltext$/), shown: 'textarea[aria-labelledby]' },
    { name: 'handing a tip over', path: '/tipp/{own}', open: choose('Mehr', 'Übergeben') },
    { name: 'retiring a tip', path: '/tipp/{own}', open: choose('Mehr', 'Zurückziehen') },
    { name: 'a chapter of a handbook without its heading', path: '/handbuch/{handbook}/bearbeiten', open: newChapter, shown: '[role="alert"]' },
    { name: 'a tip for a handbook', path: '/handbuch/{handbook}/bearbeiten', open: async (page) => page.getByRole('combobox', { name: 'Tipp hinzufügen' }).first().fill('Wärme'), shown: `${LIST} [role="option"]` },
    { name: 'deleting a handbook', path: '/handbuch/{handbook}/bearbeiten', open: press('Handbuch löschen') },
  ],
  moderator: [
    { name: 'what an import would do', path: '/raum/erstvorhaben-sued/import', open: previewImport, shown: 'main button:has-text("importieren")' },
    { name: 'declining a request', path: '/anfragen', open: press(/^Ablehnen/) },
    { name: 'asking back', path: '/anfragen', open: press(/^Rückfrage/) },
    { name: 'inviting people', path: '/raum/erstvorhaben/mitglieder', open: press('Personen einladen') },
    { name: 'a link to invite', path: '/raum/erstvorhaben/mitglieder', open: press('Einladungslink erstellen') },
    { name: 'what can be done with a member', path: '/raum/erstvorhaben/mitglieder', open: press(/Birte Hansen/), shown: MENU },
    { name: 'who could come in through a gate', path: '/raum/erstvorhaben/einstellungen', open: openGate },
    { name: 'who would see a space', path: '/raum/erstvorhaben/einstellungen', open: showToAll },
    { name: 'title and topics of a discussion', path: '/d/{closed}', open: choose('Mehr', 'Titel und Themen ändern') },
    { name: 'closing a discussion', path: '/d/{closed}', open: choose('Mehr', 'Schließen') },
    { name: 'slow mode', path: '/d/{closed}', open: choose('Mehr', 'Langsamer Modus') },
    { name: 'who would see a moved discussion', path: '/d/{closed}', open: moveToAll, shown: `${DIALOG} dl, ${DIALOG} table, ${DIALOG} li` },
    { name: 'splitting a discussion', path: '/d/{closed}', open: choose('Mehr', 'Beiträge abtrennen') },
    { name: 'merging discussions', path: '/d/{closed}', open: choose('Mehr', 'Mit einer anderen zusammenführen') },
    { name: 'a measure', path: '/raum/erstvorhaben/moderation/massnahmen', open: press('Neue Maßnahme') },
    { name: 'archiving a space', path: '/raum/erstvorhaben/einstellungen', open: press(/archivieren/) },
  ],
  coordinator: [
    { name: 'approving', path: '/koordination/registrierungen', open: press(/^Freigeben/) },
    { name: 'asking somebody back', path: '/koordination/registrierungen', open: press('Rückfrage …') },
    { name: 'declining', path: '/koordination/registrierungen', open: press(/^Ablehnen/) },
    { name: 'suspending, with a date', path: '/koordination/konten/{other}', open: press(/sperren/i) },
    { name: 'an invitation', path: '/koordination/einladungen', open: press(/Einladung/) },
    { name: 'a field of the sheet', path: '/koordination/kontaktdatenblatt', open: press(/Feld hinzufügen|Neues Feld/) },
    { name: 'a new space', path: '/koordination/raeume', open: press(/Raum anlegen|Neuer Raum/) },
  ],
};

const FOUND = `query ($own: String) {
  tips(first: 1) { nodes { slug } }
  own: tips(first: 1, author: $own) { nodes { slug } }
  handbooks { id }
}`;

interface Answer {
  readonly data: { readonly tips: { readonly nodes: readonly { readonly slug: string }[] }; readonly own: { readonly nodes: readonly { readonly slug: string }[] }; readonly handbooks: readonly { readonly id: string }[] };
}

/** Everything that opens on pages: the demo is only looked at. */
export function describeWhatOpens(scene: Scene): void {
  describe('what opens', () => {
    async function faultsAs(role: Role): Promise<readonly string[]> {
      const person = await scene.somebody();
      const { page } = person;
      const self = role === 'guest' ? '' : await person.signInQuickly(DEMO[role], DEMO_PASSWORD);
      const other = role === 'coordinator' ? await somebodyElse() : '';
      const { data } = (await person.ask(FOUND, { own: self })) as Answer;
      const names: Readonly<Record<string, string | undefined>> = { ...(await discussionsOf(person)), tip: data.tips.nodes[0]?.slug ?? '', own: data.own.nodes[0]?.slug ?? '', handbook: data.handbooks[0]?.id ?? '', other };
      const faults: string[] = [];
      let at = '';
      for (const { name, path, open, shown = DIALOG } of OPENED[role]) {
        const note = (found: readonly string[], how: string): number => faults.push(...found.map((fault) => `${role}, ${name}, ${how}: ${fault}`));
        await person.lookAs('light', DESKTOP);
        // What was opened before on the same page goes away as people send it away.
        if (path === at) await page.keyboard.press('Escape');
        else await person.openWhole(path.replace(/\{(\w+)\}/, (_all, key: string) => names[key] ?? ''));
        at = path;
        page.setDefaultTimeout(10_000);
        try {
          await open(page);
          await page.locator(shown).first().waitFor();
          note(await person.accessibilityFaults(), 'light');
          await person.lookAs('dark', PHONE);
          // A list hides while its field is out of sight.
          await page.evaluate(() => document.activeElement?.scrollIntoView({ block: 'center' }));
          // Turning the screen must not take away what one is at.
          await page.locator(shown).first().waitFor();
          // The page around it is looked at like this in every-page.ts.
          const within = [DIALOG, MENU].includes(shown) ? shown : undefined;
          note([...(await person.sidewaysFaults()), ...(await person.accessibilityFaults(within))], 'dark and narrow');
        } catch (error) {
          note([String(error).split('\n')[0] ?? ''], 'did not open');
        }
      }
      faults.push(...person.complaints);
      await person.leave();
      return faults;
    }

    async function somebodyElse(): Promise<string> {
      const mentee = await scene.somebody();
      const id = await mentee.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
      await mentee.leave();
      return id;
    }

    it.each([
      ['guests and mentors', ['guest', 'mentor']],
      ['mentees, moderators and coordinators', ['mentee', 'moderator', 'coordinator']],
    ] as const)(
      'is without faults for %s: menus, dialogs, lists to choose from, mistakes in forms',
      async (_who, roles) => {
        const faults = await Promise.all(roles.map(faultsAs));
        expect(faults.flat()).toEqual([]);
      },
      LONG_MS,
    );

    it('waiting, failing and being offline are without faults and offer a way on', async () => {
      const jonas = await scene.somebody();
      await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
      const { page, context } = jonas;
      await jonas.openWhole('/raeume');

      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/graphql', async (route) => {
        await held;
        await route.abort();
      });
      await page.getByRole('link', { name: 'Personen' }).first().click();
      await page.locator('main [aria-busy="true"]').first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      answer();
      const again = page.locator('main').getByRole('button', { name: /Noch einmal|Erneut|versuchen/ }).first();
      await again.waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await jonas.lookAs('dark', PHONE);
      expect([...(await jonas.sidewaysFaults()), ...(await jonas.accessibilityFaults())]).toEqual([]);

      await context.setOffline(true);
      await page.getByText('Gerade kein Netz.').first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await page.unroute('**/graphql');
      await context.setOffline(false);
      // Whatever the page is told first makes it come by itself, else one press does.
      await again.click({ timeout: 5000 }).catch(() => undefined);
      await page.getByRole('link', { name: 'Birte Hansen' }).first().waitFor();
      await jonas.leave();
    });

    // Last: from here on everybody is asked for their consent.
    it('a new text that needs consent is asked for without faults, at home and with the account', async () => {
      const karla = await scene.somebody();
      await karla.signInQuickly(DEMO.coordinator, DEMO_PASSWORD);
      const { data } = (await karla.ask('{ sitePage(slug: "hausregeln", locale: "de") { version } }')) as { data: { sitePage: { version: number } } };
      const saved = await karla.ask('mutation ($input: SaveSitePageInput!) { saveSitePage(input: $input) { slug } }', {
        input: { slug: 'hausregeln', locale: 'de', baseVersion: data.sitePage.version, title: 'Hausregeln', body: 'Wir hören einander zu.', needsConsent: true },
      });
      expect(saved).toEqual({ data: { saveSitePage: { slug: 'hausregeln' } } });
      const jonas = await scene.somebody();
      await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
      for (const path of ['/', '/konto']) {
        await jonas.lookAs('light', DESKTOP);
        await jonas.openWhole(path);
        await jonas.page.getByText('Es gibt einen neuen Text').waitFor();
        expect(await jonas.accessibilityFaults()).toEqual([]);
        await jonas.page.getByRole('button', { name: 'Zustimmen', exact: true }).click();
        await jonas.page.getByText('Bitte ankreuzen, was gelesen ist').waitFor();
        await jonas.lookAs('dark', PHONE);
        expect([...(await jonas.sidewaysFaults()), ...(await jonas.accessibilityFaults())]).toEqual([]);
      }
      await jonas.page.getByLabel(/Ich halte mich an die/).check();
      await jonas.page.getByRole('button', { name: 'Zustimmen', exact: true }).click();
      await jonas.page.getByText('Danke, das ist festgehalten.').first().waitFor();
      await jonas.openWhole('/');
      expect(await jonas.page.getByText('Es gibt einen neuen Text').count()).toBe(0);
      expect(jonas.complaints).toEqual([]);
      await jonas.leave();
      await karla.leave();
    });
  });
}
