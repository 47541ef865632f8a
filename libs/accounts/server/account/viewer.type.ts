import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ProgrammeRole, SiteRole, Standing } from '#access/server';

export const StandingEnum = { guest: 'guest', unconfirmed: 'unconfirmed', waiting: 'waiting', approved: 'approved' } as const;
registerEnumType(StandingEnum, {
  name: 'Standing',
  description: 'How far somebody has come on the way into the programme.',
  valuesMap: {
    guest: { description: 'Without an account or not signed in.' },
    unconfirmed: { description: 'Registered; the address is not confirmed yet.' },
    waiting: { description: 'Confirmed; the coordination has not approved yet.' },
    approved: { description: 'A member of the programme.' },
  },
});

export const SiteRoleEnum = { coordinator: 'coordinator' } as const;
registerEnumType(SiteRoleEnum, {
  name: 'SiteRole',
  description: 'A role for the whole programme.',
  valuesMap: { coordinator: { description: 'Runs the programme: approves accounts, plans, reports.' } },
});

export const ProgrammeRoleEnum = { mentor: 'mentor', mentee: 'mentee' } as const;
registerEnumType(ProgrammeRoleEnum, {
  name: 'ProgrammeRole',
  description: 'The part somebody takes in the programme; both are possible.',
  valuesMap: { mentor: { description: 'Passes experience on to others.' }, mentee: { description: 'Is accompanied by somebody with experience.' } },
});

@ObjectType('Viewer', { description: 'Whoever looks right now, with all that access is decided by.' })
export class ViewerType {
  @Field(() => ID, { nullable: true, description: 'Id of the account; null for guests.' })
  readonly accountId: string | null;

  @Field(() => StandingEnum, { description: 'How far on the way into the programme.' })
  readonly standing: Standing;

  @Field(() => [SiteRoleEnum], { description: 'Roles for the whole programme; empty for guests.' })
  readonly siteRoles: SiteRole[];

  @Field(() => [ProgrammeRoleEnum], { description: 'The part taken in the programme; empty for guests.' })
  readonly programmeRoles: ProgrammeRole[];

  @Field(() => String, { description: 'Language of answers in words: `de` or `en`.' })
  readonly locale: string;
}
