import { parseArgs } from 'node:util';
import { Refusal } from '#platform/server/config';
import { AppError } from '#platform/shared';
import { startApplication, type Application } from './app.js';
import { run } from './run.js';

/** A named value of the command line, e.g. `--space klima`. */
export interface CommandOption {
  readonly name: string;
  readonly isRequired: boolean;
}

export interface CommandInput {
  /** The one thing without a name: a file or a folder; empty where the command takes none. */
  readonly subject: string;
  readonly options: Readonly<Record<string, string | undefined>>;
}

interface Command {
  readonly usage: string;
  readonly takesSubject: boolean;
  readonly options: readonly CommandOption[];
  readonly work: (running: Application, input: CommandInput) => Promise<void>;
}

/** Frames a one-shot command: reads its words, starts the application beside any running server, ends it again. */
export function runCommand(command: Command): void {
  run(async (config, parameters) => {
    const input = read(command, parameters);
    const running = await startApplication({ ...config, logLevel: 'error' }, { isWorker: false, isOnly: false });
    try {
      await command.work(running, input);
    } catch (error) {
      if (error instanceof AppError) throw new Refusal(`${error.details.field ?? ''} ${error.reason}`.trim());
      throw error;
    } finally {
      await running.stop();
    }
  });
}

function read(command: Command, parameters: readonly string[]): CommandInput {
  const options = Object.fromEntries(command.options.map((option) => [option.name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: command.takesSubject });
    const missing = command.options.filter((option) => option.isRequired && values[option.name] === undefined);
    if (missing.length > 0 || (command.takesSubject && positionals.length !== 1)) throw new Error('incomplete');
    return { subject: positionals[0] ?? '', options: values as Record<string, string | undefined> };
  } catch {
    throw new Refusal(`So geht es / usage: ${command.usage}`);
  }
}

/** One line that counts up in place at a terminal, and a line now and then in a log. */
export function tellProgress(word: string): (done: number, of: number) => void {
  return (done, of) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${word} ${done}/${of}${done === of ? '\n' : ''}`);
    else if (done === of || done % 25 === 0) console.log(`${word} ${done}/${of}`);
  };
}
