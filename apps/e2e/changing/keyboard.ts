import type { Locator, Page } from 'playwright-core';
import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import type { Scene } from '../running/scene.js';

/** More than any page here has places to stop at. */
const MOST_PRESSES = 90;

/** Writing without a mouse, in the space of all members. */
export function describeKeyboard(scene: Scene): void {
  describe('with the keyboard alone', () => {
    /** Walks by one key until something has the focus. */
    async function walkTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
      await target.waitFor();
      for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${MOST_PRESSES} times ${key} did not lead to ${target}`);
    }

    /** The focus comes back to the text a moment after a tool was used; fingers are slower than this journey. */
    async function untilIn(page: Page, target: Locator): Promise<void> {
      await page.waitForFunction((element) => element === document.activeElement, await target.elementHandle());
    }

    it('a tip is written, published and found again', async () => {
      const birte = await scene.somebody();
      await birte.signInQuickly(DEMO.mentor, DEMO_PASSWORD);
      await birte.openWhole('/entwuerfe');
      const { page } = birte;
      const { keyboard } = page;

      await walkTo(page, page.getByRole('link', { name: 'Neuen Tipp schreiben' }).first());
      await keyboard.press('Enter');
      await walkTo(page, page.locator('main').getByRole('link', { name: 'Klimalotsen' }));
      await keyboard.press('Enter');
      await walkTo(page, page.getByLabel('Titel'));
      await keyboard.type('Wie wird der Schulhof im Sommer kühler?');
      await walkTo(page, page.getByLabel('In einem Satz'));
      await keyboard.type('Schatten zuerst, dann Wasser.');

      const text = page.getByRole('textbox', { name: 'Text', exact: true });
      await walkTo(page, text);
      await keyboard.type('Erst hinsehen, dann planen.');
      await keyboard.press('Enter');
      // The kind of paragraph stands first in the row of tools.
      await keyboard.press('Alt+F10');
      await walkTo(page, page.getByRole('button', { name: /^Absatzart/ }), 'ArrowRight');
      await keyboard.press('ArrowDown');
      await walkTo(page, page.getByRole('menuitemradio', { name: 'Überschrift 2' }), 'ArrowDown');
      await keyboard.press('Enter');
      await untilIn(page, text);
      await keyboard.type('Vorgehen');
      await keyboard.press('Enter');
      await keyboard.press('Alt+F10');
      await walkTo(page, page.getByRole('button', { name: 'Liste', exact: true }), 'ArrowRight');
      await keyboard.press('Enter');
      await untilIn(page, text);
      await keyboard.type('Bäume pflanzen');
      await keyboard.press('Enter');
      await keyboard.type('Boden öffnen');
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await keyboard.press('Control+k');
      const dialog = page.getByRole('dialog');
      await walkTo(page, dialog.getByLabel('Adresse'));
      await keyboard.type('www.example.org/schatten');
      await walkTo(page, dialog.getByLabel(/^Text/));
      await keyboard.type('Schattenrechner');
      await keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await untilIn(page, text);

      // Tab belongs to the text until Escape lets it go.
      await keyboard.press('Escape');
      const topics = page.getByRole('combobox', { name: /^Themen/ });
      await walkTo(page, topics);
      await keyboard.type('Klimaanp');
      await page.getByRole('option', { name: 'Klimaanpassung' }).waitFor();
      await keyboard.press('Enter');
      await page.getByRole('button', { name: 'Klimaanpassung entfernen' }).waitFor();
      await page.getByText(/Gespeichert \d/).first().waitFor();

      await walkTo(page, page.getByRole('button', { name: /^Veröffentlichen/ }));
      await keyboard.press('Enter');
      // Who will see it is said before it is done.
      await dialog.getByText(/Sichtbar für alle \d+ Mitglieder/).waitFor();
      await walkTo(page, dialog.getByRole('button', { name: 'Veröffentlichen', exact: true }));
      await keyboard.press('Enter');
      await page.getByText('Ausgesät!').first().waitFor();

      await keyboard.press('/');
      await keyboard.type('Schulhof kühler');
      await keyboard.press('Enter');
      await page.waitForURL(/\/suche/);
      await walkTo(page, page.locator('main').getByRole('link', { name: /Schulhof im Sommer/ }).first());
      await keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /Schulhof im Sommer/ }).waitFor();
      const article = page.locator('main');
      await article.getByRole('heading', { level: 2, name: /^Vorgehen/ }).waitFor();
      expect(await article.getByRole('listitem').filter({ hasText: /^(Bäume pflanzen|Boden öffnen)$/ }).count()).toBe(2);
      expect(await article.getByRole('link', { name: 'Schattenrechner' }).getAttribute('href')).toBe('https://www.example.org/schatten');
      await article.getByRole('link', { name: 'Klimaanpassung' }).first().waitFor();
      expect(birte.complaints).toEqual([]);
      await birte.leave();
    });
  });
}
