/** Why the gate stopped at something. */
export interface GateNote {
  readonly reason: 'firstItems' | 'watchedWord';
  /** Of `watchedWord`: the line of the space's list. */
  readonly word: string | null;
}
