import { Inject, Injectable } from '@nestjs/common';
import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '#platform/server';
import { renderMarkdown, type RenderedMarkdown, type RenderOptions } from '#text/server';
import { slugOf } from '#text/shared';

/* Links to files beside this one; links to anchors, own paths and other hosts are none. */
const relativeFile = /\]\(\s*<?(?!#|\/|[a-z][a-z0-9+.-]*:)([^)\s>#]+\.(?:md|markdown|mdx|txt))/gi;

/** From Markdown to what is stored beside it, and from titles to addresses. */
@Injectable()
export class TipTexts {
  private readonly ownOrigin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.ownOrigin = new URL(config.publicUrl).origin;
  }

  render(body: string, options: Omit<RenderOptions, 'ownOrigin'> = {}): RenderedMarkdown {
    return renderMarkdown(body, { ...options, ownOrigin: this.ownOrigin });
  }

  /**
   * Renders an imported or exported text, whose relative links lead to other files of the same space.
   * @param sourceKey path of the text itself, where it is known already.
   */
  async renderIn(tx: EntityManager, tip: { readonly id: string; readonly spaceId: string }, body: string, sourceKey?: string): Promise<RenderedMarkdown> {
    const hrefs = [...body.matchAll(relativeFile)].flatMap(([, href]) => href ?? []);
    if (hrefs.length === 0) return this.render(body);
    const ownKey = sourceKey ?? (await this.sourceKeyOf(tx, tip.id));
    const links = hrefs.map((href) => fileKeyOf(ownKey, href));
    const rows: readonly { readonly key: string; readonly slug: string }[] = await tx.query(
      // An address bears the title: only of what readers may find anyway, and of what the same import is about to release.
      `select source_key as key, slug from tip t where space_id = $1 and source_key = any($2::text[])
         and (state in ('published', 'retired') or exists (
           select from tip_import i
             join tip_import_file own on own.import_id = i.id and own.path = $3 and own.tip_id = $4
             join tip_import_file claimed on claimed.import_id = i.id and claimed.path = t.source_key and claimed.tip_id = t.id
           where i.space_id = $1 and i.state = 'running' and claimed.outcome = 'created' and t.revision_number = 0))`,
      [tip.spaceId, links, ownKey, tip.id],
    );
    const slugs = new Map(rows.map(({ key, slug }) => [key, slug]));
    return this.render(body, { resolveLink: linkResolver(ownKey, (key) => slugs.get(key)) });
  }

  /**
   * Makes the address for a title the tip's own; former ones keep leading to it. The end of the id belongs to every
   * address: a plain one that is refused would tell that an unseen tip bears the same title.
   */
  async claimSlug(tx: EntityManager, tipId: string, title: string): Promise<string> {
    const stem = slugOf(title, 80);
    for (const length of [6, 12]) {
      const slug = `${stem === '' ? 'tipp' : stem}-${tipId.slice(-length)}`;
      // The update changes nothing; it makes the row come back whoever owns it.
      const [row]: { tipId: string }[] = await tx.query(
        'insert into tip_slug (slug, tip_id) values ($1, $2) on conflict (slug) do update set slug = excluded.slug returning tip_id as "tipId"',
        [slug, tipId],
      );
      if (row?.tipId === tipId) return slug;
    }
    return tipId;
  }

  /** The path of the file it came from; empty for a text that never was a file. */
  private async sourceKeyOf(tx: EntityManager, tipId: string): Promise<string> {
    const [row]: { key: string | null }[] = await tx.query('select source_key as key from tip where id = $1', [tipId]);
    return row?.key ?? '';
  }
}

/** The key of the file that a relative link of another one means. */
export function fileKeyOf(fromKey: string, href: string): string {
  let decoded = href;
  try {
    decoded = decodeURIComponent(href);
  } catch {
    // A per cent sign that encodes nothing belongs to the name.
  }
  return path.posix.normalize(path.posix.join(path.posix.dirname(fromKey), decoded)).normalize('NFC');
}

/**
 * For `resolveLink` of the renderer.
 * @param slugOfKey the slug or id of the tip made from a file.
 */
export function linkResolver(fromKey: string, slugOfKey: (key: string) => string | undefined): (href: string) => string | undefined {
  return (href) => {
    const [file = '', anchor] = href.split('#', 2);
    const slug = slugOfKey(fileKeyOf(fromKey, file.split('?')[0] ?? ''));
    if (slug === undefined) return undefined;
    return `/tipp/${slug}${anchor === undefined || anchor === '' ? '' : `#t-${anchor}`}`;
  };
}
