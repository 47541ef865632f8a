/** What can be imposed on somebody in a space. */
export type MeasureKind = 'slow' | 'silence' | 'suspend';
