import { AppError, formatText, type TextValue } from '#platform/shared';
import de from '../i18n/de.json' with { type: 'json' };
import type { ImportPreview, MemberImport } from './member-import.js';

interface ImportWishes {
  /** The coordinator in whose name it happens. */
  readonly actor: { readonly accountId: string | null };
  readonly bytes: Uint8Array;
  /** Only look, change nothing. */
  readonly isPreview: boolean;
  readonly spaceIds?: readonly string[];
}

const german = { locale: 'de', address: 'sie' } as const;

/**
 * The import of members for the command line: says what it sees line by line, then imports all or nothing.
 * @param say takes one line for the console.
 * @returns whether everything was fine.
 */
export async function runMemberImport(members: MemberImport, wishes: ImportWishes, say: (line: string) => void): Promise<boolean> {
  const texts: Readonly<Record<string, TextValue | undefined>> = de;
  const sentence = (reason: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const text = texts[`import.${reason}`];
    return text === undefined ? reason : formatText(text, params, german);
  };
  const preview = await looked(members, wishes.bytes);
  if (preview instanceof AppError) {
    say(sentence(preview.reason, preview.details.params));
    say(sentence('nothing'));
    return false;
  }
  say(sentence('read', { rows: preview.rowCount, encoding: preview.encoding, delimiter: preview.delimiter === '\t' ? 'Tab' : preview.delimiter }));
  const named = (isTaken: boolean): string => preview.columns.filter(({ name, target }) => name !== '' && (target !== '') === isTaken).map(({ name }) => name).join(', ');
  if (named(true) !== '') say(sentence('taken', { columns: named(true) }));
  if (named(false) !== '') say(sentence('passedOver', { columns: named(false) }));
  for (const { line, column, reason, params } of preview.problems) {
    say(`${sentence('line', { line })}${column === null ? '' : `, ${column}`}: ${sentence(reason, params)}`);
  }
  if (preview.problems.some((problem) => problem.isError)) {
    say(sentence('nothing'));
    return false;
  }
  if (wishes.isPreview) {
    say(sentence('wouldInvite', { count: preview.newCount }));
    return true;
  }
  const count = await members.store(wishes.actor, wishes.bytes, null, wishes.spaceIds ?? []);
  say(sentence('invited', { count }));
  return true;
}

/** What is no table at all is told like a fault in a line, not thrown at whoever typed the command. */
async function looked(members: MemberImport, bytes: Uint8Array): Promise<ImportPreview | AppError> {
  try {
    return await members.look(bytes, null);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
