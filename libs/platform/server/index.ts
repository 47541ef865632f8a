/** The ground the domains stand on: configuration, database, outbox, GraphQL, mail. Knows no domain. */
export { CONFIG, ConfigError, readConfig } from './config/config.js';
export type { Config, ConfigMistake } from './config/config.js';
export { Refusal } from './config/refusal.js';
export { Secrets } from './config/secrets.js';
export { createBoss } from './database/boss.js';
export { Conditions } from './database/conditions.js';
export { addIndexes } from './database/add-indexes.js';
export { amongTraffic } from './database/among-traffic.js';
export { together } from './database/together.js';
export { withCommit } from './database/with-commit.js';
export { createDataSource, hotReadsOf, migrate } from './database/data-source.js';
export { HotReads } from './database/hot-reads.js';
export type { DataSourceOptions, EntityClass, MigrationClass } from './database/data-source.js';
export { Db } from './database/db.js';
export type { Actor, Emit } from './database/db.js';
export { startEmbeddedPostgres } from './database/embedded-postgres.js';
export type { EmbeddedPostgres } from './database/embedded-postgres.js';
/** The tables that belong to no domain, in order. */
export { platformMigrations } from './database/platform.migrations.js';
export { CLOCK, systemClock } from './domain/clock.js';
export type { Clock } from './domain/clock.js';
/** For hubs: what domains bring along. */
export { Contributions } from './domain/contributions.js';
export { createServer, IMPORT_LIMIT_BYTES } from './domain/create-server.js';
export type { ServerOptions } from './domain/create-server.js';
export type { PlatformParts } from './domain/platform.module.js';
export type { ServerDomain } from './domain/server-domain.js';
/** What an operation asks for, so that wide lists read only that. */
export { askedFields } from './graphql/asked-fields.js';
export { CurrentViewer, IDENTITY_SOURCE, perRequest } from './graphql/context.js';
export type { GraphqlContext, Identity, IdentitySource } from './graphql/context.js';
export {
  AddressInput,
  BodyInput,
  cleanLine,
  cleanText,
  encodeReason,
  IdArg,
  IdInput,
  IdsInput,
  isMailAddress,
  lengthOf,
  LineInput,
  NewIdInput,
  OneOf,
  NumberInput,
  SecretInput,
} from './graphql/input-fields.js';
export { connectionOf, decodeCursor, encodeCursor, MAX_PAGE, PageArgs, PageInfo, pageOf } from './graphql/pages.js';
export type { CursorKeys, Page } from './graphql/pages.js';
export { HealthChecks } from './http/health-checks.js';
export type { Health, HealthCheck } from './http/health-checks.js';
export { httpErrorOf } from './http/http-errors.js';
export { addMailPage } from './http/mail-page.js';
export { chosenLocaleOf } from './http/locale-cookie.js';
export { addWebApp } from './http/web-app.js';
export { ANY_ORIGIN, contentSecurityPolicy } from './http/security-headers.js';
/** Tells open pages that something changed. */
export { Live } from './live/live.js';
export type { LiveData, LiveEvent } from './live/live-event.js';
export { networkOf, RateLimits } from './limits/rate-limits.js';
export type { Limit } from './limits/rate-limits.js';
export { NEVER_LIMITED } from './limits/writing-limits.js';
export { Audit } from './logging/audit.js';
export type { AuditAct } from './logging/audit.js';
export { createLogger, LOGGER } from './logging/logger.js';
export type { Logger } from './logging/logger.js';
/** Whether a refusal is about the recipient, or about whoever sends. */
export { isAboutAddress } from './mail/mail-answers.js';
export { MAILER, MailRefused } from './mail/mail.js';
export type { Mail, Mailer, MailItem, MailList, MailSection } from './mail/mail.js';
/** Addresses that servers refuse; nothing is sent to them any more until somebody lifts it. */
export { addressHash, addressHashSql, MailAddresses, REFUSALS } from './mail/mail-addresses.js';
/** Return addresses that tell whom a mail was to. */
export { MailReturns } from './mail/mail-returns.js';
export { MailWriter } from './mail/mail-writer.js';
export type { Delivery, Letter, MailRecipient, MailTexts, Wording } from './mail/mail-writer.js';
export { createMailer } from './mail/mailers.js';
export type { ConsumedEvent, Consumer, DomainEvent, ScheduledJob } from './outbox/domain-event.js';
export { GIVEN_UP_KEPT_DAYS, Outbox } from './outbox/outbox.js';
export { programmeSettings } from './settings/programme.settings.js';
export { defineSettings, Settings } from './settings/settings.js';
export type { SettingGroup } from './settings/settings.js';
