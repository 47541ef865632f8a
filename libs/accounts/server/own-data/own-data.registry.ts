import { Injectable } from '@nestjs/common';

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
  private readonly contributions = new Map<string, OwnDataContribution>();

  contribute(contribution: OwnDataContribution): void {
    if (this.contributions.has(contribution.name)) throw new Error(`two contributions of own data called ${contribution.name}`);
    this.contributions.set(contribution.name, contribution);
  }

  /** Everything, part by part in the order of their names. */
  async of(accountId: string): Promise<OwnDataPart> {
    const names = [...this.contributions.keys()].toSorted();
    const parts: [string, OwnDataPart][] = [];
    for (const name of names) parts.push([name, (await this.contributions.get(name)?.of(accountId)) ?? {}]);
    return Object.fromEntries(parts);
  }
}
