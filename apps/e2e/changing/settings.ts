import type { Page } from 'playwright-core';
import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { DESKTOP, PHONE, type Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';

const SETTINGS = '/raum/erstvorhaben/einstellungen';

/** Settings of the space for first projects. */
export function describeSettings(scene: Scene): void {
  describe('settings of a space', () => {
    async function moderator(): Promise<Person> {
      const person = await scene.somebody();
      await person.signInQuickly(DEMO.moderator, DEMO_PASSWORD);
      await person.openWhole(SETTINGS);
      return person;
    }

    const part = (page: Page, name: string) => page.getByRole('form', { name });
    const save = async (page: Page, name: string) => part(page, name).getByRole('button', { name: 'Speichern' }).click();
    const saved = async (page: Page) => page.getByText('Gespeichert.').first().waitFor();

    async function faultsOf(person: Person, where: string): Promise<readonly string[]> {
      const faults: string[] = [];
      for (const [scheme, viewport] of [['light', DESKTOP], ['dark', PHONE]] as const) {
        await person.lookAs(scheme, viewport);
        faults.push(...(await person.accessibilityFaults()), ...(await person.sidewaysFaults()));
      }
      await person.lookAs('light', DESKTOP);
      return faults.map((fault) => `${where}: ${fault}`);
    }

    it('of two people who change them at once, the second sees both versions and loses nothing', async () => {
      const [first, second] = [await moderator(), await moderator()];
      await part(first.page, 'Name und Aussehen').getByLabel('Beschreibung').fill('Für alle, die anfangen.');
      await save(first.page, 'Name und Aussehen');
      await saved(first.page);

      // Another part of the settings stands in nobody's way.
      await part(second.page, 'Veröffentlichen').getByRole('radio').last().check();
      await save(second.page, 'Veröffentlichen');
      await saved(second.page);

      await part(second.page, 'Name und Aussehen').getByLabel('Beschreibung').fill('Für alle, die beginnen.');
      await save(second.page, 'Name und Aussehen');
      const notice = second.page.getByRole('status').filter({ hasText: 'Inzwischen hat jemand anderes' });
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(/Für alle, die beginnen\..*Für alle, die anfangen\./);
      expect(await part(second.page, 'Name und Aussehen').getByLabel('Beschreibung').inputValue()).toBe('Für alle, die beginnen.');
      expect(await faultsOf(second, 'stale')).toEqual([]);
      await notice.getByRole('button', { name: /Fassung speichern/ }).click();
      await notice.waitFor({ state: 'detached' });
      await second.openWhole(SETTINGS);
      expect(await part(second.page, 'Name und Aussehen').getByLabel('Beschreibung').inputValue()).toBe('Für alle, die beginnen.');

      // The first one takes over what is stored now.
      await part(first.page, 'Name und Aussehen').getByLabel('Beschreibung').fill('Doch etwas anderes.');
      await save(first.page, 'Name und Aussehen');
      await first.page.getByRole('button', { name: 'Gespeicherte übernehmen' }).click();
      expect(await part(first.page, 'Name und Aussehen').getByLabel('Beschreibung').inputValue()).toBe('Für alle, die beginnen.');
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    });

    it.each([
      { what: 'the tips of a space', who: DEMO.moderator, path: '/raum/erstvorhaben/tipps/einstellungen', field: 'Monate bis zur nächsten Prüfung', send: 'Speichern', done: 'Gespeichert.', values: ['7', '9', '11'] },
      { what: 'a page of the programme', who: DEMO.coordinator, path: '/seite/impressum/bearbeiten', field: 'Überschrift', send: 'In Kraft setzen', done: 'Die neue Fassung gilt ab jetzt.', values: ['Wer wir sind', 'Wer hier spricht', 'Wer dahintersteht'] },
    ] as const)('of two people who change $what at once, the second sees both versions and decides', async ({ who, path, field, send, done, values: [theirs, mine, another] }) => {
      const [first, second] = [await scene.somebody(), await scene.somebody()];
      for (const person of [first, second]) {
        await person.signInQuickly(who, DEMO_PASSWORD);
        await person.openWhole(path);
      }
      const write = async ({ page }: Person, value: string): Promise<void> => {
        await page.getByLabel(field, { exact: true }).fill(value);
        await page.locator('main').getByRole('button', { name: send }).click();
      };
      await write(first, theirs);
      await first.page.getByText(done).first().waitFor();
      await write(second, mine);
      const notice = second.page.getByRole('status').filter({ hasText: 'Inzwischen hat jemand anderes' });
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(new RegExp(`${mine}.*${theirs}`));
      expect(await faultsOf(second, path)).toEqual([]);
      // What is typed stays until one decides; then it is what is stored.
      expect(await second.page.getByLabel(field, { exact: true }).inputValue()).toBe(mine);
      await notice.getByRole('button', { name: /Fassung speichern/ }).click();
      await second.page.getByText(done).first().waitFor();
      await first.openWhole(path);
      expect(await first.page.getByLabel(field, { exact: true }).inputValue()).toBe(mine);
      // The other way round: what is stored is taken over.
      await second.openWhole(path);
      await write(first, theirs);
      await first.page.getByText(done).first().waitFor();
      await write(second, another);
      await notice.getByRole('button', { name: 'Gespeicherte übernehmen' }).click();
      expect(await second.page.getByLabel(field, { exact: true }).inputValue()).toBe(theirs);
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      await first.leave();
      await second.leave();
    });

    it('a gate opens only after it was said who could come in', async () => {
      const [person, other] = [await moderator(), await moderator()];
      const { page } = person;
      // Somebody else is about to show the space to more people, and has read who could come in then.
      await part(other.page, 'Sichtbarkeit').getByRole('radio', { name: /^Für das ganze Programm/ }).check();
      await part(other.page, 'Sichtbarkeit').getByRole('button', { name: 'Änderung ansehen' }).click();
      const agreeing = other.page.getByRole('dialog').getByRole('button', { name: 'Für mehr Menschen sichtbar machen' });
      await agreeing.waitFor();
      await part(page, 'Zugang').getByLabel('Offener Beitritt').check();
      await save(page, 'Zugang');
      const dialog = page.getByRole('dialog', { name: /Mehr Menschen/ });
      await dialog.waitFor();
      expect(await dialog.textContent()).toMatch(/Ohne Rückfrage beitreten können dann alle .*im Moment sind das \d+ weitere Personen/);
      expect(await faultsOf(person, 'gate')).toEqual([]);
      await dialog.getByRole('button', { name: 'Abbrechen' }).click();
      await save(page, 'Zugang');
      await page.getByRole('dialog', { name: /Mehr Menschen/ }).getByRole('button', { name: 'Zugang öffnen' }).click();
      await saved(page);
      await person.openWhole(SETTINGS);
      expect(await part(page, 'Zugang').getByLabel('Offener Beitritt').isChecked()).toBe(true);
      // What was agreed to there was another door: it is said, and nothing is changed.
      await agreeing.click();
      const notice = other.page.getByRole('status').filter({ hasText: 'Inzwischen hat jemand anderes' });
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(/Offener Beitritt/);
      expect(await faultsOf(other, 'door')).toEqual([]);
      await notice.getByRole('button', { name: 'Gespeicherte übernehmen' }).click();
      await other.openWhole(SETTINGS);
      expect(await part(other.page, 'Sichtbarkeit').getByRole('radio', { name: /^Geschlossen/ }).isChecked()).toBe(true);
      expect([...person.complaints, ...other.complaints]).toEqual([]);
      await person.leave();
      await other.leave();
    });
  });
}
