import 'reflect-metadata';
import { SearchIndexing } from '#search/server';
import { runCommand } from './command.js';

runCommand({
  usage: 'npm run search:rebuild',
  takesSubject: false,
  options: [],
  work: async ({ app }) => {
    await app.get(SearchIndexing, { strict: false }).rebuild((line) => console.log(line));
  },
});
