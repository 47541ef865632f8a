import { useEffect, useState } from 'react';

const secondsUntil = (at: string | null, nowMs: number): number => (at === null ? 0 : Math.max(0, Math.ceil((Date.parse(at) - nowMs) / 1000)));

/** Whole seconds until a moment, counted down; 0 once it is there. */
export function useCountdown(at: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const isOver = secondsUntil(at, now) === 0;
  useEffect(() => {
    if (at === null || isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [at, isOver]);
  return secondsUntil(at, now);
}
