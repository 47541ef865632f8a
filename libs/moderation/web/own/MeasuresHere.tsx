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

const STRICTNESS = ['suspend', 'silence', 'slow'];

function Measures({ measures, live = false }: MeasuresHereProps) {
  const t = useTexts(waitingTexts);
  // The stricter first: without access it says little that one may only read.
  const stricterFirst = readFragment(OwnMeasureFragment, measures).toSorted((one, other) => STRICTNESS.indexOf(one.kind) - STRICTNESS.indexOf(other.kind));
  return stricterFirst.map((measure) => (
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
