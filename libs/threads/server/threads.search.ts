import { Inject, Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '#access/server';
import { Db, type ConsumedEvent } from '#platform/server';
import { SearchRegistry, type SearchCard, type SearchContribution, type SearchDocument } from '#search/server';
import { PostCards } from './post/post-cards.js';
import { SEARCH_EVENTS } from './threads.outbox.js';

/** One voice in a conversation stands behind the text or question it is about. */
const STANDING = 0.8;
/** What everybody who reads the thread may read, and its own subject does not bring along. */
const FINDABLE = `p.state = 'published' and p.deleted_at is null and not p.is_opening and t.state in ('published', 'retired')`;

/** What search knows of posts: replies and comments; the first word of a subject is found with the subject. */
@Injectable()
export class ThreadsContribution implements SearchContribution {
  readonly kind = 'post';
  readonly isPiece = true;
  readonly events = SEARCH_EVENTS;

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(Db) private readonly db: Db,
    @Inject(PostCards) private readonly cards: PostCards,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy({ name, payload }: ConsumedEvent): Promise<readonly string[]> {
    const { postId, postIds, threadId } = payload;
    if (typeof postId === 'string') return [postId];
    if (Array.isArray(postIds)) return postIds as readonly string[];
    if (name !== 'ThreadChanged' || typeof threadId !== 'string') return [];
    const rows = await this.db.query<{ id: string }>('select id from post where thread_id = $1', [threadId]);
    return rows.map((row) => row.id);
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    const rows = await this.db.query<Omit<SearchDocument, 'kind' | 'audience' | 'keywords' | 'standing'>>(
      `select p.id, p.space_id as "spaceId", p.author_ids as "authorIds", t.topic_ids as "topicIds", t.title, p.plain_text as body, p.created_at as "createdAt",
         coalesce(p.edited_at, p.created_at) as "updatedAt"
       from post p join thread t on t.id = p.thread_id where p.id = any($1::uuid[]) and ${FINDABLE}`,
      [ids],
    );
    return rows.map((row) => ({ ...row, kind: this.kind, audience: row.spaceId ?? '', keywords: [], standing: STANDING }));
  }

  async allIds(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(`select p.id from post p join thread t on t.id = p.thread_id where ${FINDABLE} order by p.id`);
    return rows.map((row) => row.id);
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    const cards = await this.cards.of(viewer, ids);
    return cards
      .filter((card) => card.state === 'published' && !card.isOpening)
      .map((card) => ({
        id: card.id,
        kind: this.kind,
        title: card.title,
        text: card.plainText,
        path: card.path,
        spaceId: card.spaceId,
        // Who wrote what is told to members of the programme only.
        authorIds: isMember(viewer) ? card.authorIds : [],
        topicIds: [],
        updatedAt: card.editedAt ?? card.createdAt,
        state: 'current' as const,
      }));
  }
}
