import type { Viewer } from '#access/server';
import type { ConsumedEvent } from '#platform/server';
import type { SearchDocument } from '../contract.js';

/** What a domain hands to search so that its things are found. Search knows none of them by itself. */
export interface SearchContribution {
  /** Name of the kind, also in the web's descriptors: `tip`. Letters only. */
  readonly kind: string;
  /** Set where it is found under the title of what it is a piece of, as a reply is: of such one suggestion is enough. */
  readonly isPiece?: boolean;
  /** Domain events after which something of this kind reads differently, appears or disappears. */
  readonly events: readonly string[];
  /** The ids an event touches; may be many (a topic's tips), may be none. */
  idsTouchedBy(event: ConsumedEvent): Promise<readonly string[]>;
  /**
   * The documents as they are now, whoever asks: used by the index alone. Ids missing in the answer leave the index:
   * drafts, hidden and deleted things are simply not given.
   */
  loadDocuments(ids: readonly string[]): Promise<readonly SearchDocument[]>;
  /** All ids that belong into the index, for a rebuild. */
  allIds(): Promise<readonly string[]>;
  /** Read through `visibleTo(viewer)` at the moment of answering; what is missing is not shown. */
  loadCards(viewer: Viewer, ids: readonly string[]): Promise<readonly SearchCard[]>;
  /** Groups of words that mean the same ("Etat", "Haushalt"), for everybody to read. */
  synonyms?(): Promise<readonly (readonly string[])[]>;
  /** Names of the topics it files things under, by id; unknown ones are missing. */
  topicNames?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** One result as its viewer may see it. Plain text throughout; marking and cutting is search's own business. */
export interface SearchCard {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Where the excerpt is cut from. Nothing the viewer may not read. */
  readonly text: string;
  /** Path in the web, `/tipp/haushalt-planen`. */
  readonly path: string;
  readonly spaceId: string | null;
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly updatedAt: Date | null;
  /** `overdue`: should have been checked; `retired`: kept, but no longer advised. */
  readonly state: 'current' | 'overdue' | 'retired';
}
