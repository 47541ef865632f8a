import type { DomainEvent } from '#platform/server';
import { uuidv7 } from '#platform/shared';

/** An event that people are told of: it names the happening, so that it tells them once however often it arrives. */
function telling(name: string, payload: Readonly<Record<string, unknown>>): DomainEvent {
  return { name, payload: { ...payload, occasionId: uuidv7() } };
}

/** What happens to tips. Ids and reasons only; consumers load again with today's visibility. */
export const tipEvents = {
  /** Released, for the first time or anew; also after a restored revision. */
  published: (tip: { tipId: string; spaceId: string; revision: number; isMinor: boolean }): DomainEvent => ({ name: 'TipPublished', payload: tip }),
  /** Handed in for a moderator's look. */
  submitted: (tip: { tipId: string; spaceId: string; version: number }): DomainEvent => telling('TipSubmitted', tip),
  /** A moderator sent a text back. */
  returned: (tip: { tipId: string; spaceId: string; byId: string | null; toId: string | null }): DomainEvent => telling('TipReturned', tip),
  /** A moderator released what others had handed in. */
  released: (tip: { tipId: string; spaceId: string; byId: string | null; toId: string | null }): DomainEvent => telling('TipReleased', tip),
  /** Retired, brought back, hidden or shown again. */
  stateChanged: (tip: { tipId: string; spaceId: string; state: string; byId: string | null }): DomainEvent => telling('TipStateChanged', tip),
  /** It reads differently because somebody it names has left. */
  renamed: (tip: { tipId: string; spaceId: string }): DomainEvent => ({ name: 'TipRenamed', payload: tip }),
  /** Somebody confirmed that it is still right. */
  checked: (tip: { tipId: string; spaceId: string }): DomainEvent => ({ name: 'TipChecked', payload: tip }),
  /** Its check date has passed. */
  overdue: (tip: { tipId: string; spaceId: string }): DomainEvent => telling('TipOverdue', tip),
  /** A reader found it outdated. */
  noted: (note: { tipId: string; noteId: string }): DomainEvent => telling('TipNoted', note),
  /** Gone for good. */
  removed: (tip: { tipId: string; spaceId: string }): DomainEvent => ({ name: 'TipRemoved', payload: tip }),
  /** An import was confirmed and shall run. */
  importStarted: (job: { importId: string }): DomainEvent => ({ name: 'TipImportStarted', payload: job }),
} as const;

/** Events after which a tip reads differently for searchers; a changed topic's tips are found by other words. */
export const SEARCH_EVENTS = ['TipPublished', 'TipStateChanged', 'TipChecked', 'TipOverdue', 'TipRemoved', 'TipRenamed', 'TopicChanged'] as const;
