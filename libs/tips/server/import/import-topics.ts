import { Inject, Injectable } from '@nestjs/common';
import { TopicService, type TopicRow } from '#topics/server';

/** Topic ids by every word that means them, in lower case. */
export type Vocabulary = ReadonlyMap<string, string>;

/**
 * The topics that files name: found by name, address or synonym. An import makes none: the vocabulary is the whole
 * programme's, and the words of a closed space would be read by all.
 */
@Injectable()
export class ImportTopics {
  constructor(
    @Inject(TopicService) private readonly topics: TopicService,
  ) {}

  async vocabulary(): Promise<Vocabulary> {
    const words = new Map<string, string>();
    const all = await this.topics.all(true);
    const put = (word: string, topic: TopicRow): void => {
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), topic.id);
    };
    // Names before synonyms: a word that is a topic of its own means that one.
    for (const topic of all) put(topic.name, topic);
    for (const topic of all) [topic.slug, ...topic.synonyms].forEach((word) => put(word, topic));
    return words;
  }

  isKnown(vocabulary: Vocabulary, name: string): boolean {
    return vocabulary.has(name.toLowerCase());
  }

  /** In the files' order; what is unknown is left out. */
  idsFor(vocabulary: Vocabulary, names: readonly string[]): readonly string[] {
    return [...new Set(names.map((name) => vocabulary.get(name.toLowerCase())).filter((id) => id !== undefined))];
  }
}
