import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { Audit, Db, MailWriter, networkOf, Outbox, programmeSettings, RateLimits, Settings, type Limit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import type { BarrierHintInput, Programme, SaveProgrammeInput } from './programme.type.js';

const HINTS: Limit = { name: 'administration.hint', tries: 5, withinSeconds: 3600 };

interface Reader {
  readonly name: string;
  readonly address: string;
  readonly locale: 'de' | 'en';
}

interface HintRow extends Reader {
  readonly page: string;
  readonly text: string;
  readonly answerTo: string;
}

@Injectable()
export class ProgrammeService implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(MailWriter) private readonly mails: MailWriter,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.consume({
      name: 'administration.mails',
      events: ['BarrierHinted'],
      handle: async (events) => {
        for (const { payload } of events) await this.mailHint(String(payload['hintId']));
      },
    });
  }

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

  /**
   * Goes to the contact address, else to every coordinator: somebody must read it. Kept until the mail is out, one for
   * each reader, so that a mail server that is down loses nothing and makes nobody wait.
   */
  async hint(ip: string, input: BarrierHintInput): Promise<void> {
    await this.limits.count(HINTS, `network:${networkOf(ip)}`);
    const { contactAddress, name, locale } = await this.settings.get(programmeSettings);
    const coordinators = await this.db.query<Reader>(
      `select name, address, locale from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null`,
    );
    const readers: readonly Reader[] = contactAddress === '' ? coordinators : [{ name, address: contactAddress, locale }];
    await this.db.write({ accountId: null }, async (tx, emit) => {
      for (const reader of readers) {
        const id = uuidv7();
        await tx.query(
          'insert into barrier_hint (id, reader_name, reader_address, reader_locale, page, text, answer_to) values ($1, $2, $3, $4, $5, $6, $7)',
          [id, reader.name, reader.address, reader.locale, input.page, input.text, input.answerTo ?? '–'],
        );
        emit({ name: 'BarrierHinted', payload: { hintId: id } });
      }
    });
  }

  private async mailHint(id: string): Promise<void> {
    const [hint] = await this.db.query<HintRow>(
      'select reader_name as name, reader_address as address, reader_locale as locale, page, text, answer_to as "answerTo" from barrier_hint where id = $1',
      [id],
    );
    // Mailed before, in a try whose end was not noted.
    if (hint === undefined) return;
    await this.mails.send(hint, { de, en }, 'mails.barrierHint', { id, params: { page: hint.page, text: hint.text, answerTo: hint.answerTo } });
    await this.db.query('delete from barrier_hint where id = $1', [id]);
  }
}
