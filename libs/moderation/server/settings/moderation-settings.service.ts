import { Inject, Injectable } from '@nestjs/common';
import { moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Audit, CLOCK, Db, lengthOf, type Clock } from '#platform/server';
import { AppError, type FieldError } from '#platform/shared';
import { isWatchable } from '../gate/watched-words.js';
import { recordAct } from '../log/acts.js';
import { WORD_MAX, type ModerationSettings, type SaveModerationSettingsInput } from './moderation-settings.type.js';

/** What the gate of a space stops at. */
@Injectable()
export class ModerationSettingsService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** The words are for moderators alone: who knows them can write around them. */
  async of(viewer: Viewer, spaceId: string): Promise<ModerationSettings> {
    this.ensureModerates(viewer, spaceId);
    const [row] = await this.db.query<ModerationSettings>(
      `select space_id as "spaceId", hold_first as "holdFirst", watched_words as "watchedWords", version from moderation_settings where space_id = $1`,
      [spaceId],
    );
    return row ?? { spaceId, holdFirst: 0, watchedWords: [], version: 0 };
  }

  /** @throws {AppError} CONFLICT `moderation.settingsStale`, field reasons at `watchedWords.<n>`. */
  async save(viewer: Viewer, input: SaveModerationSettingsInput): Promise<void> {
    this.ensureModerates(viewer, input.spaceId);
    const wrong = input.watchedWords.flatMap((word, at): readonly FieldError[] => {
      if (lengthOf(word) > WORD_MAX) return [{ field: `watchedWords.${at}`, reason: 'tooLong', params: { max: WORD_MAX, length: lengthOf(word) } }];
      return isWatchable(word) ? [] : [{ field: `watchedWords.${at}`, reason: 'moderation.wordTooShort', params: { word } }];
    });
    if (wrong.length > 0) throw AppError.badInputs(wrong);
    await this.db.write(viewer, async (tx) => {
      // Before the first change there is no row that could be locked.
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`moderation-settings ${input.spaceId}`]);
      const [present]: { version: number }[] = await tx.query('select version from moderation_settings where space_id = $1', [input.spaceId]);
      const version = present?.version ?? 0;
      if (version !== input.baseVersion) throw AppError.conflict('moderation.settingsStale', { version });
      await tx.query(
        `insert into moderation_settings (space_id, hold_first, watched_words) values ($1, $2, $3)
         on conflict (space_id) do update set hold_first = excluded.hold_first, watched_words = excluded.watched_words, version = moderation_settings.version + 1`,
        [input.spaceId, input.holdFirst, input.watchedWords],
      );
      await recordAct(tx, { spaceId: input.spaceId, act: 'settingsChanged', actorId: accountOf(viewer), at: this.clock.now() });
      await this.audit.record(tx, viewer, { act: 'moderation.settingsChanged', subjectKind: 'space', subjectId: input.spaceId, spaceId: input.spaceId, details: { holdFirst: input.holdFirst } });
    });
  }

  private ensureModerates(viewer: Viewer, spaceId: string): void {
    accountOf(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    if (!moderates(viewer, spaceId)) throw AppError.forbidden('moderation.moderatorsOnly');
  }
}
