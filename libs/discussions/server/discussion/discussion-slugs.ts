import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { slugOf } from '#text/shared';

/** Addresses of discussions. */
@Injectable()
export class DiscussionSlugs {
  /**
   * Makes the address for a title the discussion's own; former ones keep leading to it. The end of the id belongs to every
   * address: a plain one that is refused would tell that an unseen discussion bears the same title.
   */
  async claim(tx: EntityManager, discussionId: string, title: string): Promise<string> {
    const stem = slugOf(title, 80);
    for (const length of [6, 12]) {
      const slug = `${stem === '' ? 'diskussion' : stem}-${discussionId.slice(-length)}`;
      // The update changes nothing; it makes the row come back whoever owns it.
      const [row]: { discussionId: string }[] = await tx.query(
        'insert into discussion_slug (slug, discussion_id) values ($1, $2) on conflict (slug) do update set slug = excluded.slug returning discussion_id as "discussionId"',
        [slug, discussionId],
      );
      if (row?.discussionId === discussionId) return slug;
    }
    return discussionId;
  }
}
