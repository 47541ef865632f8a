import { domainToASCII } from 'node:url';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, networkOf, programmeSettings, RateLimits, Settings, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { LinkCodeInput } from '../account/own-account.inputs.js';
import {
  AllowDomainInput,
  AllowedDomainType,
  CreateInvitationInput,
  ForbidDomainInput,
  InvitationType,
  NewInvitationType,
  RevokeInvitationInput,
} from './invitation.types.js';
import { Invitations, type DomainRow, type InvitationRow } from './invitations.js';

const INPUT = { description: 'The invitation or domain as it shall be.' };
const GUESSES = { name: 'accounts.invitation', tries: 200, withinSeconds: 900 } as const;

@Resolver()
export class InvitationResolver {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Invitations) private readonly invitations: Invitations,
  ) {}

  @Mutation(() => String, {
    nullable: true,
    description: 'Looks at an invitation link without using it: the programme\'s name while it is good, else null; nothing more is told. A mutation, so that the secret stays out of addresses and caches. RATE_LIMITED where a network tries many.',
  })
  async checkInvitation(@Args('input', INPUT) input: LinkCodeInput, @Context() context: GraphqlContext): Promise<string | null> {
    await this.limits.count(GUESSES, `network:${networkOf(context.ip)}`);
    const id = await this.invitations.idOf(input.code);
    return id === null ? null : (await this.settings.get(programmeSettings)).name;
  }

  @Query(() => [InvitationType], { description: 'Invitation links, the newest first, at most 200. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async programmeInvitations(@CurrentViewer() viewer: Viewer): Promise<readonly InvitationType[]> {
    return (await this.invitations.list(viewer)).map((row) => this.typeOf(row));
  }

  @Query(() => [AllowedDomainType], { description: 'Domains whose addresses skip the queue. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async allowedDomains(@CurrentViewer() viewer: Viewer): Promise<readonly AllowedDomainType[]> {
    return (await this.invitations.domains(viewer)).map(domainTypeOf);
  }

  @Mutation(() => NewInvitationType, { description: 'Makes an invitation link that skips the queue; the link is in this answer only. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; CONFLICT `idReused`.' })
  async createProgrammeInvitation(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: CreateInvitationInput): Promise<NewInvitationType> {
    const { invitation, link } = await this.invitations.create(viewer, input);
    return { invitation: this.typeOf(invitation), link };
  }

  @Mutation(() => InvitationType, { description: 'Ends an invitation link at once; who came by it stays. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown one.' })
  async revokeProgrammeInvitation(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RevokeInvitationInput): Promise<InvitationType> {
    return this.typeOf(await this.invitations.revoke(viewer, input.id));
  }

  @Mutation(() => AllowedDomainType, { description: 'Lets addresses of a domain skip the queue, or changes what they get. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; `account.badDomain` at `domain`.' })
  async allowDomain(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AllowDomainInput): Promise<AllowedDomainType> {
    return domainTypeOf(await this.invitations.allowDomain(viewer, canonicalDomain(input.domain), input));
  }

  @Mutation(() => Boolean, { description: 'Takes a domain off the list; who is in stays; one that is not on it changes nothing. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async forbidDomain(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: ForbidDomainInput): Promise<boolean> {
    await this.invitations.forbidDomain(viewer, canonicalDomain(input.domain));
    return true;
  }

  private typeOf(row: InvitationRow): InvitationType {
    return {
      id: row.id,
      note: row.note,
      programmeRoles: row.programme_roles,
      spaceIds: row.space_ids,
      expiresAt: row.expires_at,
      maxUses: row.max_uses,
      uses: row.uses,
      revokedAt: row.revoked_at,
      createdAt: row.created_at,
      isGood: this.invitations.isGood(row),
    };
  }
}

function domainTypeOf(row: DomainRow): AllowedDomainType {
  return { domain: row.domain, programmeRoles: row.programme_roles, spaceIds: row.space_ids, createdAt: row.created_at };
}

/** People paste whole addresses; only the domain counts. */
function canonicalDomain(text: string): string {
  const domain = domainToASCII(text.slice(text.lastIndexOf('@') + 1).trim().toLowerCase());
  if (domain === '' || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) throw AppError.badInput('domain', 'account.badDomain');
  return domain;
}
