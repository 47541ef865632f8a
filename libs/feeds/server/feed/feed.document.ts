import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { CONFIG, programmeSettings, Settings, type Config } from '#platform/server';
import { formatText, type TextParams } from '#platform/shared';
import { canRead, SpaceQueries } from '#spaces/server';
import { htmlForElsewhere } from '#text/server';
import { FeedSources, type FeedEntry } from '../feed-sources.js';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { atomOf, type AtomEntry } from './atom.js';
import type { FeedRow } from './feed.addresses.js';
import { FeedTexts } from './feed-text.js';

const texts = { de, en } as const;

/** What reader programmes show at once; they keep what they have read. */
const ENTRIES = 30;

export interface FeedDocument {
  readonly xml: string;
  readonly updatedAt: Date;
}

/** The feed of a space as one viewer may read it now. */
@Injectable()
export class FeedDocuments {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(FeedSources) private readonly sources: FeedSources,
    @Inject(FeedTexts) private readonly texts: FeedTexts,
  ) {}

  /** Null where the viewer no longer reads the space. */
  async of(viewer: Viewer, feed: FeedRow, selfUrl: string): Promise<FeedDocument | null> {
    const space = await this.spaces.byId(viewer, feed.spaceId);
    if (space === null || !canRead(viewer, space)) return null;
    const programme = await this.settings.get(programmeSettings);
    const say = (key: keyof typeof de, params: TextParams = {}): string =>
      formatText(texts[viewer.locale][key], { programme: programme.name, ...params }, { locale: viewer.locale, address: programme.address });
    const entries = await this.newest(viewer, space.id);
    const updatedAt = entries[0]?.updatedAt ?? feed.createdAt;
    const carried = await this.texts.of(space.id);
    const isPointer = carried === 'pointer';
    return {
      updatedAt,
      xml: atomOf({
        id: `urn:uuid:${feed.id}`,
        language: viewer.locale,
        title: isPointer ? say('feed.closed.title') : say('feed.title', { space: space.name }),
        subtitle: say(isPointer ? 'feed.closed.subtitle' : 'feed.subtitle'),
        authorName: programme.name,
        selfUrl,
        // The address of a space is made of its name.
        pageUrl: `${this.config.publicUrl}/${isPointer ? '' : `raum/${space.slug}`}`,
        updatedAt,
        entries: entries.map((entry) => (isPointer ? this.pointer(entry, viewer, say('feed.closed.entry')) : this.entry(entry, carried === 'full', programme.locale))),
      }),
    };
  }

  /** Of all kinds together, the newest change first. */
  private async newest(viewer: Viewer, spaceId: string): Promise<readonly FeedEntry[]> {
    const found = await Promise.all(this.sources.all().map((source) => source.newest(viewer, spaceId, ENTRIES)));
    return found
      .flat()
      .toSorted((left, right) => right.updatedAt.getTime() - left.updatedAt.getTime() || right.id.localeCompare(left.id))
      .slice(0, ENTRIES);
  }

  private entry(entry: FeedEntry, isFull: boolean, language: string): AtomEntry {
    const url = this.config.publicUrl + entry.path;
    const head = { id: `urn:uuid:${entry.id}`, language, title: entry.title, url, publishedAt: entry.at, updatedAt: entry.updatedAt };
    if (!isFull) return head;
    return {
      ...head,
      ...(entry.authorName !== null && { authorName: entry.authorName }),
      html: htmlForElsewhere(entry.html, { origin: this.config.publicUrl, pageUrl: url }),
    };
  }

  /** Leads in by the id alone: an address made of a title would tell it. */
  private pointer(entry: FeedEntry, viewer: Viewer, title: string): AtomEntry {
    const url = `${this.config.publicUrl}${pathById(entry)}`;
    return { id: `urn:uuid:${entry.id}`, language: viewer.locale, title, url, publishedAt: entry.at, updatedAt: entry.updatedAt };
  }
}

/** `/tipp/foerderung-3f2a1c` becomes `/tipp/<id>`: pages of content open by id as well as by address. */
function pathById(entry: FeedEntry): string {
  const [, place = ''] = entry.path.split('/');
  return `/${place}/${entry.id}`;
}
