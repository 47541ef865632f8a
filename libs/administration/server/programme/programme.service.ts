import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { Audit, Db, MailWriter, networkOf, programmeSettings, RateLimits, Settings, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import type { BarrierHintInput, Programme, SaveProgrammeInput } from './programme.type.js';

const HINTS: Limit = { name: 'administration.hint', tries: 5, withinSeconds: 3600 };

@Injectable()
export class ProgrammeService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(MailWriter) private readonly mails: MailWriter,
  ) {}

  async read(viewer: Viewer): Promise<Programme> {
    return { ...(await this.settings.get(programmeSettings)), viewerCanEdit: isCoordinator(viewer) };
  }

  async save(viewer: Viewer, input: SaveProgrammeInput): Promise<Programme> {
    if (!isCoordinator(viewer)) throw AppError.forbidden();
    await this.db.write(viewer, async (tx) => {
      const value = { name: input.name, address: input.address, locale: input.locale, contactAddress: input.contactAddress ?? '' };
      await this.settings.put(tx, viewer, programmeSettings, value);
      await this.audit.record(tx, viewer, { act: 'administration.programmeChanged', subjectKind: 'programme' });
    });
    return this.read(viewer);
  }

  /** Goes to the contact address, else to every coordinator: somebody must read it. */
  async hint(ip: string, input: BarrierHintInput): Promise<void> {
    await this.limits.count(HINTS, `network:${networkOf(ip)}`);
    const { contactAddress, name, locale } = await this.settings.get(programmeSettings);
    const coordinators = await this.db.query<{ name: string; address: string; locale: 'de' | 'en' }>(
      `select name, address, locale from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null`,
    );
    const readers = contactAddress === '' ? coordinators : [{ name, address: contactAddress, locale }];
    const params = { page: input.page, text: input.text, answerTo: input.answerTo ?? '–' };
    await Promise.all(readers.map((reader) => this.mails.send(reader, { de, en }, 'mails.barrierHint', params)));
  }
}
