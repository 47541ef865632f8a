import { randomUUID } from 'node:crypto';
import type { Person } from '../running/person.js';
import type { Scene } from '../running/scene.js';
import { beginReply, memberAt, openDiscussion, postWith, replyTo, sendReply } from './members.js';

const POSTS = 120;

/** Where something stands on the screen, in pixels from its top. */
const topOf = async (person: Person, words: string): Promise<number> => (await postWith(person, words).first().boundingBox())?.y ?? Number.NaN;

/** Two people at one thread, and the place in a long one. */
export function describeTogether(scene: Scene): void {
  describe('a thread', () => {
    let long = { id: '', slug: '' };

    beforeAll(async () => {
      const [birte, jonas] = [await memberAt(scene, 'mentor'), await memberAt(scene, 'mentee')];
      long = await openDiscussion(birte, 'klimalotsen', 'Was habt ihr in dieser Woche geschafft?', 'Ein Satz genügt.');
      for (let position = 2; position <= POSTS; position += 1) await replyTo(position % 2 === 0 ? jonas : birte, long.id, `Beitrag Nummer ${position}. ${'Ein Dach, ein Rad, ein Baum. '.repeat(4)}`);
      await birte.leave();
      await jonas.leave();
    });

    it('opens at the place in the address; back, forward and reloading keep it', async () => {
      const sophie = await memberAt(scene, 'sophie', `/d/${long.slug}/80`);
      const { page } = sophie;
      await postWith(sophie, 'Beitrag Nummer 80.').waitFor();
      const top = await topOf(sophie, 'Beitrag Nummer 80.');
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
      // A window of it, not the whole thread.
      expect(await page.getByRole('article').count()).toBeLessThan(70);
      await page.getByRole('slider', { name: 'Zu einem Beitrag springen' }).waitFor();
      expect(await sophie.accessibilityFaults()).toEqual([]);

      await postWith(sophie, 'Beitrag Nummer 84.').scrollIntoViewIfNeeded();
      await page.mouse.move(600, 400);
      await page.mouse.wheel(0, 1200);
      await page.waitForFunction(() => !location.pathname.endsWith('/80'));
      await page.waitForTimeout(700);
      const place = Number(new URL(page.url()).pathname.split('/').at(-1));
      expect(place).toBeGreaterThan(80);
      const before = await topOf(sophie, `Beitrag Nummer ${place}.`);
      await page.getByRole('link', { name: 'Räume' }).first().click();
      await page.getByRole('heading', { level: 1, name: /Räume/ }).waitFor();
      await page.goBack();
      await postWith(sophie, `Beitrag Nummer ${place}.`).waitFor();
      await page.waitForTimeout(300);
      expect(Math.abs((await topOf(sophie, `Beitrag Nummer ${place}.`)) - before)).toBeLessThan(160);
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: /Räume/ }).waitFor();
      await page.goBack();
      await postWith(sophie, `Beitrag Nummer ${place}.`).waitFor();
      await page.reload();
      await postWith(sophie, `Beitrag Nummer ${place}.`).waitFor();
      expect(await topOf(sophie, `Beitrag Nummer ${place}.`)).toBeLessThan(300);

      await page.getByRole('button', { name: /^Ende/ }).click();
      await postWith(sophie, `Beitrag Nummer ${POSTS}.`).waitFor();
      await page.getByRole('button', { name: /^Anfang/ }).click();
      await postWith(sophie, 'Ein Satz genügt.').waitFor();
      expect(sophie.complaints).toEqual([]);
      await sophie.leave();
    });

    it('lasting addresses lead to a post wherever it went; a vote can be changed', async () => {
      const [birte, jonas, xaver] = [await memberAt(scene, 'mentor'), await memberAt(scene, 'mentee'), await memberAt(scene, 'moderator')];
      const [from, into] = [await openDiscussion(birte, 'erstvorhaben', 'Womit plant ihr eure Woche?', 'Ich mit Zetteln.'), await openDiscussion(birte, 'erstvorhaben', 'Wie plant ihr eure Zeit?', 'Ich gar nicht.')];
      const answerId = randomUUID();
      await birte.ask('mutation ($input: WritePostInput!) { writePost(input: $input) { id } }', { input: { id: answerId, threadId: from.id, body: 'Mit einem Kalender an der Wand.' } });
      const { page } = jonas;
      await jonas.open(`/beitrag/${answerId}`);
      await page.waitForURL(`**/d/${from.slug}/2`);
      await postWith(jonas, 'Mit einem Kalender an der Wand.').waitFor();

      const asked = await birte.ask('mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }', {
        input: { id: randomUUID(), discussionId: from.id, question: 'Wann planst du?', options: ['Am Montag', 'Am Freitag'], isMultiple: false, isAnonymous: false },
      });
      expect(asked).toEqual({ data: { askPoll: { id: from.id } } });
      // It appears under who reads, without reloading.
      const poll = page.getByRole('region', { name: 'Umfrage: Wann planst du?' });
      await poll.getByRole('radio', { name: 'Am Montag' }).check();
      await poll.getByRole('button', { name: 'Abstimmen' }).click();
      await poll.getByRole('listitem').filter({ hasText: 'Am Montag' }).getByText('1 Stimme, 100 %').waitFor();
      await poll.getByRole('button', { name: 'Stimme ändern' }).click();
      await poll.getByRole('radio', { name: 'Am Freitag' }).check();
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await poll.getByRole('button', { name: 'Abstimmen' }).click();
      await poll.getByRole('listitem').filter({ hasText: 'Am Freitag' }).getByText('1 Stimme, 100 %').waitFor();
      await poll.getByText('Eine Person hat abgestimmt').waitFor();

      const merged = await xaver.ask('mutation ($input: MergeDiscussionsInput!) { mergeDiscussions(input: $input) { id } }', { input: { fromDiscussionId: from.id, intoDiscussionId: into.id } });
      expect(merged).toEqual({ data: { mergeDiscussions: { id: into.id } } });
      for (const address of [`/d/${from.slug}/2`, `/beitrag/${answerId}`]) {
        await jonas.open(address);
        await page.waitForURL(`**/d/${into.slug}/3`);
        await postWith(jonas, 'Mit einem Kalender an der Wand.').waitFor();
      }
      for (const person of [birte, jonas, xaver]) {
        expect(person.complaints).toEqual([]);
        await person.leave();
      }
    });

    it('shows what somebody else writes at once; nothing jumps under who reads or types', async () => {
      const [jonas, birte] = [await memberAt(scene, 'mentee', `/d/${long.slug}/${POSTS}`), await memberAt(scene, 'mentor', `/d/${long.slug}/${POSTS}`)];
      await postWith(jonas, `Beitrag Nummer ${POSTS}.`).waitFor();
      await beginReply(jonas, 'Ich schreibe noch an ');
      const field = jonas.page.getByRole('textbox', { name: 'Text der Antwort' });
      const before = await topOf(jonas, `Beitrag Nummer ${POSTS - 1}.`);
      const fieldBefore = await field.boundingBox();

      await beginReply(birte, 'Eben fertig geworden: der Förderantrag.');
      await sendReply(birte);
      await postWith(birte, 'Eben fertig geworden').waitFor();
      // He is told and can look, but is left where he is.
      const news = jonas.page.getByRole('button', { name: 'Ein neuer Beitrag' });
      await news.waitFor();
      expect(Math.abs((await topOf(jonas, `Beitrag Nummer ${POSTS - 1}.`)) - before)).toBeLessThan(2);
      expect(await field.boundingBox()).toEqual(fieldBefore);
      await jonas.page.keyboard.type('meinem Satz.');
      expect((await field.innerText()).trim()).toBe('Ich schreibe noch an meinem Satz.');
      expect(await jonas.accessibilityFaults()).toEqual([]);
      await news.click();
      await postWith(jonas, 'Eben fertig geworden').waitFor();
      expect((await field.innerText()).trim()).toBe('Ich schreibe noch an meinem Satz.');
      await sendReply(jonas);
      await postWith(jonas, 'Ich schreibe noch an meinem Satz.').waitFor();
      await birte.page.getByRole('button', { name: 'Ein neuer Beitrag' }).or(postWith(birte, 'Ich schreibe noch an meinem Satz.')).first().waitFor();
      expect([...jonas.complaints, ...birte.complaints]).toEqual([]);
      await jonas.leave();
      await birte.leave();
    });
  });
}
