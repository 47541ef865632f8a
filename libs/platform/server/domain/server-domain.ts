import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityClass, MigrationClass } from '../database/data-source.js';

/** All that a domain hands to the composition; the application is a list of these. */
export interface ServerDomain {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities: readonly EntityClass[];
  /** Named with their timestamp; the sequence over all domains is by that number. */
  readonly migrations: readonly MigrationClass[];
}
