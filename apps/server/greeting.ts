import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/server';

/** What the operator reads after a start: where it is and what to do next. */
export async function greet(_app: NestFastifyApplication, config: Config): Promise<void> {
  console.log(`\nPusteblume läuft / is running: ${config.publicUrl}`);
  if (config.smtpUrl === null) console.log(`Mails liegen in / mails are kept in: ${config.dataDir}/mail`);
}
