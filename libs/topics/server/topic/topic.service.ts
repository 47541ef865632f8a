import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { slugOf } from '#text/shared';
import { topicEvents } from '../topics.outbox.js';
import { TopicCarriers } from './topic.carriers.js';
import { canKeepTopics } from './topic.policy.js';
import { TOPIC_COLUMNS, type TopicRow } from './topic.row.js';

const UNIQUE_VIOLATION = '23505';

interface TopicWords {
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly string[];
}

/** The vocabulary of the programme. Readable by everybody: it says nothing about what is filed under it. */
@Injectable()
export class TopicService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TopicCarriers) private readonly carriers: TopicCarriers,
  ) {}

  async all(withRetired: boolean): Promise<readonly TopicRow[]> {
    return this.db.query<TopicRow>(
      `select ${TOPIC_COLUMNS} from topic where merged_into_id is null and ($1 or retired_at is null) order by name collate "de-x-icu", id`,
      [withRetired],
    );
  }

  /** Also by the address of a topic that was merged into another one. */
  async bySlug(slug: string): Promise<TopicRow | null> {
    const [row] = await this.db.query<TopicRow>(
      `select ${TOPIC_COLUMNS} from topic where id = (select coalesce(merged_into_id, id) from topic where slug = $1)`,
      [slug.slice(0, 200).replaceAll('\0', '')],
    );
    return row ?? null;
  }

  async byId(id: string): Promise<TopicRow | null> {
    const [row] = await this.db.query<TopicRow>(`select ${TOPIC_COLUMNS} from topic where id = $1 and merged_into_id is null`, [id]);
    return row ?? null;
  }

  /**
   * Whether all of these may be given to something now: known, not retired, not merged.
   * @param tx the transaction that files something under them.
   */
  async areOffered(tx: EntityManager, ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return true;
    const known: readonly unknown[] = await tx.query('select id from topic where id = any($1::uuid[]) and retired_at is null and merged_into_id is null', [ids]);
    return known.length === new Set(ids).size;
  }

  async create(viewer: Viewer, topic: TopicWords & { readonly id: string }): Promise<void> {
    this.ensureKeeper(viewer);
    await this.db.write(viewer, async (tx) => {
      if (!(await this.db.isFirst(tx, viewer, topic.id, { name: topic.name, description: topic.description, synonyms: topic.synonyms }))) return;
      await this.insert(tx, topic);
    });
  }

  private async insert(tx: EntityManager, topic: TopicWords & { readonly id: string }): Promise<void> {
    const stem = slugOf(topic.name, 60);
    const plain = stem === '' ? `thema-${topic.id.slice(-6)}` : stem;
    const [taken]: unknown[] = await tx.query('select 1 from topic where slug = $1', [plain]);
    const slug = taken === undefined ? plain : `${plain}-${topic.id.slice(-6)}`;
    await this.uniqueName(
      tx.query('insert into topic (id, slug, name, description, synonyms, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)', [
        topic.id, slug, topic.name, topic.description, topic.synonyms, this.clock.now(),
      ]),
    );
  }

  async change(viewer: Viewer, topicId: string, words: TopicWords): Promise<void> {
    await this.update(viewer, topicId, 'name = $2, description = $3, synonyms = $4', [words.name, words.description, words.synonyms]);
  }

  async setRetired(viewer: Viewer, topicId: string, isRetired: boolean): Promise<void> {
    await this.update(viewer, topicId, 'retired_at = $2', [isRetired ? this.clock.now() : null]);
  }

  /** Two words for one thing: what carries the old one moves, the old word becomes a synonym, the old address a signpost. */
  async merge(viewer: Viewer, fromId: string, intoId: string): Promise<void> {
    this.ensureKeeper(viewer);
    if (fromId === intoId) throw AppError.badInput('intoTopicId', 'topic.sameTopic');
    await this.db.write(viewer, async (tx, emit) => {
      const rows: (TopicWords & { id: string })[] = await tx.query(
        'select id, name, description, synonyms from topic where id = any($1::uuid[]) and merged_into_id is null order by id for update',
        [[fromId, intoId]],
      );
      const from = rows.find((row) => row.id === fromId);
      const into = rows.find((row) => row.id === intoId);
      if (from === undefined || into === undefined) throw AppError.notFound();
      const synonyms = [...new Set([...into.synonyms, from.name, ...from.synonyms])].filter((word) => word.toLowerCase() !== into.name.toLowerCase());
      await tx.query('update topic set synonyms = $2, updated_at = $3 where id = $1', [intoId, synonyms, this.clock.now()]);
      await tx.query('update topic set merged_into_id = $2, updated_at = $3 where id = $1 or merged_into_id = $1', [fromId, intoId, this.clock.now()]);
      await this.carriers.replace(tx, fromId, intoId);
      emit(topicEvents.changed({ topicId: intoId }));
    });
  }

  private async update(viewer: Viewer, topicId: string, sets: string, values: readonly unknown[]): Promise<void> {
    this.ensureKeeper(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      const [found]: unknown[] = await tx.query('select 1 from topic where id = $1 and merged_into_id is null for update', [topicId]);
      if (found === undefined) throw AppError.notFound();
      await this.uniqueName(tx.query(`update topic set ${sets}, updated_at = now() where id = $1`, [topicId, ...values]));
      emit(topicEvents.changed({ topicId }));
    });
  }

  private ensureKeeper(viewer: Viewer): void {
    accountOf(viewer);
    if (!canKeepTopics(viewer)) throw AppError.forbidden('topic.mayNotKeep');
  }

  private async uniqueName(write: Promise<unknown>): Promise<void> {
    try {
      await write;
    } catch (error) {
      if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw AppError.badInput('name', 'topic.nameTaken');
      throw error;
    }
  }
}
