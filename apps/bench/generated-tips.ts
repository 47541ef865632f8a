import type { DataSource } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import { numbers, wordFrom } from './generated-words.js';

/** In about a third of all tips. */
export const FREQUENT_WORD = 'Klimaschutz';
/** In five tips, whatever their number. */
export const RARE_WORD = 'Fledermauskasten';

const BATCH = 1000;
const WORDS_PER_TIP = 120;

export interface GeneratedTip {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly revisedAt: Date;
}

function generatedTip(position: number, total: number, random: () => number): GeneratedTip {
  const words = (count: number): string => Array.from({ length: count }, () => wordFrom(random())).join(' ');
  const isRare = position % Math.floor(total / 5) === 0 && position < Math.floor(total / 5) * 5;
  const extra = [...(random() < 0.33 ? [FREQUENT_WORD] : []), ...(isRare ? [RARE_WORD] : [])].join(' ');
  return {
    id: uuidv7(),
    slug: `tipp-${position}`,
    title: `Wie gelingt ${words(4)}?`,
    summary: words(14),
    text: `${words(WORDS_PER_TIP)} ${extra}`.trim(),
    revisedAt: new Date(Date.UTC(2026, 0, 1) + position * 60_000),
  };
}

/** Fills a space with generated, published tips, straight into the tables. */
export async function fillWithTips(dataSource: DataSource, place: { spaceId: string; authorId: string }, total: number, tell: (line: string) => void): Promise<void> {
  const random = numbers(42);
  for (let from = 0; from < total; from += BATCH) {
    const tips = Array.from({ length: Math.min(BATCH, total - from) }, (_unused, index) => generatedTip(from + index, total, random));
    const paragraphs = (tip: GeneratedTip): string => tip.text.replace(/(.{300,400}?) /g, '$1\n\n');
    await dataSource.query(
      `insert into tip (id, space_id, author_ids, state, slug, title, summary, body, html, plain_text, words, reading_minutes,
                        revision_number, published_at, revised_at, checked_at, checked_by, check_due_on, created_at)
       select id, $1, array[$2]::uuid[], 'published', slug, title, summary, body, html, body, 120, 1, 1, at, at, at, $2, (at + interval '12 months')::date, at
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
         as given(id, slug, title, summary, body, html, at)`,
      [
        place.spaceId,
        place.authorId,
        tips.map((tip) => tip.id),
        tips.map((tip) => tip.slug),
        tips.map((tip) => tip.title),
        tips.map((tip) => tip.summary),
        tips.map(paragraphs),
        tips.map((tip) => paragraphs(tip).split('\n\n').map((part) => `<p>${part}</p>`).join('\n')),
        tips.map((tip) => tip.revisedAt),
      ],
    );
    await dataSource.query('insert into tip_slug (slug, tip_id) select slug, id from unnest($1::text[], $2::uuid[]) as given(slug, id)', [
      tips.map((tip) => tip.slug),
      tips.map((tip) => tip.id),
    ]);
    if ((from / BATCH) % 10 === 0) tell(`  ${Math.min(from + BATCH, total)} / ${total} Tipps`);
  }
  await dataSource.query('analyze');
}
