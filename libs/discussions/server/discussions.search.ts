import { Inject, Injectable } from '@nestjs/common';
import { isMember, toSql, visibleTo, type Viewer } from '#access/server';
import { Db, type ConsumedEvent } from '#platform/server';
import { SearchRegistry, type SearchCard, type SearchContribution, type SearchDocument } from '#search/server';
import { SEARCH_EVENTS } from './discussions.outbox.js';

interface DocumentRow {
  readonly id: string;
  readonly spaceId: string;
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is asked and what answered it; other replies are found by themselves. */
const TEXT = `(select coalesce(string_agg(p.plain_text, E'\\n' order by p.position), '') from post p where p.state = 'published' and p.deleted_at is null
  and ((p.thread_id = d.id and p.is_opening) or p.id in (select a.post_id from accepted_answer a where a.discussion_id = d.id)))`;
const IS_FOUND = `d.state = 'published' and d.merged_into_id is null`;

/** What search knows of discussions: for the readers of their space. */
@Injectable()
export class DiscussionsContribution implements SearchContribution {
  readonly kind = 'discussion';
  readonly events = SEARCH_EVENTS;

  constructor(
    @Inject(SearchRegistry) registry: SearchRegistry,
    @Inject(Db) private readonly db: Db,
  ) {
    registry.contribute(this);
  }

  async idsTouchedBy({ name, payload }: ConsumedEvent): Promise<readonly string[]> {
    const { discussionId, topicId, fromId, newId } = payload;
    if (name.startsWith('Post')) return this.idsByTexts(Array.isArray(payload['postIds']) ? payload['postIds'].map(String) : [String(payload['postId'])]);
    if (typeof discussionId === 'string') return [discussionId, ...[fromId, newId].filter((id) => typeof id === 'string')];
    if (typeof topicId !== 'string') return [];
    return this.idsWhere(`topic_ids @> array[$1]::uuid[] and ${IS_FOUND}`, [topicId]);
  }

  async loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    const rows = await this.db.query<DocumentRow>(
      `select d.id, d.space_id as "spaceId", d.author_ids as "authorIds", d.topic_ids as "topicIds", d.title, ${TEXT} as text,
         array(select word from topic k cross join lateral unnest(array_prepend(k.name, k.synonyms)) word where k.id = any(d.topic_ids)) as words,
         d.created_at as "createdAt", d.last_activity_at as "updatedAt"
       from discussion d where d.id = any($1::uuid[]) and ${IS_FOUND}`,
      [ids],
    );
    return rows.map(({ id, spaceId, authorIds, topicIds, title, text, words, createdAt, updatedAt }) => ({
      id, kind: this.kind, audience: spaceId, spaceId, authorIds, topicIds, title, body: text, keywords: words, createdAt, updatedAt, standing: 1,
    }));
  }

  async allIds(): Promise<readonly string[]> {
    return this.idsWhere(IS_FOUND, []);
  }

  async loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'd', 2);
    const rows = await this.db.hotQuery<DocumentRow & { readonly slug: string }>(
      `select d.id, d.slug, d.space_id as "spaceId", d.author_ids as "authorIds", d.topic_ids as "topicIds", d.title, ${TEXT} as text, d.last_activity_at as "updatedAt"
       from discussion d where d.id = any($1::uuid[]) and ${IS_FOUND} and ${sql}`,
      [ids, ...parameters],
    );
    return rows.map(({ id, slug, spaceId, authorIds, topicIds, title, text, updatedAt }) => ({
      id, kind: this.kind, title, text, path: `/d/${slug}`, spaceId,
      // Who wrote what is told to members of the programme only.
      authorIds: isMember(viewer) ? authorIds : [],
      topicIds, updatedAt, state: 'current',
    }));
  }

  /** Of a changed post only the first of a discussion and accepted answers stand in its document. */
  private async idsByTexts(postIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct d.id from post p join discussion d on d.id = p.thread_id where p.id = any($1::uuid[]) and (p.is_opening or exists (select from accepted_answer a where a.post_id = p.id))`,
      [postIds],
    );
    return rows.map(({ id }) => id);
  }

  private async idsWhere(condition: string, parameters: readonly unknown[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(`select d.id from discussion d where ${condition} order by d.id`, parameters);
    return rows.map(({ id }) => id);
  }
}
