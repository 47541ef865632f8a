/** Reporting, reviewing, objecting: pages, and what other domains put on theirs. Light on purpose: it is part of the first load. */
export { logOfSpace, moderationOfSpace, moderationPlace, moderationRoutes, moderationTab, moderationWaiting } from './moderation.routes.js';
/** Name it among the texts of a route whose page shows one of the following, so that it does not wait for words. */
export { reportTexts } from './report/report-texts.js';
/** `<OwnDecisionNotice kind="tip" id={tip.id} />` on one's own hidden or held content: the reason, and the way to object. */
export { OwnDecisionNotice } from './own/OwnDecisionNotice.js';
export { ObjectionForm } from './own/ObjectionForm.js';
/** What holds against oneself in a space, for every place where one writes; `mayOnlyRead` where there is nothing to write then. */
export { mayOnlyRead, MeasuresHere, OwnMeasureFragment } from './own/MeasuresHere.js';
/** `<ReportAction kind="tip" id={tip.id} />` below one thing; `useReportEntry` for a menu. Not for what one wrote oneself. */
export { guestReportPath, ReportAction, useReportEntry } from './report/ReportAction.js';
export type { ReportActionProps } from './report/ReportAction.js';
/** For lists of many things: opened from an entry of their menu. */
export { ReportDialog } from './report/ReportDialog.js';
export type { ReportDialogProps } from './report/ReportDialog.js';
