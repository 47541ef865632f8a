import type DataLoader from 'dataloader';
import type { TipRow } from '../tip/tip.row.js';
import type { HandbookChapter, StoredChapter } from './handbook.type.js';

/** Chapters as they are read: tips out of the viewer's sight are left out, each place has its anchor. */
export async function entriesOf(chapters: readonly StoredChapter[], tips: DataLoader<string, TipRow | null>): Promise<readonly HandbookChapter[]> {
  return Promise.all(
    chapters.map(async ({ title, intro, introHtml, tipIds }, chapter) => {
      const visible = await Promise.all(tipIds.map((id) => tips.load(id)));
      const entries = visible.filter((tip) => tip !== null).map((tip) => ({ tipId: tip.id, anchor: `k${chapter + 1}-${tip.id.slice(-12)}` }));
      return { title, intro, introHtml, entries };
    }),
  );
}
