import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { uuidv7 } from '#platform/shared';
import type { Config } from '../config/config.js';
import { MailRefused, type Mail, type Mailer } from './mail.js';
import { isAboutAddress } from './mail-answers.js';
import { htmlPartOf, oneLine, textPartOf } from './mail-body.js';

/** One stuck connection must not hold up the next try of this mail for longer than it is reserved for. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

function messageOf(config: Config, mail: Mail): Parameters<ReturnType<typeof createTransport>['sendMail']>[0] {
  const host = new URL(config.publicUrl).hostname;
  const { list, threadId } = mail;
  return {
    from: config.mailFrom,
    // As an object the name is encoded and can add neither recipients nor headers.
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: textPartOf(mail),
    html: htmlPartOf(mail),
    messageId: `<${mail.id}@${host}>`,
    // The thread's first message was never sent; mail programs put together what names the same one.
    ...(threadId === undefined ? {} : { inReplyTo: `<${threadId}@${host}>`, references: [`<${threadId}@${host}>`] }),
    ...(list === undefined ? {} : { list: { id: { url: `${list.id}.${host}`, comment: oneLine(list.name) } } }),
    ...(mail.returnTo === undefined ? {} : { envelope: { from: mail.returnTo, to: mail.to.address } }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Exchange reads this one: no notes of absence to a sender that nobody reads.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': mail.locale,
      // As prepared text: folding would break the address apart for strict readers.
      ...(list === undefined
        ? {}
        : {
            'List-Unsubscribe': { prepared: true, value: `<${list.unsubscribeUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Hands mails to the operator's server. */
export class SmtpMailer implements Mailer {
  private readonly transport;

  constructor(private readonly config: Config, smtpUrl: string) {
    this.transport = createTransport(smtpUrl, TIMEOUTS as never);
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail(messageOf(this.config, mail));
    } catch (error) {
      throw withoutAddress(error);
    }
  }
}

/** What servers answer repeats addresses; logs and the list of hopeless work keep none. */
function withoutAddress(error: unknown): Error {
  const { code, responseCode, response, command } = error as { readonly code?: unknown; readonly responseCode?: unknown; readonly response?: unknown; readonly command?: unknown };
  const answer = typeof responseCode === 'number' ? responseCode : 0;
  if (command === 'RCPT TO' && answer >= 500 && answer < 600 && isAboutAddress(String(response))) return new MailRefused(answer);
  return new Error(`the mail server did not take the mail (${String(code)}${answer === 0 ? '' : ` ${answer}`}${command === undefined ? '' : ` at ${String(command)}`})`);
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
