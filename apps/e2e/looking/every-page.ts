import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { DESKTOP, PHONE, type Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { discussionsOf } from './discussions.js';

/** Pages by who opens them; `{tip}` and the like are filled with what that person finds in the demo. */
const PAGES = {
  guest: ['/', '/anmelden', '/registrieren', '/raeume', '/raum/praxis-offen/tipps', '/passwort-vergessen', '/passwort-neu', '/bestaetigen', '/raum/praxis-offen', '/tipp/{tip}', '/suche?q=Strassenbeleuchtung', '/seite/impressum', '/diskussionen', '/raum/praxis-offen/diskussionen', '/d/{open}', '/melden/discussion/{openId}', '/abmelden-von/unvollstaendig', '/neu', '/hinweise', '/meldungen', '/gibt-es-nicht'],
  mentee: ['/', '/suche?q=Photovoltaik', '/raeume', '/raum/klimalotsen', '/raum/klimalotsen/tipps', '/raum/erstvorhaben-sued', '/tipp/{tip}', '/tipp/{tip}/verlauf', '/handbuch/{handbook}', '/handbuch/{handbook}/verlauf', '/personen', '/person/{person}', '/kontaktdaten', '/konto', '/entwuerfe', '/tipp/neu', '/raum/klimalotsen/mitglieder', '/diskussionen', '/raum/klimalotsen/diskussionen?zeige=ungelesen', '/raum/klimalotsen/diskussion/neu', '/diskussion/neu', '/angefangen', '/d/{poll}', '/d/{solved}/2', '/d/{closed}', '/neu', '/hinweise', '/konto/benachrichtigungen', '/konto/feeds', '/lesezeichen', '/meldungen', '/raum/klimalotsen/moderation/protokoll', '/d/gibt-es-nicht', '/raum/gibt-es-nicht'],
  moderator: ['/', '/anfragen', '/raum/erstvorhaben/anfragen', '/raum/erstvorhaben/mitglieder', '/raum/erstvorhaben/einstellungen', '/raum/erstvorhaben/tipps/einstellungen', '/raum/erstvorhaben-sued/import', '/raum/erstvorhaben/handbuecher', '/pruefen', '/tipp/{own}/bearbeiten', '/d/{closed}', '/d/{solved}/praxistipp', '/moderation', '/moderation?liste=entschieden', '/raum/erstvorhaben/moderation', '/raum/erstvorhaben/moderation/massnahmen', '/raum/erstvorhaben/moderation/protokoll', '/raum/erstvorhaben/moderation/einstellungen', '/raum/erstvorhaben/mailregeln'],
  coordinator: ['/', '/koordination/registrierungen', '/koordination/konten', '/koordination/konten/{person}', '/koordination/einladungen', '/koordination/import', '/koordination/kontaktdatenblatt', '/koordination/seiten', '/koordination/einstellungen', '/koordination/betrieb', '/koordination/vergebliche-suchen', '/koordination/mail', '/koordination/raeume', '/koordination/themen', '/seite/impressum/bearbeiten'],
} as const;

type Role = keyof typeof PAGES;

/** Some fifty pages, each looked at in four ways, perhaps on a busy machine. */
const LONG_MS = 600_000;

const FOUND = `query ($own: String) {
  tips(first: 1) { nodes { slug } }
  own: tips(first: 1, author: $own) { nodes { slug } }
  handbooks { id }
}`;

interface Answer {
  readonly data: {
    readonly tips: { readonly nodes: readonly { readonly slug: string }[] };
    readonly own: { readonly nodes: readonly { readonly slug: string }[] };
    readonly handbooks: readonly { readonly id: string }[];
  };
}

/** Every page as everybody opens it: the demo is only looked at. */
export function describeEveryPage(scene: Scene): void {
  describe('every page', () => {
    /** A person, and what stands for the names in the addresses. */
    async function somebody(role: Role): Promise<{ readonly person: Person; readonly address: (page: string) => string }> {
      const person = await scene.somebody();
      const self = role === 'guest' ? '' : await person.signInQuickly(DEMO[role], DEMO_PASSWORD);
      const { data } = (await person.ask(FOUND, { own: self })) as Answer;
      const names: Readonly<Record<string, string | undefined>> = { ...(await discussionsOf(person)), tip: data.tips.nodes[0]?.slug, own: data.own.nodes[0]?.slug, handbook: data.handbooks[0]?.id, person: self };
      const address = (page: string): string =>
        page.replace(/\{(\w+)\}/g, (_all, name: string) => {
          const value = names[name];
          if (value === undefined || value === '') throw new Error(`the demo has no ${name} for ${page}`);
          return value;
        });
      return { person, address };
    }

    async function faultsAs(role: Role): Promise<readonly string[]> {
      const { person, address } = await somebody(role);
      const faults: string[] = [];
      for (const page of PAGES[role]) {
        const note = (found: readonly string[], how: string): number => faults.push(...found.map((fault) => `${role} ${page} ${how}: ${fault}`));
        await person.lookAs('light', DESKTOP);
        await person.openWhole(address(page));
        note(await person.sidewaysFaults(), 'wide');
        note(await person.accessibilityFaults(), 'light');
        await person.magnify(true);
        note(await person.sidewaysFaults(), 'wide, twice the size');
        await person.lookAs('dark', PHONE);
        note(await person.sidewaysFaults(), 'narrow, twice the size');
        await person.magnify(false);
        note(await person.sidewaysFaults(), 'narrow');
        note(await person.accessibilityFaults(), 'dark');
      }
      faults.push(...person.complaints);
      await person.leave();
      return faults;
    }

    // Two at a time: while one page waits for the server, the other is looked at.
    it.each([
      ['guests and moderators', ['guest', 'moderator']],
      ['mentees and coordinators', ['mentee', 'coordinator']],
    ] as const)(
      'is without faults for %s: wide and narrow, light and dark, with text of twice the size',
      async (_who, roles) => {
        const faults = await Promise.all(roles.map(faultsAs));
        expect(faults.flat()).toEqual([]);
      },
      LONG_MS,
    );
  });
}
