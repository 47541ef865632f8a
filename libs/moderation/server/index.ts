/** Reports, queue, holding, hiding, objections, measures against accounts, the log. */
import type { ServerDomain } from '#platform/server';
import { Moderation1700000000650 } from './moderation.migration.js';
import { ModerationModule } from './moderation.module.js';

/** For what forgets by age: what moderation took away goes `AWAY_KEPT_DAYS` after the decision, by `forget` or `forgetEach`. */
export { AWAY_KEPT_DAYS, AwayContent } from './case/away-content.js';
/** For whatever moves content to another space: `moved`, within its transaction; for whatever forgets content: `waitingAmong`. */
export { Cases } from './case/cases.js';
/** For content with buttons of its own for hiding: `hidden` and `shownAgain`, within its transaction. */
export { DirectActs } from './case/direct-acts.js';
export type { DirectAct } from './case/direct-acts.js';
/** Asked before somebody's words appear in a space: `judge` before the transaction, `record` within it. */
export { ModerationGate } from './gate/moderation-gate.js';
export type { GateNote } from './gate/gate-note.js';
export type { GateOptions, Verdict, WrittenItem } from './gate/moderation-gate.js';
/** Where content domains tell what can be reported and how it is hidden: `kinds.register({ kind: 'post', … })`. */
export { audienceChanged, changedMeanwhile, ModeratedKinds } from './kinds/moderated-kinds.js';
export type { ModeratedItem, ModeratedKind, ModerationAct, Surrounding } from './kinds/moderated-kinds.js';
/** What holds against the viewer in a space, for whatever they would write there. */
export { OwnMeasure } from './measure/measure.type.js';
export { OwnMeasures } from './measure/own-measures.js';
export { ModerationModule } from './moderation.module.js';

export const moderationDomain: ServerDomain = {
  name: 'moderation',
  module: ModerationModule,
  entities: [],
  migrations: [Moderation1700000000650],
};
