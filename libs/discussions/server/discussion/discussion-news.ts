import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SpaceContent } from '#access/server';
import { Live } from '#platform/server';

/** What happened to a discussion, for open pages; of its posts the hub of threads tells. */
export type DiscussionHappening = 'edited' | 'steered' | 'answers' | 'polls' | 'moved' | 'merged' | 'split' | 'state';

/** Open pages hear of it at the commit, those who may see it then. */
@Injectable()
export class DiscussionNews {
  constructor(@Inject(Live) private readonly live: Live) {}

  /** @param discussion as it was before: who loses sight of it has to look again, too. */
  tell(tx: EntityManager, { id, spaceId, state, authorIds }: SpaceContent, happening: DiscussionHappening): void {
    this.live.publish(tx, { topic: 'discussion', id, spaceId, state, authorIds, data: { happening } });
  }

  /** Lists of a space have one more. */
  tellOpened(tx: EntityManager, spaceId: string): void {
    this.live.publish(tx, { topic: 'space', id: spaceId, spaceId, data: { happening: 'discussionOpened' } });
  }
}
