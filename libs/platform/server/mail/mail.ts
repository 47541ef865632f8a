/** One thing told in a longer mail. */
export interface MailItem {
  readonly text: string;
  /** What somebody wrote, set apart; plain text with its line breaks. */
  readonly quote?: string;
  /** The same for the HTML part. Clean and whole HTML: it goes in as it is, so nothing in it may load, run or lead astray. */
  readonly quoteHtml?: string;
  /** The language of what is quoted, where it is not that of the mail. */
  readonly quoteLanguage?: 'de' | 'en';
  readonly url?: string;
}

/** A part of a longer mail, under a heading that screen readers can jump to. */
export interface MailSection {
  readonly heading?: string;
  readonly items: readonly MailItem[];
}

/** One mail as a domain words it; the frame and both parts are made here. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Never the title or text of closed content. */
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly sections?: readonly MailSection[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  /** Below the closing, in small: why this came and where it is switched off. */
  readonly notes?: readonly MailItem[];
  readonly locale: 'de' | 'en';
  /** Names this mail for ever, also when it is sent again after a broken connection: a uuid. */
  readonly id: string;
  /** Mails of one thread name the same one, so that mail programs show them together. */
  readonly threadId?: string;
  /** For mails that can be switched off. */
  readonly list?: MailList;
  /** Where mail servers report to that it did not arrive; absent: to the sender. */
  readonly returnTo?: string;
}

/** What mail programs need to sort such mails and to offer switching them off (RFC 2919, 8058). */
export interface MailList {
  /** Latin letters, digits, points and hyphens; the host is added. */
  readonly id: string;
  readonly name: string;
  /** Answers a POST without login by ending just this kind of mail; a GET shows a page and changes nothing. */
  readonly unsubscribeUrl: string;
}

/** The mail server does not take mail for this address, and says that this will stay so (5xx at the recipient). */
export class MailRefused extends Error {
  constructor(readonly code: number) {
    super(`the mail server refuses the recipient for good (${code})`);
    this.name = 'MailRefused';
  }
}

/** Sends or keeps mails; see docs/configuration.md, `SMTP_URL`. */
export interface Mailer {
  /**
   * Resolves when the server has taken the mail.
   * @throws {MailRefused} for good. Any other error may be over at the next try.
   */
  send(mail: Mail): Promise<void>;
}

/** Injection token for the {@link Mailer}. */
export const MAILER = Symbol('Mailer');
