import { Suspense } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Alert, DateTime } from '#ui/web';
import { waitingTexts } from '../home/waiting-texts.js';

export const OwnMeasureFragment = graphql(`
  fragment OwnMeasureHere on OwnMeasure {
    id
    kind
    minutes
    reason
    endsAt
  }
`);

export interface MeasuresHereProps {
  readonly measures: readonly FragmentOf<typeof OwnMeasureFragment>[];
  /** Where it appears while somebody is at it already: it is read out. */
  readonly live?: boolean;
}

/** What moderation has imposed on oneself, until when and why; where one is about to write. */
export function MeasuresHere(props: MeasuresHereProps) {
  if (props.measures.length === 0) return null;
  // Its words may be still on their way: what is written around it must not vanish meanwhile.
  return <Suspense><Measures {...props} /></Suspense>;
}

function Measures({ measures, live = false }: MeasuresHereProps) {
  const t = useTexts(waitingTexts);
  return readFragment(OwnMeasureFragment, measures).map((measure) => (
    <Alert key={measure.id} kind="warning" live={live} title={t(`measure.${measure.kind}`, { count: measure.minutes ?? 0 })}>
      <p>{t.rich('measure.until', { date: <DateTime at={measure.endsAt} as="date" /> })}</p>
      <p>{measure.reason}</p>
    </Alert>
  ));
}

/** Whether somebody may only read. */
export function mayOnlyRead(measures: readonly { readonly kind: 'slow' | 'silence' | 'suspend' }[]): boolean {
  return measures.some(({ kind }) => kind !== 'slow');
}
