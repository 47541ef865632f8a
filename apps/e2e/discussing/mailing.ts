import { MEMBERS } from '../running/demo.js';
import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { memberAt } from './members.js';

/** Mails are decided on once a minute. */
const MAIL_MS = 90_000;

async function mailChoices(person: Person): Promise<Readonly<Record<string, string>>> {
  const { data } = (await person.ask('{ noticePreferences { categories { category mail } } }')) as { data: { noticePreferences: { categories: { category: string; mail: string }[] } } };
  return Object.fromEntries(data.noticePreferences.categories.map(({ category, mail }) => [category, mail]));
}

/** The mail to who was mentioned in a closed space, and its end by one click. */
export function describeMailing(scene: Scene): void {
  describe('a mail', () => {
    it('out of a closed space only points there, and one click in the mail program ends just this kind', async () => {
      const mail = await scene.product.mailTo(MEMBERS.wiebke, 'weil Sie erwähnt wurden', MAIL_MS);
      expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/Kämmerei|Eigenanteil|Drei Zahlen|Erstvorhaben|Birte|Hansen/);
      expect(mail.text).toContain(`${scene.product.url}/`);
      expect(mail.html).toMatch(/<html[^>]* lang="de"/);
      expect(mail.html).not.toMatch(/<img/);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const link = /^<(http[^>]+)>$/.exec(mail.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
      expect(link.startsWith(`${scene.product.url}/abmelden-von/`)).toBe(true);
      expect(mail.text).toContain(link);

      const wiebke = await memberAt(scene, 'wiebke', '/');
      const before = await mailChoices(wiebke);
      expect(before['mentions']).toBe('now');
      // Opening the link ends nothing: scanners of mails open every link.
      const anyone = await scene.somebody();
      await anyone.openWhole(new URL(link).pathname);
      await anyone.page.getByRole('heading', { level: 1, name: 'Mails abbestellen' }).waitFor();
      await anyone.page.getByText(/keine Mails mehr, wenn jemand (Ihnen|dir) antwortet/).waitFor();
      expect(await anyone.accessibilityFaults()).toEqual([]);
      expect(await anyone.page.content()).not.toMatch(/Wiebke|Thoms|wiebke\.thoms/);
      expect(await mailChoices(wiebke)).toEqual(before);

      // What a mail program sends: no cookie, no login.
      const answer = await fetch(link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
      expect(answer.status).toBe(200);
      expect(await mailChoices(wiebke)).toEqual({ ...before, mentions: 'none' });
      await anyone.openWhole(new URL(link).pathname);
      await anyone.page.getByRole('heading', { level: 1, name: 'Abbestellt' }).waitFor();
      expect(await anyone.page.getByRole('button', { name: 'Diese Mails abbestellen' }).count()).toBe(0);

      // Switched on again, a human ends it with one press, without being signed in.
      await wiebke.openWhole('/konto/benachrichtigungen');
      await wiebke.page.getByRole('combobox', { name: /Per Mail/ }).first().selectOption({ label: 'Sofort' });
      await wiebke.page.getByText(/^Gespeichert/).first().waitFor({ state: 'attached' });
      expect((await mailChoices(wiebke))['mentions']).toBe('now');
      await anyone.openWhole(new URL(link).pathname);
      await anyone.page.getByRole('button', { name: 'Diese Mails abbestellen' }).click();
      await anyone.page.getByText('Mails über Antworten, Erwähnungen und Zitate kommen nicht mehr.').waitFor();
      expect(await anyone.accessibilityFaults()).toEqual([]);
      expect(await mailChoices(wiebke)).toEqual({ ...before, mentions: 'none' });

      // On the page she is still told, and finds the way back.
      await wiebke.openWhole('/hinweise');
      await wiebke.page.getByText(/Birte Hansen hat/).first().waitFor();
      await wiebke.page.getByText('Warum bekomme ich das?').first().click();
      expect(await wiebke.accessibilityFaults()).toEqual([]);
      await wiebke.openWhole('/konto/benachrichtigungen');
      await wiebke.page.getByRole('heading', { level: 1, name: 'Benachrichtigungen' }).waitFor();
      expect(await wiebke.accessibilityFaults()).toEqual([]);
      expect([...anyone.complaints, ...wiebke.complaints]).toEqual([]);
      await anyone.leave();
      await wiebke.leave();
    });
  });
}
