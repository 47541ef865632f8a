import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { memberAt, openDiscussion, replyTo } from './members.js';

const focusedText = async ({ page }: Person): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** After weeks away, by keyboard alone. */
export function describeCatchingUp(scene: Scene): void {
  describe('catching up by keyboard', () => {
    it('goes through what is new, opens it where reading stopped, marks one and then all as read', async () => {
      const birte = await memberAt(scene, 'mentor');
      const { id } = await openDiscussion(birte, 'erstvorhaben', 'Welche Frage hat euch diese Woche beschäftigt?', 'Meine: Wer liest das alles?');
      await replyTo(birte, id, 'Und eine zweite gleich dazu.');
      const sophie = await memberAt(scene, 'sophie', '/neu');
      const { page } = sophie;
      const { keyboard } = page;
      await page.getByRole('heading', { level: 1, name: 'Neu für mich' }).waitFor();
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Klimalotsen'), expect.stringContaining('Erstvorhaben begleiten')]));
      expect(await sophie.accessibilityFaults()).toEqual([]);

      await keyboard.press('?');
      const keys = page.getByRole('dialog');
      await keys.getByText('Diskussion als gelesen markieren').waitFor();
      expect(await keys.innerText()).toMatch(/Nächste Zeile.*Vorige Zeile.*Öffnen/s);
      expect(await sophie.accessibilityFaults()).toEqual([]);
      await keyboard.press('Escape');
      await keys.waitFor({ state: 'hidden' });

      await keyboard.press('j');
      const first = await focusedText(sophie);
      expect(first).not.toBe('');
      await keyboard.press('j');
      expect(await focusedText(sophie)).not.toBe(first);
      await keyboard.press('k');
      expect(await focusedText(sophie)).toBe(first);
      await keyboard.press('r');
      await page.getByText(/^Gelesen: /).first().waitFor();

      // To the question, into it by Enter, and back to the list.
      const question = page.getByRole('link', { name: 'Welche Frage hat euch diese Woche beschäftigt?' });
      for (let presses = 0; presses < 60 && !(await question.evaluate((link) => link === document.activeElement)); presses += 1) await keyboard.press('j');
      await keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Welche Frage hat euch diese Woche beschäftigt?' }).waitFor();
      await page.getByText('Und eine zweite gleich dazu.').waitFor();
      await page.waitForTimeout(2500);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Neu für mich' }).waitFor();
      await question.waitFor({ state: 'detached' });

      await keyboard.press('Shift+R');
      const sure = page.getByRole('dialog', { name: 'Alles als gelesen markieren?' });
      await sure.waitFor();
      expect(await sophie.accessibilityFaults()).toEqual([]);
      for (let presses = 0; presses < 6 && (await focusedText(sophie)) !== 'Alles gelesen'; presses += 1) await keyboard.press('Tab');
      await keyboard.press('Enter');
      await page.getByText(/auf dem Stand/).first().waitFor();
      await sophie.openWhole('/neu');
      await page.getByText(/auf dem Stand/).first().waitFor();
      expect(await sophie.accessibilityFaults()).toEqual([]);
      // Others still have theirs.
      await birte.openWhole('/neu');
      expect(await birte.page.getByText(/auf dem Stand/).count()).toBe(0);
      expect([...sophie.complaints, ...birte.complaints]).toEqual([]);
      await sophie.leave();
      await birte.leave();
    });
  });
}
