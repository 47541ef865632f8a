import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { beginReply, memberAt, openDiscussion, postWith, replyTo, sendReply } from './members.js';

const TITLE = 'Mit welchem Planungsbüro arbeitet ihr?';
const WORDS = 'Der Planer aus der Nachbarstadt ist ein Hochstapler.';

/** Waits for a new notice at the bell and goes to what it is about. */
async function followNotice({ page }: Person, words: RegExp): Promise<void> {
  const bell = page.getByRole('button', { name: /^Hinweise/ });
  await bell.getByText(/\d+ ungelesen/).waitFor({ state: 'attached' });
  await bell.click();
  await page.getByRole('menuitem', { name: words }).first().click();
}

/** Among what waits the one case this is about. */
async function chooseCase({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: TITLE }).click();
}

/** From a report to the word of a second moderator. */
export function describeModerating(scene: Scene): void {
  describe('moderating', () => {
    let address = '';
    let id = '';

    it('a member reports a post; one moderator hides it; author and reporter are told', async () => {
      const [jonas, sophie] = [await memberAt(scene, 'mentee'), await memberAt(scene, 'sophie')];
      const begun = await openDiscussion(jonas, 'erstvorhaben', TITLE, 'Wir suchen eines für die Wärmeplanung.');
      ({ id } = begun);
      address = `/d/${begun.slug}`;
      await replyTo(sophie, id, WORDS);
      await sophie.openWhole('/raeume');

      await jonas.openWhole(address);
      await postWith(jonas, WORDS).getByRole('button', { name: /^Mehr zum Beitrag von Sophie Vogt/ }).click();
      await jonas.page.getByRole('menuitem', { name: 'Melden' }).click();
      const dialog = jonas.page.getByRole('dialog', { name: 'Der Moderation melden' });
      await dialog.getByRole('button', { name: 'Meldung senden' }).click();
      await dialog.getByText(/wähle.* einen Grund/).first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await dialog.getByRole('radio', { name: 'Beleidigt, bedroht oder setzt herab' }).check();
      await dialog.getByLabel(/^Erläuterung/).fill('Ein Mensch, den man erkennt.');
      await dialog.getByRole('button', { name: 'Meldung senden' }).click();
      await jonas.page.getByText(/Meldung liegt bei der Moderation/).first().waitFor();
      await jonas.openWhole('/raeume');

      const xaver = await memberAt(scene, 'moderator', '/moderation');
      await chooseCase(xaver);
      const one = xaver.page.getByRole('article').filter({ hasText: WORDS });
      await one.waitFor();
      expect(await one.innerText()).toMatch(/Sophie Vogt.*Ein Mensch, den man erkennt\./s);
      expect(await xaver.accessibilityFaults()).toEqual([]);
      await one.getByRole('button', { name: /^Ausblenden/ }).click();
      const hide = xaver.page.getByRole('dialog', { name: 'Ausblenden' });
      await hide.getByLabel(/^Begründung/).fill('Bitte bei der Sache bleiben.');
      expect(await xaver.accessibilityFaults()).toEqual([]);
      await hide.getByRole('button', { name: 'Ausblenden' }).click();
      await xaver.page.getByText(/Ausgeblendet\. Wer es/).first().waitFor();

      await followNotice(jonas, /Meldung.* wurde geprüft/);
      await jonas.page.getByRole('heading', { level: 1, name: 'Meldungen und Entscheidungen' }).waitFor();
      await jonas.page.getByText('Ausgeblendet', { exact: true }).first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await jonas.openWhole(address);
      await postWith(jonas, 'Wir suchen eines').waitFor();
      expect(await jonas.page.content()).not.toContain('Hochstapler');

      await followNotice(sophie, /Moderation hat.* entschieden/);
      await sophie.page.getByText('Bitte bei der Sache bleiben.').first().waitFor();
      // Who reported it stays unsaid.
      expect(await sophie.page.locator('main').innerText()).not.toMatch(/Jonas|den man erkennt/);
      expect([...jonas.complaints, ...sophie.complaints, ...xaver.complaints]).toEqual([]);
      for (const person of [jonas, sophie, xaver]) await person.leave();
    });

    it('the author objects; not the one who decided but another moderator shows it again; members read the acts without names', async () => {
      const sophie = await memberAt(scene, 'sophie', '/meldungen');
      await sophie.page.getByRole('button', { name: 'Einspruch einlegen' }).click();
      const form = sophie.page.getByRole('dialog', { name: 'Einspruch' });
      await form.getByLabel('Was spricht gegen die Entscheidung?').fill('Das Gericht hat es so festgestellt.');
      expect(await sophie.accessibilityFaults()).toEqual([]);
      await form.getByRole('button', { name: 'Einspruch einlegen' }).click();
      await sophie.page.getByText(/Einspruch ist eingegangen/).first().waitFor();
      await sophie.openWhole('/raeume');

      const [xaver, henning] = [await memberAt(scene, 'moderator', '/moderation'), await memberAt(scene, 'henning', '/moderation')];
      await chooseCase(xaver);
      await xaver.page.getByText(/selbst entschieden; deshalb prüft eine andere Person/).waitFor();
      expect(await xaver.page.getByRole('button', { name: /Über den Einspruch entscheiden/ }).count()).toBe(0);
      const one = henning.page.getByRole('article').filter({ hasText: 'Das Gericht hat es so festgestellt.' });
      await one.getByRole('button', { name: /^Über den Einspruch entscheiden/ }).click();
      const verdict = henning.page.getByRole('dialog', { name: 'Über den Einspruch entscheiden' });
      await verdict.getByRole('radio', { name: /^Ja, wieder zeigen/ }).check();
      await verdict.getByLabel(/^Begründung/).fill('Das Urteil ist öffentlich.');
      expect(await henning.accessibilityFaults()).toEqual([]);
      await verdict.getByRole('button', { name: 'Über den Einspruch entscheiden' }).click();
      await henning.page.getByText('Über den Einspruch ist entschieden.').first().waitFor();

      await followNotice(sophie, /Einspruch.* ist entschieden/);
      await sophie.page.getByText(/Einspruch war berechtigt: Das Urteil ist öffentlich\./).waitFor();
      const jonas = await memberAt(scene, 'mentee', address);
      await postWith(jonas, WORDS).waitFor();
      await jonas.openWhole('/raum/erstvorhaben/moderation/protokoll');
      const log = jonas.page.locator('main');
      await log.getByText('Einspruch stattgegeben').first().waitFor();
      expect(await log.innerText()).toMatch(/Meldung eingegangen/);
      expect(await log.innerText()).not.toMatch(/Sophie|Jonas|Xaver|Henning|Hochstapler|Urteil|bei der Sache/);
      expect(await jonas.accessibilityFaults()).toEqual([]);
      expect([sophie, xaver, henning, jonas].flatMap(({ complaints }) => complaints)).toEqual([]);
      for (const person of [sophie, xaver, henning, jonas]) await person.leave();
    });

    it('a first post waits for a look: its author sees it waiting, others nothing; once released it is there for all', async () => {
      const [xaver, wiebke, jonas] = [await memberAt(scene, 'moderator'), await memberAt(scene, 'wiebke', address), await memberAt(scene, 'mentee', address)];
      const holdFirst = async (count: number): Promise<void> => {
        const { data } = (await xaver.ask('{ space(slug: "erstvorhaben") { id } }')) as { data: { space: { id: string } } };
        const { data: now } = (await xaver.ask('query ($id: ID!) { moderationSettings(spaceId: $id) { version watchedWords } }', { id: data.space.id })) as { data: { moderationSettings: { version: number; watchedWords: string[] } } };
        const { version, watchedWords } = now.moderationSettings;
        expect(await xaver.ask('mutation ($input: SaveModerationSettingsInput!) { saveModerationSettings(input: $input) { holdFirst } }', { input: { spaceId: data.space.id, baseVersion: version, holdFirst: count, watchedWords } })).toEqual({ data: { saveModerationSettings: { holdFirst: count } } });
      };
      await holdFirst(20);
      await beginReply(wiebke, 'Wir planen selbst, mit dem Landkreis.');
      await sendReply(wiebke);
      await postWith(wiebke, 'Wir planen selbst').getByText('Wartet auf die Moderation').waitFor();
      expect(await wiebke.accessibilityFaults()).toEqual([]);
      await jonas.openWhole(address);
      expect(await jonas.page.content()).not.toContain('Wir planen selbst');

      await xaver.openWhole('/moderation');
      await chooseCase(xaver);
      const one = xaver.page.getByRole('article').filter({ hasText: 'Wir planen selbst' });
      await one.getByRole('button', { name: /^Freigeben/ }).click();
      await one.waitFor({ state: 'detached' });
      await jonas.openWhole(address);
      await postWith(jonas, 'Wir planen selbst').waitFor();
      await wiebke.openWhole(address);
      await postWith(wiebke, 'Wir planen selbst').waitFor();
      expect(await postWith(wiebke, 'Wir planen selbst').getByText('Wartet auf die Moderation').count()).toBe(0);
      await holdFirst(0);
      for (const person of [xaver, wiebke, jonas]) {
        expect(person.complaints).toEqual([]);
        await person.leave();
      }
    });

    it('somebody outside the space sees nothing of it', async () => {
      const marlene = await memberAt(scene, 'outsider', '/moderation');
      expect(await marlene.page.content()).not.toMatch(/Hochstapler|Planungsbüro|Sophie Vogt/);
      for (const path of [address, '/raum/erstvorhaben/moderation', '/raum/erstvorhaben/moderation/protokoll', '/meldungen', `/melden/discussion/${id}`]) {
        await marlene.openWhole(path);
        expect({ path, seen: (await marlene.page.content()).match(/Hochstapler|Planungsbüro|Ausgeblendet|Einspruch/)?.[0] }).toEqual({ path, seen: undefined });
      }
      expect(await marlene.accessibilityFaults()).toEqual([]);
      expect(marlene.complaints).toEqual([]);
      await marlene.leave();
    });
  });
}
