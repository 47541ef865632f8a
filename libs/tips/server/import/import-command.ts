import type { INestApplicationContext } from '@nestjs/common';
import { AppError, formatText } from '#platform/shared';
import de from '../i18n/de.json' with { type: 'json' };
import type { SourceProblem } from './import.source.js';
import { importTipsFromFolder, type FolderImport } from './import-folder.js';
import type { Progress } from './run-import.js';

export interface ImportVoice {
  /** Takes one line for the console. */
  readonly say: (line: string) => void;
  readonly reading: Progress;
  readonly making: Progress;
}

/** Of files that stay behind; a folder may hold a thousand pictures. */
const NAMED_FILES = 20;

const german = { locale: 'de', address: 'sie' } as const;

/**
 * The import of tips for the command line: says file by file what becomes of it.
 * @returns false where it could not be done, or where a mere look found files that would be refused.
 */
export async function runTipImport(app: INestApplicationContext, wish: FolderImport, { say, reading, making }: ImportVoice): Promise<boolean> {
  try {
    const passedOver = (paths: readonly string[]): void => {
      const names = paths.slice(0, NAMED_FILES).join(', ');
      say(sentence(paths.length > NAMED_FILES ? 'passedOverMany' : 'passedOver', { count: paths.length, names }));
    };
    const files = await importTipsFromFolder(app, wish, { passedOver, reading, making });
    for (const { path, outcome, problems } of files) {
      say(sentence(`outcome.${outcome}`, { path }));
      for (const problem of problems) say(`  ${problemSentence(problem)}`);
    }
    const count = (outcome: string): number => files.filter((file) => file.outcome === outcome).length;
    const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') };
    say(sentence(wish.isPreview === true ? 'wouldBe' : 'done', counts));
    return wish.isPreview !== true || counts.refused === 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(refusalSentence(error));
    return false;
  }
}

/** What is odd about a file, in words. */
export function problemSentence({ reason, line, excerpt }: SourceProblem): string {
  const said = textOf(`problem.${reason}`) === undefined ? sentence('problemOther', { reason }) : formatText(textOf(`problem.${reason}`) ?? '', {}, german);
  const quoted = excerpt === null ? said : sentence('excerpt', { problem: said, excerpt });
  return line === null ? quoted : sentence('line', { line, problem: quoted });
}

function refusalSentence({ reason, details }: AppError): string {
  const key = `refusal.${reason === 'notFound' ? `${details.field ?? 'space'}Unknown` : reason}`;
  return textOf(`import.${key}`) === undefined ? problemSentence({ reason, line: null, excerpt: null }) : sentence(key);
}

function textOf(key: string): string | undefined {
  const text = (de as Readonly<Record<string, unknown>>)[key];
  return typeof text === 'string' ? text : undefined;
}

function sentence(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return formatText(textOf(`import.${key}`) ?? key, params, german);
}
