interface RecordEntry {
  readonly spaceName: string | null;
  readonly subjectName: string | null;
  /** JSON. */
  readonly details: string;
}

/** An entry of the record in one line: what was done, to whom or what, in which space, and why. */
export function recordLine(entry: RecordEntry, act: string, withReason: (reason: string) => string): string {
  const names = [entry.subjectName, entry.spaceName].filter((name) => name !== null);
  const reason = reasonIn(entry.details);
  return `${act}${names.length === 0 ? '' : `: ${names.join(', ')}`}${reason === null ? '' : ` – ${withReason(reason)}`}`;
}

function reasonIn(details: string): string | null {
  try {
    const { reason } = JSON.parse(details) as { readonly reason?: unknown };
    return typeof reason === 'string' && reason.trim() !== '' ? reason : null;
  } catch {
    return null;
  }
}
