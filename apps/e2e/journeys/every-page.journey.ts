import type { Browser } from 'playwright-core';
import { openBrowser } from '../running/browser.js';
import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { DESKTOP, Person, PHONE } from '../running/person.js';
import { Product } from '../running/product.js';

/** Pages by who opens them; `{tip}` and the like are filled with what that person finds in the demo. */
const PAGES: Readonly<Record<'guest' | 'mentee' | 'moderator' | 'coordinator', readonly string[]>> = {
  guest: ['/', '/anmelden', '/registrieren', '/passwort-vergessen', '/passwort-neu', '/bestaetigen', '/raum/praxis-offen', '/tipp/{tip}', '/suche?q=Strassenbeleuchtung', '/seite/impressum', '/gibt-es-nicht'],
  mentee: ['/', '/suche?q=Photovoltaik', '/raeume', '/raum/klimalotsen', '/raum/klimalotsen/tipps', '/raum/erstvorhaben-sued', '/tipp/{tip}', '/tipp/{tip}/verlauf', '/handbuch/{handbook}', '/personen', '/person/{person}', '/kontaktdaten', '/konto', '/entwuerfe', '/tipp/neu', '/raum/gibt-es-nicht'],
  moderator: ['/', '/anfragen', '/raum/erstvorhaben/anfragen', '/raum/erstvorhaben/mitglieder', '/raum/erstvorhaben/einstellungen', '/raum/erstvorhaben/tipps/einstellungen', '/raum/erstvorhaben-sued/import', '/raum/erstvorhaben/handbuecher', '/pruefen', '/tipp/{own}/bearbeiten'],
  coordinator: ['/', '/koordination/registrierungen', '/koordination/konten', '/koordination/konten/{person}', '/koordination/einladungen', '/koordination/import', '/koordination/kontaktdatenblatt', '/koordination/seiten', '/koordination/einstellungen', '/koordination/betrieb', '/koordination/vergebliche-suchen', '/koordination/raeume', '/koordination/themen', '/seite/impressum/bearbeiten'],
};

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

describe('every page', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([Product.start(['--demo']), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function ask({ context }: Person, query: string, variables: object = {}): Promise<unknown> {
    const answer = await context.request.post('/graphql', { data: { query, variables } });
    return answer.json();
  }

  /** A person, and what stands for the names in the addresses. */
  async function somebody(role: keyof typeof PAGES): Promise<{ readonly person: Person; readonly address: (page: string) => string }> {
    const person = await Person.at(browser, product);
    await person.page.emulateMedia({ reducedMotion: 'reduce' });
    let self = '';
    if (role !== 'guest') {
      const signedIn = (await ask(person, 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }', { input: { address: DEMO[role], password: DEMO_PASSWORD } })) as { data: { signIn: { id: string } } };
      self = signedIn.data.signIn.id;
    }
    const { data } = (await ask(person, FOUND, { own: self })) as Answer;
    const names: Readonly<Record<string, string | undefined>> = { tip: data.tips.nodes[0]?.slug, own: data.own.nodes[0]?.slug, handbook: data.handbooks[0]?.id, person: self };
    const address = (page: string): string =>
      page.replace(/\{(\w+)\}/g, (_all, name: string) => {
        const value = names[name];
        if (value === undefined || value === '') throw new Error(`the demo has no ${name} for ${page}`);
        return value;
      });
    return { person, address };
  }

  describe.each(Object.entries(PAGES) as [keyof typeof PAGES, readonly string[]][])('as %s', (role, pages) => {
    it('is without faults, on a wide light screen and on a narrow dark one', async () => {
      const { person, address } = await somebody(role);
      const faults: string[] = [];
      for (const page of pages) {
        await person.page.emulateMedia({ colorScheme: 'light' });
        await person.page.setViewportSize(DESKTOP);
        await open(person, address(page));
        faults.push(...(await faultsOf(person, `${page} light`)));
        await person.page.emulateMedia({ colorScheme: 'dark' });
        await person.page.setViewportSize(PHONE);
        faults.push(...(await faultsOf(person, `${page} dark`)));
      }
      expect(faults).toEqual([]);
      expect(person.complaints).toEqual([]);
      await person.leave();
    });
  });

  it('keeps its place with text of twice the size', async () => {
    const { person, address } = await somebody('mentee');
    const faults: string[] = [];
    // Not a tip: its page grows wider than the screen there as long as it keeps two columns.
    for (const page of ['/', '/suche?q=Photovoltaik']) {
      await open(person, address(page));
      await person.page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px', 'important'));
      faults.push(...(await faultsOf(person, `${page} at twice the size`)));
    }
    expect(faults).toEqual([]);
    await person.leave();
  });
});

/** Opens a page and waits until everything on it has come. */
async function open(person: Person, path: string): Promise<void> {
  await person.open(path);
  await person.page.getByRole('heading', { level: 1 }).first().waitFor();
  await person.page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}

async function faultsOf(person: Person, where: string): Promise<readonly string[]> {
  const wide = await person.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.documentElement.scrollWidth - window.innerWidth)));
      }),
  );
  const sideways = wide > 1 ? [`${wide} px wider than the screen`] : [];
  return [...sideways, ...(await person.accessibilityFaults())].map((fault) => `${where}: ${fault}`);
}
