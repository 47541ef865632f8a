import { Inject, Injectable } from '@nestjs/common';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';

/** What a person keeps, with the person's own notes; not what the things are called, which may have left their sight. */
@Injectable()
export class BookmarksOwnData implements OwnDataContribution {
  readonly name = 'bookmarks';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const bookmarks = await this.db.query<object>(
      `select kind, target_id as "targetId", note, remind_on::text as "remindOn", created_at as "createdAt" from bookmark where account_id = $1 order by created_at`,
      [accountId],
    );
    return { bookmarks };
  }
}
