import { Module, type DynamicModule } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { HealthChecks } from '../http/health-checks.js';
import { RateLimits } from '../limits/rate-limits.js';
import { WritingLimits } from '../limits/writing-limits.js';
import { Live } from '../live/live.js';
import { LiveResolver } from '../live/live.resolver.js';
import { Audit } from '../logging/audit.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { MAILER, type Mailer } from '../mail/mail.js';
import { MailAddresses } from '../mail/mail-addresses.js';
import { MailReturns } from '../mail/mail-returns.js';
import { MailWriter } from '../mail/mail-writer.js';
import { BOSS, Outbox } from '../outbox/outbox.js';
import { Secrets } from '../config/secrets.js';
import { Settings } from '../settings/settings.js';
import { CLOCK, type Clock } from './clock.js';
import { Housekeeping } from './housekeeping.js';

/** What the process is given from outside; tests pass their own. */
export interface PlatformParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly dataSource: DataSource;
  readonly boss: PgBoss;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    const given = [
      { provide: CONFIG, useValue: parts.config },
      { provide: LOGGER, useValue: parts.logger },
      { provide: DataSource, useValue: parts.dataSource },
      { provide: BOSS, useValue: parts.boss },
      { provide: MAILER, useValue: parts.mailer },
      { provide: CLOCK, useValue: parts.clock },
    ];
    const made = [Housekeeping, Outbox, Db, RateLimits, Settings, Audit, Secrets, MailAddresses, MailReturns, MailWriter, HealthChecks, Live];
    return { module: PlatformModule, global: true, providers: [...given, ...made, WritingLimits, LiveResolver], exports: [...given.map((part) => part.provide), ...made] };
  }
}
