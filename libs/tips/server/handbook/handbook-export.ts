import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { slugOf } from '#text/shared';
import { ReaderLinks } from '#threads/server';
import { ExportQueries } from '../export/export.queries.js';
import { HandbookQueries } from './handbook.queries.js';

/** A handbook as one Markdown file. */
@Injectable()
export class HandbookExport {
  constructor(
    @Inject(HandbookQueries) private readonly queries: HandbookQueries,
    @Inject(ExportQueries) private readonly exports: ExportQueries,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  /** Null for what the viewer does not see; tips out of their sight are left out. */
  async fileOf(viewer: Viewer, id: string): Promise<{ readonly name: string; readonly content: string } | null> {
    const handbook = await this.queries.byId(viewer, id);
    if (handbook === null) return null;
    const tips = new Map((await this.exports.byIds(viewer, handbook.chapters.flatMap((chapter) => chapter.tipIds))).map((tip) => [tip.id, tip]));
    const [intro = '', ...intros] = await this.links.markdown(viewer, [handbook.intro, ...handbook.chapters.map((chapter) => chapter.intro)]);
    const parts = [`# ${handbook.title}`, intro];
    for (const [at, chapter] of handbook.chapters.entries()) {
      parts.push(`## ${chapter.title}`, shifted(intros[at] ?? '', 2));
      for (const tipId of chapter.tipIds) {
        const tip = tips.get(tipId);
        if (tip !== undefined) parts.push(`### ${tip.title}`, tip.summary === '' ? '' : `*${tip.summary.replaceAll('*', '\\*')}*`, shifted(tip.body, 3));
      }
    }
    const content = `${parts.map((part) => part.trim()).filter((part) => part !== '').join('\n\n')}\n`;
    return { name: `${slugOf(handbook.title, 60) || 'handbuch'}.md`, content };
  }
}

/** Moves all headings below a level; what stands in code stays. */
export function shifted(markdown: string, below: number): string {
  const lines = markdown.split('\n');
  let fence: string | null = null;
  const levels = new Set<number>();
  const headings = lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      return null;
    }
    const level = fence === null ? /^ {0,3}(#{1,6})(?=\s)/.exec(line)?.[1]?.length : undefined;
    if (level !== undefined) levels.add(level);
    return level ?? null;
  });
  const offset = below + 1 - Math.min(...levels, 6);
  return lines
    .map((line, index) => {
      const level = headings[index];
      return level === null || level === undefined ? line : line.replace(/^( {0,3})#{1,6}/, `$1${'#'.repeat(Math.min(6, level + offset))}`);
    })
    .join('\n');
}
