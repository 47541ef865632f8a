import { useState } from 'react';
import { useLocale } from '#platform/web';
import { formatRelative, formatTime, type TimeStyle } from './format-time.js';

export interface DateTimeProps {
  /** ISO 8601 with time zone, as the server gives it. */
  readonly at: string;
  /** `relative` (default) says how long ago and shows the full time on hover. */
  readonly as?: TimeStyle | 'relative';
}

/** A moment, in German local time. */
export function DateTime({ at, as = 'relative' }: DateTimeProps) {
  const { locale } = useLocale();
  const [now] = useState(() => new Date());
  return (
    <time dateTime={at} title={as === 'full' ? undefined : formatTime(at, 'full', locale)}>
      {as === 'relative' ? formatRelative(at, now, locale) : formatTime(at, as, locale)}
    </time>
  );
}
