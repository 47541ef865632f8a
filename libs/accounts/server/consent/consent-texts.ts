import { Injectable } from '@nestjs/common';

/** What one consents to: the house rules and the privacy notice. */
export type ConsentKind = 'rules' | 'privacy';

export type ConsentLocale = 'de' | 'en';

/** A text as it stands now, in one language. */
export interface ConsentText {
  /** Counts up with each published wording. */
  readonly version: number;
  /** Consents to older versions of this language do not hold any more: with this one the coordination asks anew. */
  readonly neededFrom: number;
}

export type ConsentTextsNow = Readonly<Record<ConsentKind, ConsentText>>;

/** Tells which wordings stand on the pages now, in one language. */
export type ConsentTextsSource = (locale: ConsentLocale) => Promise<ConsentTextsNow>;

const FIRST: ConsentText = { version: 1, neededFrom: 1 };

/**
 * A port: accounts keeps consents and knows no pages. Whoever keeps the pages hands its answer in while it starts
 * (`consentTexts.use(…)`); without it everything stands in its first version.
 */
@Injectable()
export class ConsentTexts {
  private source: ConsentTextsSource = async () => ({ rules: FIRST, privacy: FIRST });

  use(source: ConsentTextsSource): void {
    this.source = source;
  }

  /** To be asked before a transaction begins: the source reads over a connection of its own. */
  async now(locale: ConsentLocale): Promise<ConsentTextsNow> {
    return this.source(locale);
  }
}
