import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupCode } from '#accounts/server';
import type { Config } from '#platform/server';

/** What the operator reads after a start: where it is and what to do next. */
export async function greet(app: NestFastifyApplication, config: Config): Promise<void> {
  const lines = [`Pusteblume läuft / is running: ${config.publicUrl}`];
  const code = await app.get(SetupCode, { strict: false }).issue();
  if (code !== null) {
    lines.push(
      '',
      'Noch ist niemand da. Richten Sie das Programm ein: / Nobody is here yet. Set up the programme:',
      `  ${config.publicUrl}/einrichten`,
      `  Code: ${code}`,
      '  (gilt einmal, bis zum nächsten Start / valid once, until the next start)',
    );
  }
  if (config.smtpUrl === null) lines.push('', `Mails liegen in / mails are kept in: ${config.dataDir}/mail`);
  console.log(`\n${lines.join('\n')}\n`);
}
