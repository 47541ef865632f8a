import 'reflect-metadata';
import path from 'node:path';
import { Outbox } from '#platform/server';
import { runTipImport } from '#tips/server';
import { runCommand, tellProgress } from './command.js';

runCommand({
  usage: 'npm run import:tips -- <folder> --space <slug> --author <address> [--check yes]',
  takesSubject: true,
  options: [
    { name: 'space', isRequired: true },
    { name: 'author', isRequired: true },
    { name: 'check', isRequired: false },
  ],
  work: async ({ app }, { subject, options }) => {
    const wish = { folder: path.resolve(subject), space: options['space'] ?? '', author: options['author'] ?? '', isPreview: options['check'] !== undefined };
    const isFine = await runTipImport(app, wish, { say: console.log, reading: tellProgress('Gelesen'), making: tellProgress('Tipps') });
    if (!isFine) process.exitCode = 1;
    // Without a running server nobody else would put them into the search index.
    else if (!wish.isPreview) await app.get(Outbox).drain();
  },
});
