import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';

/** The field of the sheet in which people say what they can tell others about, in words of their own. */
const TO_GIVE = 'topicsToGive';

/** Which topics are somebody's: those followed, and those that the own sheet names, by name or synonym, as experience to give. */
@Injectable()
export class MyTopics {
  constructor(@Inject(Db) private readonly db: Db) {}

  async of(viewer: Viewer): Promise<readonly string[]> {
    if (viewer.accountId === null) return [];
    const rows = await this.db.hotQuery<{ id: string }>(
      `with said as (select lower(word) as word from sheet_value v join sheet_field f on f.id = v.field_id and f.key = '${TO_GIVE}', unnest(v.answers) word where v.account_id = $1)
       select k.id from topic k where k.merged_into_id is null and (
         k.id in (select f.target_id from following f where f.account_id = $1 and f.target_kind = 'topic' and f.level <> 'muted')
         or lower(k.name) in (select word from said)
         or exists (select from unnest(k.synonyms) synonym where lower(synonym) in (select word from said)))
       order by k.id`,
      [viewer.accountId],
    );
    return rows.map(({ id }) => id);
  }
}
