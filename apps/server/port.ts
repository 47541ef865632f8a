import { createServer } from 'node:net';

const HIGHEST_PORT = 65_535;
/** So many ports are tried for one to offer. */
const MOST_TRIED = 100;

/** @returns null where the port can be listened on, else the code of the fault. */
async function probe(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

async function nextFree(port: number, host: string): Promise<number | null> {
  for (let candidate = port + 1; candidate <= Math.min(HIGHEST_PORT, port + MOST_TRIED); candidate += 1) {
    if ((await probe(candidate, host)) === null) return candidate;
  }
  return null;
}

/** @returns null where the server can listen there, else why not, in German and English. */
export async function portFault(port: number, host: string): Promise<string | null> {
  const code = await probe(port, host);
  if (code === null) return null;
  if (code !== 'EADDRINUSE') return listenFault(code);
  const free = await nextFree(port, host);
  if (free === null) return `Der Port ${port} ist belegt. Setzen Sie PORT auf einen freien.\nPort ${port} is taken. Set PORT to a free one.`;
  return (
    `Der Port ${port} ist belegt. Frei ist zum Beispiel ${free}: PORT=${free} npm start\n` +
    `Port ${port} is taken. Port ${free} is free: PORT=${free} npm start`
  );
}

/** One sentence in each language for an address that cannot be bound. */
export function listenFault(code: string): string {
  if (code === 'EADDRINUSE') {
    return 'Der Port ist inzwischen belegt. Setzen Sie PORT auf einen freien.\nThe port has been taken meanwhile. Set PORT to a free one.';
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return (
      'Dieser Port ist dem Konto nicht erlaubt, unter dem Pusteblume läuft. Setzen Sie PORT auf 1024 oder höher.\n' +
      'The account that runs Pusteblume may not use this port. Set PORT to 1024 or above.'
    );
  }
  return (
    'An dieser Adresse kann dieser Rechner nicht lauschen. Setzen Sie HOST auf eine eigene Adresse, etwa 127.0.0.1 oder 0.0.0.0.\n' +
    'This machine cannot listen on this address. Set HOST to an address of its own, such as 127.0.0.1 or 0.0.0.0.'
  );
}
