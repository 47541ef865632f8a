import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * Makes the data directory where it is missing.
 * @returns null where it can be written to, else why not, in German and English.
 */
export function dataDirectoryFault(dataDir: string): string | null {
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
