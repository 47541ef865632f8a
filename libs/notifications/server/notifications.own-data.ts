import { Inject, Injectable } from '@nestjs/common';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';
import { SpaceIdentity } from '#spaces/server';

/** What a person chose and was told of. Titles and texts are others' words and not kept with notices. */
@Injectable()
export class NotificationsOwnData implements OwnDataContribution {
  readonly name = 'notifications';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SpaceIdentity) private readonly identity: SpaceIdentity,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const viewer = await this.identity.viewerOf(accountId);
    const read = (sql: string) => this.db.query<object>(sql, [accountId]);
    return {
      // What lies out of sight by now, and mails that were dropped for it, would tell when something happens there.
      notices: await this.db.query<object>(
        `select kind, reason, created_at as "createdAt", read_at as "readAt" from notice
         where account_id = $1 and (space_id is null or space_id = any($2::uuid[])) order by created_at, id`,
        [accountId, [...(viewer?.readableSpaceIds ?? [])]],
      ),
      mails: await read('select form, created_at as "createdAt", sent_at as "sentAt" from notice_mail where account_id = $1 and sent_at is not null order by created_at, id'),
      following: await read('select target_kind as kind, target_id as id, level, since from following where account_id = $1 order by since, target_id'),
      preferences: await read('select category, on_page as "onPage", mail from notice_preference where account_id = $1 order by category'),
      schedule: await read(
        `select digest_hour as "digestHour", digest_weekday as "digestWeekday", quiet_from as "quietFrom", quiet_to as "quietTo", paused_through::text as "pausedThrough"
         from notice_schedule where account_id = $1`,
      ),
    };
  }
}
