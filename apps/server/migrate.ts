import 'reflect-metadata';
import { migrate } from '#platform/server';
import { connectDatabase } from './app.js';
import { run } from './run.js';

/** Brings the database to this version and ends. Safe to repeat, also after being killed half way. */
run(async (config) => {
  const database = await connectDatabase(config, false);
  try {
    const names = await migrate(database.dataSource);
    console.log(names.length === 0 ? 'Nichts zu tun. / Nothing to do.' : names.join('\n'));
  } finally {
    await database.stop();
  }
});
