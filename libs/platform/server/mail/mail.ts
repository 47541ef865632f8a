/** One mail as a domain words it: paragraphs and at most one button; the frame and both parts are made here. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Never the title or text of closed content. */
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  readonly locale: 'de' | 'en';
}

/** Sends or keeps mails; see docs/configuration.md, `SMTP_URL`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Injection token for the {@link Mailer}. */
export const MAILER = Symbol('Mailer');
