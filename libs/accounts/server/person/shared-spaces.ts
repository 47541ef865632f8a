import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';

/** Tells with whom of these people the viewer has a space in common; asked for a whole page at once. */
export type SharedSpacesSource = (viewer: Viewer, accountIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Who has a space in common with this person: the same question from the other side. */
export type SharersSource = (accountId: string) => Promise<ReadonlySet<string>>;

/**
 * A port: accounts knows no spaces. The spaces domain hands its answer in while it starts (`sharedSpaces.use(…)`);
 * without it nobody shares anything.
 */
@Injectable()
export class SharedSpaces {
  private source: SharedSpacesSource = async () => new Set();

  private sharersSource: SharersSource = async () => new Set();

  use(source: SharedSpacesSource): void {
    this.source = source;
  }

  useSharers(source: SharersSource): void {
    this.sharersSource = source;
  }

  async sharers(accountId: string): Promise<ReadonlySet<string>> {
    return this.sharersSource(accountId);
  }

  async sharing(viewer: Viewer, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.source(viewer, accountIds);
  }
}
