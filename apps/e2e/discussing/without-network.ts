import type { Scene } from '../running/scene.js';
import { beginReply, memberAt, openDiscussion, postWith, sendReply, write } from './members.js';

/** What is written on the train. */
export function describeWithoutNetwork(scene: Scene): void {
  describe('without a network', () => {
    it('a reply that is being written is kept, also when the page is closed, and goes out once', async () => {
      const jonas = await memberAt(scene, 'mentee');
      const { id, slug } = await openDiscussion(jonas, 'erstvorhaben', 'Wie weit reicht das Netz im Ratssaal?', 'Bei uns bis zur zweiten Reihe.');
      await jonas.openWhole(`/d/${slug}`);
      const { page, context } = jonas;
      await beginReply(jonas, 'Vor der Tür geschrieben. ');
      await page.getByText(/^Entwurf gespeichert/).waitFor();
      await context.setOffline(true);
      await page.keyboard.type('Im Saal ergänzt.');
      await page.getByText('Ohne Netz: in diesem Browser aufgehoben').first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await page.close();
      await context.setOffline(false);

      const again = await jonas.inNewTab();
      await again.openWhole(`/d/${slug}`);
      await again.page.getByRole('button', { name: 'Entwurf weiterschreiben' }).click();
      await again.page.getByRole('textbox', { name: 'Text der Antwort' }).getByText('Vor der Tür geschrieben. Im Saal ergänzt.').waitFor();
      await context.setOffline(true);
      await sendReply(again);
      await again.page.getByText('Geht hinaus, sobald wieder Netz da ist').first().waitFor();
      expect(await again.accessibilityFaults()).toEqual([]);
      await again.page.close();
      await context.setOffline(false);

      const last = await jonas.inNewTab();
      await last.openWhole(`/d/${slug}`);
      await postWith(last, 'Vor der Tür geschrieben. Im Saal ergänzt.').waitFor();
      await last.page.getByText('Geht hinaus, sobald wieder Netz da ist').waitFor({ state: 'detached' });
      await last.page.getByRole('button', { name: 'Antwort schreiben' }).waitFor();
      await last.page.reload();
      await postWith(last, 'Vor der Tür geschrieben. Im Saal ergänzt.').waitFor();
      expect(await postWith(last, 'Im Saal ergänzt.').count()).toBe(1);
      expect(await last.ask('query ($id: ID!) { thread(id: $id) { postCount } }', { id })).toEqual({ data: { thread: { postCount: 2 } } });
      expect(jonas.complaints).toEqual([]);
      await jonas.leave();
    });

    it('a discussion that is begun is kept over the end of the page, stands among what one has begun, and is gone from there once it is published', async () => {
      const jonas = await memberAt(scene, 'mentee', '/raum/erstvorhaben/diskussion/neu');
      const { page, context } = jonas;
      await page.getByLabel('Titel').fill('Wie laut darf der Lüfter im Ratssaal sein?');
      await page.getByText(/^Entwurf gespeichert/).waitFor();
      await context.setOffline(true);
      await write(jonas, 'Text', 'Im Zug geschrieben.');
      await page.getByText('Ohne Netz: in diesem Browser aufgehoben').first().waitFor();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      // The editor hands over a moment after the last key; a page ended like this is told nothing of its end.
      await page.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('Im Zug geschrieben.')));
      await page.close();
      await context.setOffline(false);

      const again = await jonas.inNewTab();
      await again.openWhole('/angefangen');
      const row = again.page.getByRole('listitem').filter({ hasText: 'Im Zug geschrieben.' });
      await row.waitFor();
      expect(await again.accessibilityFaults()).toEqual([]);
      await row.getByRole('link', { name: /^Weiterschreiben/ }).click();
      await again.page.getByRole('textbox', { name: 'Text', exact: true }).getByText('Im Zug geschrieben.').waitFor();
      await again.page.getByRole('button', { name: 'Veröffentlichen' }).click();
      await again.page.getByRole('heading', { level: 1, name: 'Wie laut darf der Lüfter im Ratssaal sein?' }).waitFor();
      await again.openWhole('/angefangen');
      await again.page.getByRole('heading', { level: 1, name: 'Angefangenes' }).waitFor();
      expect(await again.page.getByText('Im Zug geschrieben.').count()).toBe(0);
      expect(jonas.complaints).toEqual([]);
      await jonas.leave();
    });

    it('a reply whose answer got lost on the way is not written twice', async () => {
      const jonas = await memberAt(scene, 'mentee');
      const { id, slug } = await openDiscussion(jonas, 'erstvorhaben', 'Wer hat Erfahrung mit Funklöchern?', 'Ich sammle.');
      await jonas.openWhole(`/d/${slug}`);
      const { page } = jonas;
      let isLost = false;
      await page.route('**/graphql', async (route) => {
        if (isLost || route.request().postData()?.includes('WritePostInput') !== true) return route.continue();
        isLost = true;
        await route.fetch();
        await route.abort('connectionreset');
      });
      await beginReply(jonas, 'Hinter dem Deich.');
      await sendReply(jonas);
      await page.getByText('Geht hinaus, sobald wieder Netz da ist').first().waitFor();
      await page.getByRole('button', { name: 'Jetzt versuchen' }).click();
      await page.getByText(/Antwort ist jetzt angekommen/).first().waitFor();
      await postWith(jonas, 'Hinter dem Deich.').waitFor();
      expect(isLost).toBe(true);
      expect(await postWith(jonas, 'Hinter dem Deich.').count()).toBe(1);
      expect(await jonas.ask('query ($id: ID!) { thread(id: $id) { postCount } }', { id })).toEqual({ data: { thread: { postCount: 2 } } });
      expect(jonas.complaints).toEqual([]);
      await jonas.leave();
    });
  });
}
