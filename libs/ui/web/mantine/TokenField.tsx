import { lazy, Suspense } from 'react';
import { FieldFrame } from '../field/FieldFrame.js';
import { Skeleton } from '../state/State.js';
import type { TokenFieldProps } from './token-field.props.js';

const MantineTokens = lazy(async () => ({ default: (await import('./MantineTokens.js')).MantineTokens }));

/** Several out of many: topics, people. Loaded when first shown. */
export function TokenField(props: TokenFieldProps) {
  const { label, help, optional } = props;
  return (
    <Suspense
      fallback={
        <FieldFrame id="" isPending label={label} help={help} {...(optional && { optional })}>
          <Skeleton lines={1} />
        </FieldFrame>
      }
    >
      <MantineTokens {...props} />
    </Suspense>
  );
}
