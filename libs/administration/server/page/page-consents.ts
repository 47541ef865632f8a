import { Inject, Injectable } from '@nestjs/common';
import { ConsentTexts, type ConsentLocale, type ConsentText, type ConsentTextsNow } from '#accounts/server';
import { Db } from '#platform/server';
import { STANDARD_PAGES } from '../pages/standard-pages.js';

/** The pages one consents to. */
export const CONSENT_PAGES = { rules: 'hausregeln', privacy: 'datenschutz' } as const;

/** Tells accounts which wordings stand on the pages, so that a consent names the very text that was read. */
@Injectable()
export class PageConsents {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ConsentTexts) consentTexts: ConsentTexts,
  ) {
    consentTexts.use((locale) => this.now(locale));
  }

  async now(locale: ConsentLocale): Promise<ConsentTextsNow> {
    const rows = await this.db.query<{ slug: string; version: number; neededFrom: number | null }>(
      `select slug, max(version) as version, max(version) filter (where needs_consent) as "neededFrom"
       from site_page_version where locale = $1 and slug = any($2) group by slug`,
      [locale, Object.values(CONSENT_PAGES)],
    );
    const textOf = (slug: string): ConsentText => {
      const changed = rows.find((row) => row.slug === slug);
      const standard = STANDARD_PAGES.find((page) => page.slug === slug);
      // A new standard wording asks nobody: only a coordinator's decision does.
      return { version: changed?.version ?? standard?.version ?? 1, neededFrom: changed?.neededFrom ?? 1 };
    };
    return { rules: textOf(CONSENT_PAGES.rules), privacy: textOf(CONSENT_PAGES.privacy) };
  }
}
