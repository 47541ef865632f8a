import type { DomainEvent } from '#platform/server';

/** What happens to the vocabulary. */
export const topicEvents = {
  /** A word changed; what carries it is found by other words now. */
  changed: (topic: { topicId: string }): DomainEvent => ({ name: 'TopicChanged', payload: topic }),
} as const;
