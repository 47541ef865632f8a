import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { itemKey, ModeratedKinds, type ModeratedItem, type Surrounding } from '../kinds/moderated-kinds.js';
import { asJudge, inItsSpace } from './case.policy.js';
import { CaseQueries, type ActRow, type AuthorHistory, type ReportRow } from './case.queries.js';
import type { CaseRow } from './case.row.js';

interface Loaders {
  readonly item: DataLoader<CaseRow, ModeratedItem | null>;
  readonly surroundings: DataLoader<CaseRow, readonly Surrounding[]>;
  readonly reports: DataLoader<string, readonly ReportRow[]>;
  readonly acts: DataLoader<string, readonly ActRow[]>;
  readonly history: DataLoader<CaseRow, AuthorHistory>;
  readonly waiting: DataLoader<string, number | null>;
}

/** Reads beside cases, gathered over one request and bound to its viewer. */
@Injectable()
export class CaseLoaders {
  constructor(
    @Inject(CaseQueries) private readonly queries: CaseQueries,
    @Inject(ModeratedKinds) private readonly kinds: ModeratedKinds,
  ) {}

  of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      item: new DataLoader(async (cases: readonly CaseRow[]) => this.items(context, cases)),
      surroundings: new DataLoader(async (cases: readonly CaseRow[]) => this.surroundings(context, cases)),
      reports: new DataLoader(async (ids: readonly string[]) => this.queries.reports(ids)),
      acts: new DataLoader(async (ids: readonly string[]) => this.queries.acts(ids)),
      history: new DataLoader(async (cases: readonly CaseRow[]) => this.queries.histories(cases)),
      waiting: new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.queries.waitingCounts(context.viewer, ids);
        return ids.map((id) => counts.get(id) ?? null);
      }),
    }));
  }

  /** With a moderator's sight for a coordinator who steps in. */
  private async items({ viewer }: GraphqlContext, cases: readonly CaseRow[]): Promise<readonly (ModeratedItem | null)[]> {
    const found = await this.kinds.loadAll(asJudge(viewer, ...cases), cases.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId })));
    return cases.map((one) => inItsSpace(one, found.get(itemKey(one.itemKind, one.itemId))));
  }

  /** Of items that are out of sight nothing around them is shown either. */
  private async surroundings(context: GraphqlContext, cases: readonly CaseRow[]): Promise<readonly (readonly Surrounding[])[]> {
    const items = await this.of(context).item.loadMany(cases);
    const seen = cases.filter((_, index) => items[index] !== null && !(items[index] instanceof Error));
    const found = await this.kinds.aroundAll(asJudge(context.viewer, ...seen), seen.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId })));
    return cases.map((one) => (seen.includes(one) ? (found.get(itemKey(one.itemKind, one.itemId)) ?? []) : []));
  }
}
