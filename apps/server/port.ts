import { createServer } from 'node:net';

async function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** @returns null where the port is free, else the next free one to offer. */
export async function alternativeTo(port: number, host: string): Promise<number | null> {
  if (await isFree(port, host)) return null;
  for (let candidate = port + 1; candidate < port + 100; candidate += 1) {
    if (await isFree(candidate, host)) return candidate;
  }
  return 0;
}
