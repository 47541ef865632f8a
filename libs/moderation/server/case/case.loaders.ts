import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { itemKey, ModeratedKinds, type ModeratedItem } from '../kinds/moderated-kinds.js';
import { asJudge, inItsSpace } from './case.policy.js';
import { CaseQueries, type ActRow, type AuthorHistory, type ReportRow } from './case.queries.js';
import type { CaseRow } from './case.row.js';

interface Loaders {
  readonly item: DataLoader<CaseRow, ModeratedItem | null>;
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
      reports: new DataLoader(async (ids: readonly string[]) => this.queries.reports(ids)),
      acts: new DataLoader(async (ids: readonly string[]) => this.queries.acts(ids)),
      history: new DataLoader(async (cases: readonly CaseRow[]) => this.queries.histories(cases)),
      waiting: new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.queries.waitingCounts(context.viewer, ids);
        return ids.map((id) => counts.get(id) ?? null);
      }),
    }));
  }

  /** With a moderator's sight for a coordinator who steps in, in that case's space alone. */
  private async items({ viewer }: GraphqlContext, cases: readonly CaseRow[]): Promise<readonly (ModeratedItem | null)[]> {
    const own = cases.filter((one) => asJudge(viewer, one) === viewer);
    const found = new Map(await this.kinds.loadAll(viewer, own.map(({ itemKind, itemId }) => ({ kind: itemKind, id: itemId }))));
    for (const one of cases) {
      if (own.includes(one)) continue;
      const items = await this.kinds.loadAll(asJudge(viewer, one), [{ kind: one.itemKind, id: one.itemId }]);
      for (const [key, item] of items) found.set(key, item);
    }
    return cases.map((one) => inItsSpace(one, found.get(itemKey(one.itemKind, one.itemId))));
  }
}
