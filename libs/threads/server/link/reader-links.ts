import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { CONFIG, Db, type Config } from '#platform/server';
import { isUuid } from '#platform/shared';
import { TITLED_PLACES } from '#text/server';
import { htmlWithLinks, linksInHtml, linksInMarkdown, markdownWithLinks, type OwnLink } from './own-links.js';

/** Which of these a viewer may see, by the part of the address that names them. */
export type SeenAddresses = (viewer: Viewer, keys: readonly string[]) => Promise<ReadonlySet<string>>;

/** Nobody follows more links of one page; what comes after leaves its words. */
const MOST = 500;

/**
 * Texts as they are stored know no reader; their links may lead to posts, discussions and tips that this one must not
 * see. Whoever shows a text asks here, so that nobody is sent to a closed door, nor told by an address what is behind it.
 */
@Injectable()
export class ReaderLinks {
  private readonly ownOrigin: string;
  private readonly kinds = new Map<string, SeenAddresses>();

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CONFIG) config: Config,
  ) {
    this.ownOrigin = new URL(config.publicUrl).origin;
    this.contribute('beitrag', async (viewer, ids) => this.seenPosts(viewer, ids));
  }

  /** @param place first part of the address of what a content domain shows: `d` for `/d/<slug>`. */
  contribute(place: string, seen: SeenAddresses): void {
    // Plain text leaves these out for everybody; it knows no readers, and must know all places.
    if (!TITLED_PLACES.has(place)) throw new Error(`plain text tells addresses of /${place}`);
    if (this.kinds.has(place)) throw new Error(`two kinds of links to /${place}`);
    this.kinds.set(place, seen);
  }

  /** HTML of {@link renderMarkdown}; texts without such links cost nothing, all others one statement for each kind. */
  async html(viewer: Viewer, texts: readonly string[]): Promise<readonly string[]> {
    const isFollowed = await this.followed(viewer, texts.flatMap(linksInHtml));
    return isFollowed === null ? texts : texts.map((text) => htmlWithLinks(text, isFollowed));
  }

  /** The same of whatever bears its HTML. */
  async shownIn<Bearer extends { readonly html: string }>(viewer: Viewer, bearers: readonly Bearer[]): Promise<readonly Bearer[]> {
    const shown = await this.html(viewer, bearers.map(({ html }) => html));
    return bearers.map((bearer, at) => ({ ...bearer, html: shown[at] ?? '' }));
  }

  /** The same for Markdown that readers get to see or take along. */
  async markdown(viewer: Viewer, texts: readonly string[]): Promise<readonly string[]> {
    const isFollowed = await this.followed(viewer, texts.flatMap((text) => linksInMarkdown(text, this.ownOrigin)));
    return isFollowed === null ? texts : texts.map((text) => markdownWithLinks(text, this.ownOrigin, isFollowed));
  }

  /** Null where there is nothing to ask. */
  private async followed(viewer: Viewer, links: readonly OwnLink[]): Promise<((link: OwnLink) => boolean) | null> {
    const asked = links.filter(({ place }) => this.kinds.has(place));
    if (asked.length === 0) return null;
    const seen = new Map<string, ReadonlySet<string>>();
    for (const [place, seenOf] of this.kinds) {
      const keys = [...new Set(asked.filter((link) => link.place === place).map(({ key }) => key))].slice(0, MOST);
      if (keys.length > 0) seen.set(place, await seenOf(viewer, keys));
    }
    return ({ place, key }) => !this.kinds.has(place) || seen.get(place)?.has(key) === true;
  }

  private async seenPosts(viewer: Viewer, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const post = toSql(visibleTo(viewer), 'p', 2);
    const thread = toSql(visibleTo(viewer), 't', 2 + post.parameters.length);
    const rows = await this.db.query<{ id: string }>(
      `select p.id from post p join thread t on t.id = p.thread_id where p.id = any($1::uuid[]) and ${post.sql} and ${thread.sql}`,
      [keys.filter(isUuid), ...post.parameters, ...thread.parameters],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
