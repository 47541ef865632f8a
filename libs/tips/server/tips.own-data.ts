import { Inject, Injectable } from '@nestjs/common';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';

/**
 * What a person wrote: released texts that are the person's own revisions, drafts the person saved last, notes, handbooks.
 * Also from spaces the person has left: the words stay their own. Texts of co-authors are not among them.
 */
@Injectable()
export class TipsOwnData implements OwnDataContribution {
  readonly name = 'tips';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const read = (sql: string) => this.db.query<object>(sql, [accountId]);
    const text = 'x.tip_id as "tipId", x.title, x.summary, x.body';
    return {
      revisions: await read(`select ${text}, x.number, x.note, x.created_at as "createdAt" from tip_revision x where x.author_id = $1 order by x.created_at`),
      drafts: await read(`select ${text}, x.note, x.saved_at as "savedAt" from tip_working_copy x where x.saved_by = $1 order by x.saved_at`),
      keptDrafts: await read(`select ${text}, x.saved_at as "savedAt" from tip_kept_draft x where x.saved_by = $1 order by x.saved_at`),
      foundHelpful: await read('select tip_id as "tipId", created_at as "createdAt" from tip_helped where account_id = $1 order by created_at'),
      notes: await read('select tip_id as "tipId", reason, created_at as "createdAt" from tip_note where account_id = $1 order by created_at'),
      handbooks: await read(
        `select handbook_id as "handbookId", number, title, intro, chapters, created_at as "createdAt" from handbook_revision where author_id = $1 order by created_at`,
      ),
    };
  }
}
