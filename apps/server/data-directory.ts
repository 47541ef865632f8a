import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '#platform/server';

/**
 * Makes the data directory where it is missing and something has to lie in it: with database, mail server and secret given,
 * the process needs no place to write to.
 * @returns null where it can be written to or is not needed, else why not, in German and English.
 */
export function dataDirectoryFault({ dataDir, databaseUrl, smtpUrl, secret }: Pick<Config, 'dataDir' | 'databaseUrl' | 'smtpUrl' | 'secret'>): string | null {
  if (databaseUrl !== null && smtpUrl !== null && secret !== null) return null;
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return (
      'Das Datenverzeichnis lässt sich nicht anlegen oder beschreiben. Setzen Sie DATA_DIR auf einen Ordner, der dem Konto gehört, unter dem Pusteblume läuft.\n' +
      'The data directory cannot be made or written to. Set DATA_DIR to a folder that belongs to the account that runs Pusteblume.'
    );
  }
}
