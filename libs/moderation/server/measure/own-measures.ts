import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { Measures } from './measures.js';
import type { OwnMeasure } from './measure.type.js';

/** What holds against the viewer in a space, for whatever shows it where they would write. One statement for all spaces of a request. */
@Injectable()
export class OwnMeasures {
  constructor(@Inject(Measures) private readonly measures: Measures) {}

  async inSpace(context: GraphqlContext, spaceId: string): Promise<readonly OwnMeasure[]> {
    if (context.viewer.accountId === null) return [];
    return perRequest(context, this, () => new DataLoader((ids: readonly string[]) => this.measures.runningIn(context.viewer, ids))).load(spaceId);
  }
}
