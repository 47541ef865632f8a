import { ownLists } from '#accounts/server';

/** What a person reported, objected, decided; what was decided about their texts and imposed on them. No names of others. */
export const moderationOwnData = ownLists('moderation', {
  reports: `select r.reason, r.words, r.created_at as "createdAt", c.item_kind as "itemKind", c.item_id as "itemId"
    from moderation_report r join moderation_case c on c.id = r.case_id where r.reporter_id = $1 order by r.created_at, r.id`,
  decisionsAboutOwnTexts: `select c.item_kind as "itemKind", c.item_id as "itemId", c.is_held as "isHeld", c.decision, c.decision_reason as reason,
      c.decision_note as note, c.decided_at as "decidedAt", o.words as objection, o.is_granted as "isObjectionGranted", o.note as "objectionNote"
    from moderation_case c left join moderation_objection o on o.case_id = c.id
    where c.author_ids @> array[$1]::uuid[] and (c.decision <> 'keep' or c.is_held) order by c.opened_at, c.id`,
  measures: `select space_id as "spaceId", space_name as "spaceName", kind, minutes, reason, starts_at as "startsAt", ends_at as "endsAt", ended_at as "endedAt"
    from moderation_measure where account_id = $1 order by starts_at, id`,
  actsAsModerator: `select space_id as "spaceId", act, item_kind as "itemKind", reason, note, at from moderation_act
    where actor_id = $1 and act not in ('reported', 'objected') order by at, id`,
  passedItems: 'select space_id as "spaceId", passed, last_written_at as "lastWrittenAt" from moderation_writer where account_id = $1 order by space_id',
});
