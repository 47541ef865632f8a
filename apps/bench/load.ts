import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Target {
  readonly name: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** A function where requests come from different people. */
  readonly headers: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** A function where each request needs a body of its own: what is created has a new id. */
  readonly body: string | (() => string) | null;
  /** Words that a right answer holds: error pages are fast, too. */
  readonly has: string;
  /** Processes whose time is counted, with their children. */
  readonly pids: readonly number[];
}

export interface Measurement {
  readonly requestsPerSecond: number;
  /** Processor time of server and database per request, in milliseconds. */
  readonly cpuMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const CONNECTIONS = 10;
const TICKS_PER_SECOND = 100;

/** A closed loop: each of ten connections sends again as soon as it has its answer. */
export async function measure(target: Target, seconds: number): Promise<Measurement> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const cpuBefore = cpuSeconds(target.pids);
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      await ask(target, agent);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const elapsed = (performance.now() - begun) / 1000;
  const cpu = cpuSeconds(target.pids) - cpuBefore;
  agent.destroy();
  times.sort((left, right) => left - right);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requestsPerSecond: times.length / elapsed, cpuMs: (cpu * 1000) / times.length, p50Ms: at(0.5), p95Ms: at(0.95) };
}

function ask(target: Target, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(target.url, { method: target.method, headers: typeof target.headers === 'function' ? target.headers() : target.headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200 && text.includes(target.has)) resolve();
        else reject(new Error(`${target.name}: ${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    call.on('error', reject);
    call.end(typeof target.body === 'function' ? target.body() : (target.body ?? undefined));
  });
}

/** User and system time of processes and all their children (a postmaster covers its connections), Linux only. */
function cpuSeconds(pids: readonly number[]): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = new Map(all.flatMap((pid) => statOf(pid)));
  const isCounted = (pid: number): boolean => {
    for (let current: number | undefined = pid; current !== undefined && current > 1; current = stats.get(current)?.parent) {
      if (pids.includes(current)) return true;
    }
    return false;
  };
  // Children that ended in between are in their parent's account.
  return [...stats].filter(([pid]) => isCounted(pid)).reduce((sum, [, stat]) => sum + stat.ticks, 0) / TICKS_PER_SECOND;
}

function statOf(pid: number): readonly (readonly [number, { readonly parent: number; readonly ticks: number }])[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const [parent = 0] = [fields[1]];
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return [[pid, { parent, ticks }]];
  } catch {
    return [];
  }
}
