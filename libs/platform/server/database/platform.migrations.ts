import { MailRefusals1700000000101 } from '../mail/mail.migration.js';
import { MailReports1700000000102 } from '../mail/mail-reports.migration.js';
import type { MigrationClass } from './data-source.js';
import { Platform1700000000100 } from './platform.migration.js';

/** The tables that belong to no domain, in order. */
export const platformMigrations: readonly MigrationClass[] = [Platform1700000000100, MailRefusals1700000000101, MailReports1700000000102];
