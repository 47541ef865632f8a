import type { Scene } from '../running/scene.js';
import { beginReply, memberAt, postWith, sendReply, unreadOf, write } from './members.js';

const TITLE = 'Die Kämmerei will unseren Eigenanteil streichen. Wer hat das abgewendet?';

/** From a question to its answer; the mention in it is mailed. */
export function describeAsking(scene: Scene): void {
  describe('asking', () => {
    let address = '';
    let tip = '';

    it('while the title is typed, similar ones that one may read are shown; then the question is there', async () => {
      const jonas = await memberAt(scene, 'mentee', '/raum/erstvorhaben/diskussionen');
      const { page } = jonas;
      await page.getByRole('link', { name: 'Diskussion beginnen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Diskussion beginnen' }).waitFor();
      // Who will read it is said before a word is written.
      await page.getByText(/Sichtbar für die \d+ Mitglieder/).first().waitFor();
      await page.getByRole('radio', { name: /^Frage/ }).check();
      await page.getByLabel('Titel').pressSequentially(TITLE.slice(0, 42));
      const similar = page.getByRole('region', { name: 'Gibt es das schon?' });
      await similar.getByRole('link', { name: /Kämmerei will den Eigenanteil streichen\. Was kann ich noch tun\?/ }).waitFor();
      expect(await similar.innerText()).toContain('Diskussion · Erstvorhaben begleiten');
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await page.getByLabel('Titel').pressSequentially(TITLE.slice(42));
      await write(jonas, 'Text', 'Am Donnerstag tagt der Ausschuss. Was überzeugt?');
      await page.getByRole('button', { name: 'Veröffentlichen' }).click();
      await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await postWith(jonas, 'Am Donnerstag tagt der Ausschuss.').waitFor();
      address = new URL(page.url()).pathname;
      expect(address).toMatch(/^\/d\/die-kaemmerei-will-unseren-eigenanteil/);
      expect(await jonas.accessibilityFaults()).toEqual([]);
      expect(jonas.complaints).toEqual([]);
      await jonas.leave();
    });

    it('somebody who may not read the space finds neither the question nor a suggestion of it', async () => {
      const marlene = await memberAt(scene, 'outsider', '/raum/klimalotsen/diskussion/neu');
      const { page } = marlene;
      await page.getByLabel('Titel').fill(TITLE);
      // What the whole programme may read is suggested to her as well.
      await page.getByLabel('Titel').fill('Wärmepumpe an der Grundschule, wie laut darf sie sein?');
      await page.getByRole('region', { name: 'Gibt es das schon?' }).getByRole('link', { name: /Wärmepumpe an der Grundschule/ }).waitFor();
      await page.getByLabel('Titel').fill(TITLE);
      await page.waitForFunction(() => !document.body.innerText.includes('Wärmepumpe an der Grundschule: Wie laut'));
      expect(await page.locator('body').innerText()).not.toContain('Was kann ich noch tun?');
      await marlene.openWhole(address);
      expect(await page.content()).not.toMatch(/Kämmerei|Ausschuss|Jonas/);
      expect(marlene.complaints).toEqual([]);
      await marlene.leave();
    });

    it('a mentor answers and mentions a member; the asker is told without reloading and accepts it', async () => {
      const [jonas, birte] = [await memberAt(scene, 'mentee', '/raeume'), await memberAt(scene, 'mentor', '/diskussionen?zeige=unbeantwortet')];
      const bell = jonas.page.getByRole('button', { name: /^Hinweise/ });
      const before = await unreadOf(jonas);
      await birte.page.getByRole('link', { name: TITLE }).click();
      await birte.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await beginReply(birte, 'Drei Zahlen auf einer Seite genügen. Frag auch ');
      await birte.page.keyboard.type('@Wieb');
      await birte.page.getByRole('option', { name: /Wiebke Thoms/ }).waitFor();
      expect(await birte.accessibilityFaults()).toEqual([]);
      await birte.page.keyboard.press('Enter');
      await birte.page.keyboard.type(', die hatte das im Frühjahr.');
      await sendReply(birte);
      await postWith(birte, 'Drei Zahlen auf einer Seite genügen.').getByRole('link', { name: '@Wiebke Thoms' }).waitFor();

      await bell.getByText(`${before + 1} ungelesen`).waitFor({ state: 'attached' });
      await bell.click();
      const entry = jonas.page.getByRole('menuitem', { name: new RegExp(TITLE.slice(0, 40)) }).first();
      await entry.waitFor();
      expect(await entry.innerText()).toContain('Birte Hansen');
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await entry.click();
      const answer = postWith(jonas, 'Drei Zahlen auf einer Seite genügen.').filter({ has: jonas.page.getByRole('button', { name: 'Als Antwort annehmen' }) });
      await answer.getByRole('button', { name: 'Als Antwort annehmen' }).click();
      await jonas.page.getByText('Die Antwort ist angenommen.').first().waitFor();
      const accepted = jonas.page.getByRole('region', { name: 'Angenommene Antwort' });
      await accepted.getByText(/Birte Hansen.*angenommen von Jonas Brückner/).waitFor();
      // The answer follows right below: it stands there once.
      expect(await jonas.page.getByText('Drei Zahlen auf einer Seite genügen.').count()).toBe(1);
      await postWith(jonas, 'Drei Zahlen auf einer Seite genügen.').getByText('Angenommene Antwort').waitFor();
      expect(await unreadOf(jonas)).toBe(before);
      expect(await jonas.accessibilityFaults()).toEqual([]);

      // Her page shows it, too, without a touch.
      await birte.page.getByRole('region', { name: 'Angenommene Antwort' }).waitFor();
      await birte.openWhole('/raum/erstvorhaben/diskussionen?zeige=geloest');
      await birte.page.getByRole('link', { name: TITLE }).waitFor();
      expect([...jonas.complaints, ...birte.complaints]).toEqual([]);
      await jonas.leave();
      await birte.leave();
    });

    it('the mentor makes a tip of it for the whole programme: the quoted one agrees, the border is settled, both point to each other', async () => {
      const birte = await memberAt(scene, 'mentor', address);
      const { page } = birte;
      await page.getByRole('link', { name: 'Praxistipp daraus machen' }).click();
      await page.getByRole('heading', { level: 2, name: /Passagen auswählen/ }).waitFor();
      await page.getByRole('checkbox', { name: 'Beitrag 1 von Jonas Brückner' }).check();
      await page.getByRole('checkbox', { name: 'Beitrag 2 von Birte Hansen' }).check();
      expect(await birte.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: 'Weiter' }).click();
      await page.getByLabel('Raum, in dem der Tipp stehen soll').selectOption({ label: 'Klimalotsen' });
      expect(await birte.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: 'Weiter' }).click();
      await page.getByText('Um Einverständnis gebeten wird Jonas Brückner.').waitFor();
      await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
      await page.getByRole('textbox', { name: 'Text', exact: true }).getByText('Am Donnerstag tagt der Ausschuss.').waitFor();
      const panel = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Aus einer Diskussion' }) });
      await panel.getByText('Vor der Veröffentlichung ist noch etwas zu klären.').waitFor();
      await panel.getByText('noch keine Antwort').waitFor();
      expect(await birte.accessibilityFaults()).toEqual([]);

      // Until everything is settled nothing leaves the space.
      await page.getByLabel('In einem Satz').fill('Drei Zahlen auf einer Seite überzeugen die Kämmerei.');
      await page.getByText(/Gespeichert \d/).first().waitFor();
      await page.getByRole('button', { name: /^Veröffentlichen/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
      await page.getByText(/Einverständnis|zu klären/).first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByText('Ausgesät!').count()).toBe(0);

      const jonas = await memberAt(scene, 'mentee', '/');
      await jonas.page.getByRole('link', { name: /^Eine Anfrage zu Worten in einem Praxistipp/ }).click();
      await jonas.page.getByText('Am Donnerstag tagt der Ausschuss.').waitFor();
      await jonas.page.getByText(/Er soll im Raum „Klimalotsen“ stehen\. Lesen können ihn alle im Programm\./).waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await jonas.page.getByRole('radio', { name: 'Ja, wörtlich' }).check();
      await jonas.page.getByRole('checkbox', { name: /mit meinem Namen nennen/ }).check();
      await jonas.page.getByRole('button', { name: 'Antworten' }).click();
      await jonas.page.getByText('Die Antwort ist gespeichert.').first().waitFor();

      await panel.getByRole('button', { name: 'Neu prüfen' }).click();
      await panel.getByText('wörtlich einverstanden').first().waitFor();
      // The member whom the answer names would cross the border.
      await panel.getByRole('checkbox', { name: /^Name: Wiebke Thoms/ }).waitFor();
      await panel.getByRole('button', { name: 'Alle offenen auswählen' }).click();
      await panel.getByLabel('Warum darf das hinaus?').fill('Mit allen besprochen.');
      expect(await birte.accessibilityFaults()).toEqual([]);
      await panel.getByRole('button', { name: 'Ausgewähltes behalten' }).click();
      await panel.getByText('Von hier aus steht der Veröffentlichung nichts im Weg.').waitFor();
      await page.getByRole('button', { name: /^Veröffentlichen/ }).click();
      await dialog.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
      await page.getByText('Ausgesät!').first().waitFor();

      await birte.openWhole(address);
      await page.getByText('Daraus entstanden:').waitFor();
      await page.locator('main').getByRole('link', { name: TITLE }).last().click();
      await page.getByText(/Mit Beiträgen von .*Jonas Brückner/).waitFor();
      await page.getByText('Entstanden aus der Diskussion').getByRole('link', { name: TITLE }).waitFor();
      tip = new URL(page.url()).pathname;
      expect(tip).toMatch(/^\/tipp\//);
      expect(await birte.accessibilityFaults()).toEqual([]);
      expect([...jonas.complaints, ...birte.complaints]).toEqual([]);
      await jonas.leave();
      await birte.leave();
    });

    it('who does not read the space reads the tip, and nothing of where it comes from', async () => {
      const marlene = await memberAt(scene, 'outsider', tip);
      await marlene.page.getByText('Drei Zahlen auf einer Seite genügen.').waitFor();
      expect(await marlene.page.getByText(/Entstanden aus/).count()).toBe(0);
      expect(await marlene.page.content()).not.toContain(address);
      await marlene.openWhole(address);
      expect(await marlene.page.content()).not.toMatch(/Kämmerei|Daraus entstanden/);
      expect(marlene.complaints).toEqual([]);
      await marlene.leave();
    });
  });
}
