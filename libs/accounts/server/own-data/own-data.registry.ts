import { Injectable } from '@nestjs/common';
import { Contributions } from '#platform/server';

/** One part of what a person can take along, in plain JSON. */
export type OwnDataPart = Readonly<Record<string, unknown>>;

/** What a domain keeps of a person. Only what the person gave, wrote or did: nobody else's words and no names of others. */
export interface OwnDataContribution {
  /** The part's name in the file. */
  readonly name: string;
  of(accountId: string): Promise<OwnDataPart>;
}

/** Told by each domain while it starts (`ownData.contribute(this)`); asks nobody by itself. */
@Injectable()
export class OwnDataRegistry {
  private readonly contributions = new Contributions<OwnDataContribution>('contributions of own data', ({ name }) => name);

  contribute(contribution: OwnDataContribution): void {
    this.contributions.add(contribution);
  }

  /** Everything, part by part in the order of their names. */
  async of(accountId: string): Promise<OwnDataPart> {
    const parts: [string, OwnDataPart][] = [];
    for (const contribution of this.contributions.all) parts.push([contribution.name, await contribution.of(accountId)]);
    return Object.fromEntries(parts);
  }
}
