import 'reflect-metadata';
import path from 'node:path';
import { Outbox } from '#platform/server';
import { importTipsFromFolder } from '#tips/server';
import { runCommand, tellProgress } from './command.js';

runCommand({
  usage: 'npm run import:tips -- <folder> --space <slug> --author <address>',
  takesSubject: true,
  options: [
    { name: 'space', isRequired: true },
    { name: 'author', isRequired: true },
  ],
  work: async ({ app }, { subject, options }) => {
    const wish = { folder: path.resolve(subject), space: options['space'] ?? '', author: options['author'] ?? '' };
    const files = await importTipsFromFolder(app, wish, tellProgress('Tipps'));
    for (const file of files) {
      const problems = file.problems.map((problem) => problem.reason).join(', ');
      console.log(`${file.outcome.padEnd(9)} ${file.path}${problems === '' ? '' : `  (${problems})`}`);
    }
    const count = (outcome: string): number => files.filter((file) => file.outcome === outcome).length;
    console.log(`neu/new ${count('created')}, geändert/changed ${count('changed')}, unverändert/unchanged ${count('unchanged')}, abgelehnt/refused ${count('refused')}`);
    // Without a running server nobody else would put them into the search index.
    await app.get(Outbox).drain();
  },
});
