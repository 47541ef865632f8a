import { Refusal } from '#platform/server/config';
import { portFault } from './port.js';
import { run } from './run.js';

run(async (config, parameters) => {
  const fault = await portFault(config.port, config.host);
  if (fault !== null) throw new Refusal(fault);
  // Only now: what is refused is told at once, also on a machine that has hardly a moment for us.
  const { serve } = await import('./serve.js');
  await serve(config, parameters);
});
