import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { EVERYBODY } from '#spaces/server';
import { renderMarkdown } from '#text/server';
import { STANDARD_PAGES } from '../pages/standard-pages.js';
import { CONSENT_PAGES } from './page-consents.js';
import type { SaveSitePageInput, SitePage } from './site-page.type.js';

const CONSENT_SLUGS: ReadonlySet<string> = new Set(Object.values(CONSENT_PAGES));

interface VersionRow {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly html: string;
  readonly valid_from: Date;
}

/** Inside a transaction the reading goes over its own connection: a second one may not be free. */
interface Reader {
  query(sql: string, parameters: unknown[]): Promise<readonly never[]>;
}

/** The pages around the programme. Every wording that ever held stays in the table: consents point to it. */
@Injectable()
export class SitePages {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async read(viewer: Viewer, slug: string, locale: 'de' | 'en', version: number | null = null, from: Reader = this.db): Promise<SitePage> {
    const standard = STANDARD_PAGES.find((page) => page.slug === slug);
    if (standard === undefined) throw AppError.notFound();
    const rows: readonly VersionRow[] = await from.query(
      `select version, title, body, html, valid_from from site_page_version
       where slug = $1 and locale = $2 and ($3::int is null or version = $3 or version = (select max(version) from site_page_version where slug = $1 and locale = $2))
       order by version desc limit 2`,
      [slug, locale, version],
    );
    const asked = version === null ? undefined : rows.find((row) => row.version === version);
    const [newest] = rows;
    // The standard wording of now stands in no table.
    const changed = asked ?? (version === standard.version ? undefined : newest);
    const wording = standard[locale];
    const current = changed ?? {
      version: standard.version,
      title: wording.title,
      body: wording.body,
      html: renderMarkdown(wording.body, { locale }).html,
      valid_from: new Date(standard.validFromOn),
    };
    const { valid_from: validFrom, ...rest } = current;
    return { slug, locale, ...rest, validFrom, isChanged: newest !== undefined, hasGaps: current.body.includes('[['), audience: EVERYBODY, viewerCanEdit: isCoordinator(viewer) };
  }

  async save(viewer: Viewer, input: SaveSitePageInput): Promise<SitePage> {
    if (!isCoordinator(viewer)) throw AppError.forbidden();
    if (input.needsConsent && !CONSENT_SLUGS.has(input.slug)) throw AppError.badInput('needsConsent', 'page.noConsentPage');
    await this.db.write(viewer, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`site-page ${input.slug} ${input.locale}`]);
      const current = await this.read(viewer, input.slug, input.locale, null, tx);
      if (current.version !== input.baseVersion) throw AppError.conflict('page.stale', { version: current.version });
      await tx.query(
        'insert into site_page_version (slug, locale, version, title, body, html, changed_by, needs_consent) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [input.slug, input.locale, current.version + 1, input.title, input.body, renderMarkdown(input.body, { locale: input.locale }).html, viewer.accountId, input.needsConsent],
      );
      await this.audit.record(tx, viewer, { act: 'administration.pageChanged', subjectKind: 'page', details: { slug: input.slug, locale: input.locale, needsConsent: input.needsConsent } });
    });
    return this.read(viewer, input.slug, input.locale);
  }
}
