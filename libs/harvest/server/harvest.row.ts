/** What somebody said to their words in a tip. `open`: asked, not answered yet. */
export const CONSENTS = ['open', 'verbatim', 'paraphrase', 'no'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What has become of the post that a passage was taken from. */
export const SOURCES = ['stands', 'edited', 'deleted', 'hidden'] as const;
export type Source = (typeof SOURCES)[number];

/** That a tip was made of a discussion. */
export interface HarvestRow {
  readonly tipId: string;
  /** Null once the discussion is gone. */
  readonly discussionId: string | null;
  readonly fromSpaceId: string;
  readonly madeById: string | null;
  readonly createdAt: Date;
}

/** A passage with what its author said. */
export interface PassageRow {
  readonly id: string;
  readonly tipId: string;
  readonly postId: string;
  readonly authorId: string | null;
  readonly text: string;
  readonly place: number;
  /** Of whoever is gone what they last said; `paraphrase` where they never did: nobody can agree to the words any more. */
  readonly consent: Consent;
  /** `edited`: since the tip was begun; `deleted`: by its author, or gone altogether; `hidden`: by moderation, alone or with its discussion. */
  readonly source: Source;
}

export interface VoiceRow {
  readonly tipId: string;
  readonly accountId: string;
  readonly consent: Consent;
  readonly wantsCredit: boolean;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

export interface SettlementRow {
  readonly key: string;
  readonly reason: string;
  readonly settledById: string | null;
  readonly settledAt: Date;
}

export const HARVEST_COLUMNS = `h.tip_id as "tipId", h.discussion_id as "discussionId", h.from_space_id as "fromSpaceId", h.made_by as "madeById", h.created_at as "createdAt"`;
export const VOICE_COLUMNS = `v.tip_id as "tipId", v.account_id as "accountId", v.consent, v.wants_credit as "wantsCredit", v.asked_at as "askedAt", v.answered_at as "answeredAt"`;
