import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Product } from './product.js';

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

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
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(`policy: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(data|blob):/.test(request.url())) complaints.push(`elsewhere: ${request.url()}`);
    });
    return new Person(page, context, product, complaints);
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

  /** Faults an automatic check finds on the page as it stands, as short lines. */
  async accessibilityFaults(): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
