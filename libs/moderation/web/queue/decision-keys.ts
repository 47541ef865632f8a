/** The key of each decision: the first letter of its German word, the same in both languages so that hands need not learn twice. */
export const DECISION_KEYS = { keep: 'b', hide: 'a', restore: 'w', release: 'f', reject: 'l' } as const;

/** Over an objection. */
export const OBJECTION_KEY = 'e';

export type Decision = keyof typeof DECISION_KEYS;

/** These two go with a reason that the author reads. */
export const needsReason = (decision: Decision): decision is 'hide' | 'reject' => decision === 'hide' || decision === 'reject';

/** What is expected most comes first and is the one primary button: what waits is let through, what is reported stays. */
const ORDER: readonly Decision[] = ['release', 'keep', 'restore', 'hide', 'reject'];

export const inOrder = (decisions: readonly Decision[]): readonly Decision[] => ORDER.filter((decision) => decisions.includes(decision));
