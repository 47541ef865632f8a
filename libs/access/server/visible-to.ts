import { all, any, never, type Expression } from './expression.js';
import type { Viewer } from './viewer.js';

/**
 * The one rule for everything that lives in a space. Lists, single reads, counts, search, live events and mails all
 * start here; nothing else in the house decides who may see what.
 */
export function visibleTo(viewer: Viewer): Expression {
  const readable: Expression = { is: 'spaceIn', ids: [...viewer.readableSpaceIds] };
  const rules: Expression[] = [all(readable, { is: 'stateIn', states: ['published', 'retired'] })];
  if (viewer.moderatedSpaceIds.size > 0) {
    rules.push(all({ is: 'spaceIn', ids: [...viewer.moderatedSpaceIds] }, { is: 'stateIn', states: ['review', 'hidden'] }));
  }
  if (viewer.accountId !== null) {
    // Who leaves a space keeps the drafts of their own and loses sight of the rest, also of what others write on together.
    rules.push(all({ is: 'ownedBy', accountId: viewer.accountId }, { is: 'stateIn', states: ['draft'] }));
    rules.push(all({ is: 'authoredBy', accountId: viewer.accountId }, readable, { is: 'stateIn', states: ['draft', 'review', 'hidden'] }));
  }
  return any(...rules);
}

/** The same for what belongs to its participants: nobody else, whatever their role. */
export function visibleToParticipants(viewer: Viewer): Expression {
  return viewer.accountId === null ? never : { is: 'participant', accountId: viewer.accountId };
}

/** What can be found by searching: published content of readable spaces; drafts and reviews have lists of their own. */
export function findableBy(viewer: Viewer): Expression {
  return all({ is: 'spaceIn', ids: [...viewer.readableSpaceIds] }, { is: 'stateIn', states: ['published', 'retired'] });
}
