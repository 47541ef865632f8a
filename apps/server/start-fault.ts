import { listenFault } from './port.js';

const UNREACHABLE_FAULT =
  'Die Datenbank ist nicht erreichbar. Prüfen Sie, ob sie läuft und ob Rechner und Port in DATABASE_URL stimmen.\n' +
  'The database cannot be reached. Check that it runs and that host and port in DATABASE_URL are right.';
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']);

/**
 * What hinders a start and can be mended by whoever runs the process, in German and English. Neither addresses nor
 * passwords are repeated: the sentence may end in a log.
 * @returns null for any other error.
 */
export function startFault(error: unknown): string | null {
  const { code, syscall } = partsOf(error);
  if (isSilent(error)) return UNREACHABLE_FAULT;
  if (code === undefined) return null;
  if (syscall === 'listen' || syscall === 'bind') return listenFault(code);
  if (code === '28P01' || code === '28000') {
    return (
      'Die Datenbank weist die Anmeldung ab. Prüfen Sie Name und Passwort in DATABASE_URL.\n' +
      'The database refuses the sign-in. Check name and password in DATABASE_URL.'
    );
  }
  if (code === '3D000') {
    return (
      'Diese Datenbank gibt es auf dem Server nicht. Legen Sie sie an oder berichtigen Sie DATABASE_URL.\n' +
      'There is no such database on the server. Create it or mend DATABASE_URL.'
    );
  }
  return isConnecting(error) && UNREACHABLE.has(code) ? UNREACHABLE_FAULT : null;
}

/** Something listens there and says nothing; the driver has no code for that. */
function isSilent(error: unknown): boolean {
  return error instanceof Error && /^(timeout expired|Connection terminated due to connection timeout|timeout exceeded when trying to connect)/.test(error.message);
}

/** Where a name has several addresses, Node gathers the faults of all of them. */
function isConnecting(error: unknown): boolean {
  const { errors, syscall } = partsOf(error);
  if (Array.isArray(errors)) return errors.some(isConnecting);
  return syscall === 'connect' || syscall === 'getaddrinfo' || syscall === 'read';
}

function partsOf(error: unknown): { readonly code?: string; readonly syscall?: string; readonly errors?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
