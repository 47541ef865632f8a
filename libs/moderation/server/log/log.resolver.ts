import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, PageArgs, type Page } from '#platform/server';
import type { ActRow } from '../case/case.queries.js';
import { LogQueries } from './log.queries.js';
import { ModerationFigure, ModerationLogConnection, ModerationLogLine, ModerationRecordConnection } from './log.type.js';

@Resolver()
export class LogResolver {
  constructor(@Inject(LogQueries) private readonly log: LogQueries) {}

  @Query(() => ModerationLogConnection, { description: 'What the moderation of a space did, for those who read it as members of the programme: no names, no texts. The newest first. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight.' })
  async moderationLog(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of a space the viewer reads as a member of the programme.') spaceId: string, @Args() page: PageArgs): Promise<Page<ModerationLogLine>> {
    return this.log.publicPage(viewer, spaceId, page.first, page.after ?? null);
  }

  @Query(() => [ModerationFigure], { description: 'How often what was done in a space within the last twelve months, reports and objections included. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight.' })
  async moderationFigures(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of a space the viewer reads as a member of the programme.') spaceId: string): Promise<readonly ModerationFigure[]> {
    return this.log.figures(viewer, spaceId);
  }

  @Query(() => ModerationRecordConnection, { description: 'The full record of a space one moderates, with names and words, the newest first; without what concerns one’s own texts. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; FORBIDDEN `moderation.moderatorsOnly`.' })
  async moderationRecord(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of a space one moderates.') spaceId: string, @Args() page: PageArgs): Promise<Page<ActRow>> {
    return this.log.fullPage(viewer, spaceId, page.first, page.after ?? null);
  }
}
