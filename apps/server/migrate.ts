import 'reflect-metadata';
import { connectDatabase } from './app.js';
import { run } from './run.js';

/** Brings the database to this version and ends. Safe to repeat, also after being killed half way. */
run(async (config) => {
  const database = await connectDatabase(config, false);
  try {
    const names = await database.migrate();
    console.log(names.length === 0 ? 'Nichts zu tun. / Nothing to do.' : names.join('\n'));
  } finally {
    await database.stop();
  }
});
