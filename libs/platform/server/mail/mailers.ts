import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { uuidv7 } from '#platform/shared';
import type { Config } from '../config/config.js';
import type { Mail, Mailer } from './mail.js';
import { htmlPartOf, oneLine, textPartOf } from './mail-body.js';

function messageOf(config: Config, mail: Mail): Parameters<ReturnType<typeof createTransport>['sendMail']>[0] {
  return {
    from: config.mailFrom,
    // As an object the name is encoded and can add neither recipients nor headers.
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: textPartOf(mail),
    html: htmlPartOf(mail),
    messageId: `<${uuidv7()}@${new URL(config.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Hands mails to the operator's server. */
export class SmtpMailer implements Mailer {
  private readonly transport;

  constructor(private readonly config: Config, smtpUrl: string) {
    this.transport = createTransport(smtpUrl, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as never);
  }

  async send(mail: Mail): Promise<void> {
    await this.transport.sendMail(messageOf(this.config, mail));
  }
}

/** Without a mail server: each mail becomes a file under `<dataDir>/mail`, newest last by name. */
export class FolderMailer implements Mailer {
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  constructor(private readonly config: Config) {}

  async send(mail: Mail): Promise<void> {
    const { message } = await this.transport.sendMail(messageOf(this.config, mail));
    const folder = path.resolve(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${uuidv7()}.eml`), message as unknown as Buffer, { mode: 0o600 });
  }
}

export function createMailer(config: Config): Mailer {
  return config.smtpUrl === null ? new FolderMailer(config) : new SmtpMailer(config, config.smtpUrl);
}
