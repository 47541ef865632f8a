import type { TipLoaders } from '../tip/tip.loaders.js';
import type { HandbookChapter, StoredChapter } from './handbook.type.js';

/**
 * Chapters as they are read: tips out of the viewer's sight are left out, each place has its anchor.
 * @param keepsLinks for whoever goes on from the Markdown: a link they cannot follow would be lost for all who can.
 */
export async function entriesOf(chapters: readonly StoredChapter[], { tip: tips, shownHtml, shownMarkdown }: ReturnType<TipLoaders['of']>, keepsLinks = false): Promise<readonly HandbookChapter[]> {
  return Promise.all(
    chapters.map(async ({ title, intro, introHtml, tipIds }, chapter) => {
      const [visible, shownIntro, html] = await Promise.all([
        Promise.all(tipIds.map((id) => tips.load(id))),
        keepsLinks ? intro : shownMarkdown.load(intro),
        shownHtml.load(introHtml),
      ]);
      const entries = visible.filter((tip) => tip !== null).map((tip) => ({ tipId: tip.id, anchor: `k${chapter + 1}-${tip.id.slice(-12)}` }));
      return { title, intro: shownIntro, introHtml: html, entries };
    }),
  );
}
