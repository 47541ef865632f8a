import { ConfigError, readConfig, Refusal, type Config } from '#platform/server/config';
import { AlreadyRunning } from './instance-lock.js';
import { leave } from './leave.js';
import { dataDirectoryFault } from './data-directory.js';
import { startFault } from './start-fault.js';

/**
 * Frames every entry of the process: reads the configuration, and tells mistakes as sentences in German and English.
 * @param entry resolves when nothing is left to do; a server resolves while it keeps listening.
 */
export function run(entry: (config: Config, parameters: readonly string[]) => Promise<void>): void {
  const start = async (): Promise<void> => {
    const config = readConfig(process.env);
    const fault = dataDirectoryFault(config);
    if (fault !== null) throw new Refusal(fault);
    return entry(config, process.argv.slice(2));
  };
  start().catch((error: unknown) => {
    console.error(sentenceFor(error));
    leave(1);
  });
}

function sentenceFor(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof Refusal) return error.message;
  if (error instanceof AlreadyRunning) {
    const place = error.url === null ? '' : ` (${error.url})`;
    return (
      `Pusteblume läuft schon in diesem Datenverzeichnis${place}. Beenden Sie die laufende Instanz oder setzen Sie DATA_DIR.\n` +
      `Pusteblume is already running on this data directory${place}. Stop that instance or set DATA_DIR.`
    );
  }
  return startFault(error) ?? error;
}
