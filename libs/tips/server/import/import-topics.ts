import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { uuidv7 } from '#platform/shared';
import { canKeepTopics } from '../tip/tip.policy.js';
import type { TopicRow } from '../tip/tip.row.js';
import { TopicService } from '../topic/topic.service.js';

/** Topic ids by every word that means them, in lower case. */
export type Vocabulary = Map<string, string>;

/** The topics that files name: found by name, address or synonym; new ones are made by who keeps the vocabulary. */
@Injectable()
export class ImportTopics {
  constructor(
    @Inject(TopicService) private readonly topics: TopicService,
  ) {}

  async vocabulary(): Promise<Vocabulary> {
    const words: Vocabulary = new Map();
    const all = await this.topics.all(true);
    const put = (word: string, topic: TopicRow): void => {
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), topic.id);
    };
    // Names before synonyms: a word that is a topic of its own means that one.
    for (const topic of all) put(topic.name, topic);
    for (const topic of all) [topic.slug, ...topic.synonyms].forEach((word) => put(word, topic));
    return words;
  }

  isUsable(viewer: Viewer, vocabulary: Vocabulary, name: string): boolean {
    return vocabulary.has(name.toLowerCase()) || canKeepTopics(viewer);
  }

  /** In the files' order; what is unknown and may not be made is left out. */
  async idsFor(tx: EntityManager, viewer: Viewer, vocabulary: Vocabulary, names: readonly string[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const name of names) {
      const known = vocabulary.get(name.toLowerCase());
      if (known !== undefined) ids.push(known);
      else if (canKeepTopics(viewer)) {
        const id = uuidv7();
        await this.topics.insert(tx, { id, name, description: '', synonyms: [] });
        vocabulary.set(name.toLowerCase(), id);
        ids.push(id);
      }
    }
    return [...new Set(ids)];
  }
}
