import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Product } from './product.js';
import { watchWhatIsSeen } from './what-is-seen.js';

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** What of the checker is used here. */
interface Checker {
  run(root: Document | Element, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[] }>;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CHECKER = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody at a browser of their own: cookies and storage are nobody else's. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly product: Product,
    /** What the browser complained about: script errors, violations of the security policy, requests elsewhere. */
    readonly complaints: string[],
  ) {}

  static async at(browser: Browser, product: Product, viewport: { width: number; height: number } = DESKTOP): Promise<Person> {
    const context = await browser.newContext({ viewport, locale: 'de-DE', baseURL: product.url });
    return new Person(await context.newPage(), context, product, []).watched();
  }

  /** The same person in another tab; what its page complains about is noted with the others. */
  async inNewTab(): Promise<Person> {
    return new Person(await this.context.newPage(), this.context, this.product, this.complaints).watched();
  }

  private watched(): this {
    const { page, product, complaints } = this;
    watchWhatIsSeen(page);
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(`policy: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(data|blob):/.test(request.url())) complaints.push(`elsewhere: ${request.url()}`);
    });
    return this;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.product.url + path);
  }

  async signIn(address: string, password: string): Promise<void> {
    await this.open('/anmelden');
    await this.page.getByLabel('E-Mail-Adresse').fill(address);
    await this.page.getByLabel('Passwort', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Anmelden' }).click();
    await this.page.waitForURL((url) => url.pathname !== '/anmelden');
  }

  /** As `signIn`, without the page for it: for journeys that begin behind it. Gives the account's id. */
  async signInQuickly(address: string, password: string): Promise<string> {
    const { data } = (await this.ask('mutation ($input: SignInInput!) { signIn(input: $input) { id } }', { input: { address, password } })) as { data: { signIn: { id: string } } };
    return data.signIn.id;
  }

  /** Asks the API as this person. */
  async ask(query: string, variables: object = {}): Promise<unknown> {
    const answer = await this.context.request.post('/graphql', { data: { query, variables } });
    return answer.json();
  }

  /** Opens a page and waits until everything on it has come. */
  async openWhole(path: string): Promise<void> {
    await this.open(path);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
  }

  /** How the page is looked at: colours and size of the window. */
  async lookAs(colorScheme: 'light' | 'dark', viewport: { width: number; height: number }): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await this.page.setViewportSize(viewport);
    await this.settle();
  }

  /** Half-way between light and dark, or between shut and open, nothing has the contrast it will have. */
  private async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const changes = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
      await Promise.all(changes.map((change) => change.finished.catch(() => undefined)));
    });
  }

  /** By how many pixels the page is wider than the window; it should never scroll sideways. */
  async sidewaysFaults(): Promise<readonly string[]> {
    const wide = await this.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          // On a phone a part of the page scrolls, elsewhere the window.
          const scrollers = (): readonly Element[] => [document.documentElement, ...document.querySelectorAll('#seite, dialog[open]')];
          const measure = (): void => resolve(Math.max(...scrollers().map((scroller) => scroller.scrollWidth - scroller.clientWidth)));
          requestAnimationFrame(() => requestAnimationFrame(measure));
        }),
    );
    return wide > 1 ? [`${wide} px wider than the screen`] : [];
  }

  /** Text of twice the size, as somebody sets it in their browser. */
  async magnify(isTwice: boolean): Promise<void> {
    await this.page.evaluate((size) => document.documentElement.style.setProperty('font-size', size, 'important'), isTwice ? '200%' : '');
  }

  /**
   * Faults an automatic check finds on the page as it stands, as short lines.
   * @param within a selector: only there.
   */
  async accessibilityFaults(within?: string): Promise<readonly string[]> {
    await this.settle();
    // Once per page that is loaded, and in this page itself: reading the checker in takes longer than checking.
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(CHECKER);
    return this.page.evaluate(async ({ tags, selector }) => {
      const { axe } = window as unknown as { readonly axe: Checker };
      const root = selector === undefined ? document : document.querySelector(selector);
      if (root === null) return [`nothing at ${selector}`];
      const { violations } = await axe.run(root, { runOnly: tags, resultTypes: ['violations'], preload: false });
      return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
    }, { tags: RULES, selector: within });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
