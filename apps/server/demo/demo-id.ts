import { createHash } from 'node:crypto';

/** Always the same id for the same thing: filling the demo again, also after being interrupted, makes nothing twice. */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`pusteblume demo ${kind} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
