import { Inject, Injectable } from '@nestjs/common';
import { formatText, type TextParams, type TextValue } from '#platform/shared';
import { CONFIG, type Config } from '../config/config.js';
import { programmeSettings } from '../settings/programme.settings.js';
import { Settings } from '../settings/settings.js';
import { MAILER, type Mailer } from './mail.js';

/** A domain's texts in both languages, keys flat: `mails.confirm.subject`. */
export interface MailTexts {
  readonly de: Readonly<Record<string, TextValue>>;
  readonly en: Readonly<Record<string, TextValue>>;
}

export interface MailRecipient {
  readonly name: string;
  readonly address: string;
  readonly locale: 'de' | 'en';
}

/** Words a mail in the recipient's language and the programme's form of address, and sends it. */
@Injectable()
export class MailWriter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  /**
   * @param key stem of the wordings: `<key>.subject`, `<key>.body` (paragraphs parted by an empty line) and, with
   *   `path`, `<key>.action`. Besides `params` they may use `{programme}` and `{name}`.
   * @param path own path the button leads to; secrets go behind `#`, which no server and no log ever sees.
   */
  async send(to: MailRecipient, texts: MailTexts, key: string, params: TextParams = {}, path?: string): Promise<void> {
    const programme = await this.settings.get(programmeSettings);
    const setting = { locale: to.locale, address: programme.address } as const;
    const all: TextParams = { programme: programme.name, name: to.name, ...params };
    const word = (name: string): string => {
      const value = texts[to.locale][name];
      if (value === undefined) throw new Error(`no text ${name} in ${to.locale}`);
      return formatText(value, all, setting);
    };
    const closing = { de: 'Mit freundlichen Grüßen', en: 'Kind regards' }[to.locale];
    const greeting = { de: `Guten Tag, ${to.name},`, en: `Hello ${to.name},` }[to.locale];
    await this.mailer.send({
      to,
      locale: to.locale,
      subject: word(`${key}.subject`),
      greeting,
      paragraphs: word(`${key}.body`).split('\n\n'),
      ...(path === undefined ? {} : { action: { label: word(`${key}.action`), url: this.config.publicUrl + path } }),
      closing: [closing, programme.name],
    });
  }
}
