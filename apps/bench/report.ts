import type { Measurement } from './load.js';
import type { Collection, Scenario } from './scenario.js';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A table of all figures, and what grows with the amount. */
export function report({ noun, note }: Collection, scenarios: readonly Scenario[], sizes: readonly number[], results: ReadonlyMap<string, readonly Measurement[]>): void {
  const of = (name: string, pick: (measurement: Measurement) => number): number => median((results.get(name) ?? []).map(pick));
  const rps = (name: string): number => of(name, (measurement) => measurement.requestsPerSecond);
  const cpu = (name: string): number => of(name, (measurement) => measurement.cpuMs);
  console.log(`\nMedian of the rounds; CPU is server and database together, per request.${note === undefined ? '' : ` ${note}`}\n`);
  console.log(['scenario', noun, 'who', 'req/s', 'CPU ms', 'p50 ms', 'p95 ms', '% of floor req/s', 'CPU ÷ guest'].join(' | '));
  for (const scenario of scenarios) {
    for (const size of sizes) {
      for (const who of ['floor', ...scenario.who]) {
        const name = `${scenario.name}, ${size}, ${who}`;
        const share = ((100 * rps(name)) / rps(`${scenario.name}, ${size}, floor`)).toFixed(0);
        const toGuest = who === 'signed in' && scenario.who.includes('guest') ? (cpu(name) / cpu(`${scenario.name}, ${size}, guest`)).toFixed(2) : '';
        const cells = [rps(name).toFixed(0), cpu(name).toFixed(2), of(name, (m) => m.p50Ms).toFixed(1), of(name, (m) => m.p95Ms).toFixed(1), share, toGuest];
        console.log([scenario.name, size, who, ...cells].join(' | '));
      }
    }
  }
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === large) return;
  console.log(`\nCPU at ${large} ÷ CPU at ${small}:`);
  for (const scenario of scenarios) {
    const ratios = ['floor', ...scenario.who].map((who) => `${who} ${(cpu(`${scenario.name}, ${large}, ${who}`) / cpu(`${scenario.name}, ${small}, ${who}`)).toFixed(2)}`);
    console.log(`${scenario.name}: ${ratios.join(', ')}`);
  }
}
