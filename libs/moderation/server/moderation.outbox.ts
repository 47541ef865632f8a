import { uuidv7 } from '#platform/shared';
import type { DomainEvent } from '#platform/server';

interface OfCase {
  readonly caseId: string;
  readonly spaceId: string;
  readonly byId: string | null;
}

interface OfMeasure {
  readonly measureId: string;
  readonly spaceId: string;
  readonly accountId: string;
}

/** With a name for the happening, so that what follows from it follows once. */
const happened = (name: string, payload: object): DomainEvent => ({ name, payload: { ...payload, occasionId: uuidv7() } });

/** What happens in moderation. Ids only: consumers load again with the visibility of their own moment. */
export const moderationEvents = {
  /** Something was reported; `reportId` for the receipt. */
  reported: (payload: OfCase & { readonly reportId: string }) => happened('ItemReported', payload),
  /** A guest's report was decided about; one for each, so that one refused address does not send the others their mail twice. */
  guestReportDecided: (payload: { readonly reportId: string; readonly caseId: string }) => happened('GuestReportDecided', payload),
  /** The gate kept something from sight or stopped at a word in it. */
  flagged: (payload: OfCase) => happened('ItemFlagged', payload),
  decided: (payload: OfCase) => happened('CaseDecided', payload),
  objected: (payload: OfCase) => happened('ObjectionMade', payload),
  objectionDecided: (payload: OfCase) => happened('ObjectionDecided', payload),
  measured: (payload: OfMeasure) => happened('MeasureImposed', payload),
  measureEnded: (payload: OfMeasure) => happened('MeasureEnded', payload),
};
