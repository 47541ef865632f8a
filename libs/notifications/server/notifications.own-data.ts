import { ownLists } from '#accounts/server';
import { asViewer } from '#spaces/server';

/** What a person chose and was told of. Titles and texts are others' words and not kept with notices. */
export const notificationsOwnData = ownLists(
  'notifications',
  {
    // What lies out of sight by now, and mails that were dropped for it, would tell when something happens there.
    notices: (viewer) => ({
      sql: `select kind, reason, created_at as "createdAt", read_at as "readAt" from notice
        where account_id = $1 and (space_id is null or space_id = any($2::uuid[])) order by created_at, id`,
      parameters: [[...(viewer?.readableSpaceIds ?? [])]],
    }),
    mails: 'select form, created_at as "createdAt", sent_at as "sentAt" from notice_mail where account_id = $1 and sent_at is not null order by created_at, id',
    following: 'select target_kind as kind, target_id as id, level, since from following where account_id = $1 order by since, target_id',
    preferences: 'select category, on_page as "onPage", mail from notice_preference where account_id = $1 order by category',
    schedule: `select digest_hour as "digestHour", digest_weekday as "digestWeekday", quiet_from as "quietFrom", quiet_to as "quietTo", paused_through::text as "pausedThrough"
      from notice_schedule where account_id = $1`,
  },
  asViewer,
);
