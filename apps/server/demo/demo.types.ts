/** The shapes of the demo programme's data. Keys are made for the demo only and never reach the database. */

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly isCoordinator?: boolean;
  readonly programmeRole: 'mentor' | 'mentee' | 'both' | 'none';
  readonly organisation: string;
  readonly position: string;
  readonly municipality: string;
  readonly state: string;
  readonly phone?: string;
  readonly about: string;
  /** Keys of topics this person can help with, and wants to learn about. */
  readonly gives: readonly string[];
  readonly wants: readonly string[];
}

/** Somebody who registered and waits for the coordinators. */
export interface DemoRegistration extends DemoPerson {
  /** What the coordinators asked back. */
  readonly question?: string;
  /** Their answer to it, else what they wrote about their reasons. */
  readonly message: string;
  readonly daysAgo: number;
}

export interface DemoSpace {
  readonly key: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly colour: 'berry' | 'brick' | 'heather' | 'lake' | 'meadow' | 'moss' | 'sand' | 'sky' | 'slate' | 'spruce' | 'sun';
  readonly emblem: 'bridge' | 'bulb' | 'circle' | 'hill' | 'house' | 'leaf' | 'path' | 'river' | 'seed' | 'sun' | 'wheel' | 'wind';
  readonly visibility: 'public' | 'programme' | 'closed' | 'hidden';
  readonly gates: readonly ('open' | 'request' | 'password' | 'invitation')[];
  readonly questions: readonly string[];
  readonly onlyFor?: 'mentor' | 'mentee';
  readonly publishers: 'authors' | 'mentors' | 'members';
  readonly parent?: string;
  readonly moderators: readonly string[];
  readonly authors: readonly string[];
  readonly members: readonly string[];
}

export interface DemoTopic {
  readonly key: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

export interface DemoTip {
  /** Also how the tips name each other in links: `/tipp/<key>`. The address is made from the title when it is published. */
  readonly key: string;
  readonly space: string;
  readonly author: string;
  readonly coAuthors?: readonly string[];
  readonly topics: readonly string[];
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
  readonly publishedDaysAgo: number;
}

export interface DemoJoinRequest {
  readonly space: string;
  readonly person: string;
  readonly message: string;
  readonly answers: readonly string[];
  readonly daysAgo: number;
}

/** A text somebody is still writing, or has handed in for a moderator's look. */
export interface DemoDraft {
  readonly key: string;
  readonly space: string;
  readonly author: string;
  readonly topics: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly isSubmitted: boolean;
  readonly daysAgo: number;
}

/** What a reader said about a tip. */
export interface DemoFeedback {
  readonly tip: string;
  readonly helped: readonly string[];
  readonly outdated?: { readonly person: string; readonly reason: string };
}

export interface DemoHandbook {
  readonly space: string;
  readonly title: string;
  readonly summary: string;
  readonly chapters: readonly { readonly title: string; readonly tips: readonly string[] }[];
}

export type DemoReaction = 'thanks' | 'helpful' | 'agree' | 'sameHere';

export interface DemoPost {
  readonly author: string;
  readonly daysAgo: number;
  /** Markdown. */
  readonly body: string;
  /** Who reacted, by kind. */
  readonly reactions?: Readonly<Partial<Record<DemoReaction, readonly string[]>>>;
  /** The asker took it as the answer. */
  readonly isAnswer?: boolean;
  /** Who told the moderation that something is wrong with it; it waits for a decision. */
  readonly report?: { readonly person: string; readonly reason: 'personalData' | 'advertising' | 'offTopic'; readonly words: string };
}

export interface DemoPoll {
  readonly question: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly isAnonymous: boolean;
  /** Who chose which options, by their place. */
  readonly votes: Readonly<Record<string, readonly number[]>>;
}

export interface DemoDiscussion {
  readonly key: string;
  readonly space: string;
  readonly kind: 'question' | 'exchange';
  readonly topics: readonly string[];
  readonly title: string;
  readonly isPinned?: boolean;
  readonly poll?: DemoPoll;
  /** The first one opens it. */
  readonly posts: readonly DemoPost[];
}
