import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';

/** Writing, and who finds it. */
export function describeWriting(scene: Scene): void {
  describe('writing', () => {
    async function somebodyAt(role: keyof typeof DEMO, path: string): Promise<Person> {
      const person = await scene.somebody();
      await person.signInQuickly(DEMO[role], DEMO_PASSWORD);
      await person.open(path);
      return person;
    }

    const mentorAt = async (path: string): Promise<Person> => somebodyAt('mentor', path);

    it('a tip survives a lost connection, is published and found', async () => {
      const birte = await mentorAt('/tipp/neu');
      const { page, context } = birte;
      await page.getByText('Klimalotsen', { exact: true }).last().click();
      await page.getByLabel('Titel').fill('Wie zählt man Mauersegler am Rathaus?');
      await page.getByLabel('In einem Satz').fill('Abends eine Stunde hinsehen genügt.');
      const body = page.getByRole('textbox', { name: 'Text', exact: true });
      await body.click();
      await page.keyboard.type('Im Juni abends zählen. ');
      await page.getByText(/Gespeichert \d/).first().waitFor();
      expect(await birte.accessibilityFaults()).toEqual([]);

      await context.setOffline(true);
      await page.keyboard.type('Ohne Netz geschrieben.');
      await page.getByText(/aufgehoben/).first().waitFor();
      const address = page.url();
      await page.close();
      await context.setOffline(false);

      const again = await context.newPage();
      await again.goto(address);
      await again.getByText('Ohne Netz geschrieben.').first().waitFor();
      await again.getByText(/Gespeichert \d/).first().waitFor();
      await again.getByRole('button', { name: /^Veröffentlichen/ }).first().click();
      const dialog = again.getByRole('dialog');
      // Before anything becomes visible, one sentence says to whom.
      await dialog.getByText(/Sichtbar für|Wer das dann sieht/).first().waitFor();
      await dialog.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
      await again.getByText('Ausgesät!').first().waitFor();

      const jonas = await scene.somebody();
      await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
      await jonas.open('/suche?q=Mauersegler%20z%C3%A4hlen');
      await jonas.page.getByRole('link', { name: /Mauersegler/ }).first().click();
      await jonas.page.getByText('Ohne Netz geschrieben.').first().waitFor();
      expect([...birte.complaints, ...jonas.complaints]).toEqual([]);
      await jonas.leave();
      await birte.leave();
    });

    it('two who write at the same text both keep theirs', async () => {
      const first = await mentorAt('/entwuerfe');
      await first.page.getByText('Wie erklärt man, dass nachts das Licht ausgeht?').first().click();
      await first.page.getByLabel('In einem Satz').waitFor();
      const second = await mentorAt(new URL(first.page.url()).pathname);
      await second.page.getByLabel('In einem Satz').waitFor();

      await first.context.setOffline(true);
      await first.page.getByLabel('In einem Satz').fill('So sagt es das erste Gerät.');
      await first.page.getByText(/aufgehoben/).first().waitFor();
      await second.page.getByLabel('In einem Satz').fill('So sagt es das zweite Gerät.');
      await second.page.getByText(/Gespeichert \d/).first().waitFor();
      await first.context.setOffline(false);

      await first.page.getByText('Es gibt zwei Fassungen').first().waitFor();
      await first.page.getByText('So sagt es das zweite Gerät.').first().waitFor();
      await first.page.getByText('So sagt es das erste Gerät.').first().waitFor();
      expect(await first.accessibilityFaults()).toEqual([]);
      await first.leave();
      await second.leave();
    });

    it('author and moderator at one tip: the second is told who saved, sees both, loses nothing and joins them', async () => {
      const birte = await mentorAt('/raum/erstvorhaben/tipps');
      const title = 'Wie schreibt man eine Ratsvorlage, die gelesen wird?';
      await birte.page.getByRole('link', { name: title }).click();
      await birte.page.getByRole('heading', { level: 1, name: title }).waitFor();
      const address = `${new URL(birte.page.url()).pathname}/bearbeiten`;
      await birte.openWhole(address);
      const xaver = await somebodyAt('moderator', address);
      const end = async ({ page }: Person): Promise<void> => {
        await page.getByRole('textbox', { name: 'Text', exact: true }).click();
        await page.keyboard.press('Control+End');
      };

      await end(birte);
      await end(xaver);
      await birte.context.setOffline(true);
      await birte.page.keyboard.type(' Das hat Birte ergänzt.');
      await birte.page.getByText(/aufgehoben/).first().waitFor();
      await xaver.page.keyboard.type(' Das hat Xaver ergänzt.');
      await xaver.page.getByLabel('In einem Satz').fill('Xavers neuer Satz.');
      await xaver.page.getByText(/Gespeichert \d/).first().waitFor();
      await birte.context.setOffline(false);

      const { page } = birte;
      await page.getByText('Es gibt zwei Fassungen').first().waitFor();
      await page.getByText(/Xaver Bergmüller hat eine andere Fassung gespeichert/).waitFor();
      // What only one of them changed is joined already; the one place that both changed is theirs to decide.
      await page.getByText('An einer Stelle unterscheiden sich die Fassungen.').waitFor();
      await page.getByText('Das hat Birte ergänzt.').first().waitFor();
      await page.getByText('Das hat Xaver ergänzt.').first().waitFor();
      expect(await birte.accessibilityFaults()).toEqual([]);
      await page.getByLabel('Beide, untereinander').check();
      await page.getByRole('button', { name: 'So weiterschreiben' }).click();
      await page.getByText(/Gespeichert \d/).first().waitFor();

      await xaver.openWhole(address);
      const text = xaver.page.getByRole('textbox', { name: 'Text', exact: true });
      await text.getByText('Das hat Birte ergänzt.').waitFor();
      await text.getByText('Das hat Xaver ergänzt.').waitFor();
      expect(await xaver.page.getByLabel('In einem Satz').inputValue()).toBe('Xavers neuer Satz.');
      // Who comes later is told that somebody is at it.
      await xaver.page.getByText(/Birte Hansen schreibt auch gerade an diesem Text/).waitFor();
      expect([...birte.complaints, ...xaver.complaints]).toEqual([]);
      await birte.leave();
      await xaver.leave();
    });

    it('imported files are found by members and by nobody else', async () => {
      const moderator = await scene.somebody();
      await moderator.signInQuickly(DEMO.moderator, DEMO_PASSWORD);
      await moderator.open('/raum/erstvorhaben-sued/import');
      const { page } = moderator;
      await page.locator('input[type="file"]').first().setInputFiles([
        { name: 'fledermaus.md', mimeType: 'text/markdown', buffer: Buffer.from('---\ntitle: Wohin mit den Fledermäusen?\n---\n\nVor der Dachsanierung nachsehen.\n') },
        { name: 'latin1.md', mimeType: 'text/markdown', buffer: Buffer.from('# Dämmung prüfen\r\n\r\nDie Höhe zählt.\r\n', 'latin1') },
      ]);
      await page.getByRole('button', { name: 'Vorschau ansehen' }).click();
      await page.getByText('Wohin mit den Fledermäusen?').first().waitFor();
      expect(await moderator.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '2 Tipps importieren' }).click();
      await page.getByText('Der Import ist fertig.').first().waitFor();

      await moderator.open('/suche?q=Fledermaus');
      await page.getByRole('link', { name: /Fledermäusen/ }).first().waitFor();
      const jonas = await scene.somebody();
      await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
      await jonas.openWhole('/suche?q=Fledermaus');
      expect(await jonas.page.content()).not.toContain('Fledermäusen');
      expect([...moderator.complaints, ...jonas.complaints]).toEqual([]);
      await jonas.leave();
      await moderator.leave();
    });
  });
}
