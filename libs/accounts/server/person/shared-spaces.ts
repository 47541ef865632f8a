import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';

/** Tells with whom of these people the viewer has a space in common; asked for a whole page at once. */
export type SharedSpacesSource = (viewer: Viewer, accountIds: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * A port: accounts knows no spaces. The spaces domain hands its answer in while it starts (`sharedSpaces.use(…)`);
 * without it nobody shares anything.
 */
@Injectable()
export class SharedSpaces {
  private source: SharedSpacesSource = async () => new Set();

  use(source: SharedSpacesSource): void {
    this.source = source;
  }

  async sharing(viewer: Viewer, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.source(viewer, accountIds);
  }
}
