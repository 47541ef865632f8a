import { Inject, Injectable } from '@nestjs/common';
import { formatText, type TextAddress, type TextParams, type TextValue } from '#platform/shared';
import { CONFIG, type Config } from '../config/config.js';
import { programmeSettings } from '../settings/programme.settings.js';
import { Settings } from '../settings/settings.js';
import { MAILER, MailRefused, type Mail, type Mailer } from './mail.js';
import { MailAddresses } from './mail-addresses.js';
import { MailReturns } from './mail-returns.js';

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

/** What makes one mail out of a wording. */
export interface Letter {
  /** Names this mail for ever, a uuid: tried again it is the same mail, so whatever tries keeps it. */
  readonly id: string;
  readonly params?: TextParams;
  /** Own path the button leads to; secrets go behind `#`, which no server and no log ever sees. */
  readonly path?: string;
}

/** What became of a mail: taken by the server; refused by it for good; not even tried, because it was refused too often. */
export type Delivery = 'sent' | 'refused' | 'stopped';

/** Words for one reader: language and form of address are settled. */
export interface Wording {
  readonly locale: 'de' | 'en';
  readonly address: TextAddress;
  readonly programme: string;
  /** What is written in the programme is mostly in this one. */
  readonly programmeLocale: 'de' | 'en';
  /** @throws {Error} where the text is missing. */
  word(texts: MailTexts, name: string, params?: TextParams): string;
}

/** Words a mail in the recipient's language and the programme's form of address, and sends it. */
@Injectable()
export class MailWriter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(MailReturns) private readonly returns: MailReturns,
  ) {}

  /**
   * @param key stem of the wordings: `<key>.subject`, `<key>.body` (paragraphs parted by an empty line) and, with
   *   `path`, `<key>.action`. Besides `params` they may use `{programme}` and `{name}`.
   */
  async send(to: MailRecipient, texts: MailTexts, key: string, { id, params, path }: Letter): Promise<void> {
    const wording = await this.wordingFor(to.locale);
    const word = (name: string): string => wording.word(texts, name, { name: to.name, ...params });
    await this.deliver({
      id,
      to,
      locale: to.locale,
      subject: word(`${key}.subject`),
      ...this.frame(to, wording),
      paragraphs: word(`${key}.body`).split('\n\n'),
      ...(path === undefined ? {} : { action: { label: word(`${key}.action`), url: this.urlOf(path) } }),
    });
  }

  /**
   * Sends a mail that a domain worded by itself.
   * @throws {Error} where the server does not take it now; the outbox then tries again.
   */
  async deliver(mail: Mail): Promise<Delivery> {
    if ((await this.addresses.stoppedSince(mail.to.address)) !== null) return 'stopped';
    try {
      const returnTo = this.returns.addressFor(mail.to.address);
      await this.mailer.send(returnTo === null ? mail : { ...mail, returnTo });
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      await this.addresses.refused(mail.to.address, error.code);
      return 'refused';
    }
  }

  async wordingFor(locale: 'de' | 'en'): Promise<Wording> {
    const { name: programme, address, locale: programmeLocale } = await this.settings.get(programmeSettings);
    const word: Wording['word'] = (texts, name, params = {}) => {
      const value = texts[locale][name];
      if (value === undefined) throw new Error(`no text ${name} in ${locale}`);
      return formatText(value, { programme, ...params }, { locale, address });
    };
    return { locale, address, programme, programmeLocale, word };
  }

  /** How every mail begins and ends. */
  frame(to: MailRecipient, { programme }: Wording): Pick<Mail, 'greeting' | 'closing'> {
    return {
      greeting: { de: `Guten Tag, ${to.name},`, en: `Hello ${to.name},` }[to.locale],
      closing: [{ de: 'Mit freundlichen Grüßen', en: 'Kind regards' }[to.locale], programme],
    };
  }

  /** An own path as mails need it. */
  urlOf(path: string): string {
    return this.config.publicUrl + path;
  }
}
