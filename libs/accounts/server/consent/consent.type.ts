import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OneOf, SecretInput } from '#platform/server';
import type { ConsentKind, ConsentLocale } from './consent-texts.js';
import type { DueConsent } from './consents.js';

export const ConsentKindEnum = { rules: 'rules', privacy: 'privacy' } as const;
registerEnumType(ConsentKindEnum, {
  name: 'ConsentKind',
  description: 'What one consents to; both texts are pages everybody can read.',
  valuesMap: {
    rules: { description: 'The house rules, page `hausregeln`.' },
    privacy: { description: 'The privacy notice, page `datenschutz`.' },
  },
});

export const ConsentReasonEnum = { changed: 'changed', withdrawn: 'withdrawn' } as const;
registerEnumType(ConsentReasonEnum, {
  name: 'DueConsentReason',
  description: 'Why a consent is asked for again.',
  valuesMap: {
    changed: { description: 'The coordination published a wording that needs consent anew.' },
    withdrawn: { description: 'The person withdrew the consent; without a new one the coordination closes the account.' },
  },
});

@ObjectType('Consent', { description: 'One consent with the very text it was given to.' })
export class ConsentType {
  @Field(() => ID, { description: 'Id of this one consent.' })
  readonly id: string;

  @Field(() => ConsentKindEnum, { description: 'Which text it was given to.' })
  readonly kind: ConsentKind;

  @Field(() => String, { description: 'Version of the wording that was read, as `SitePage.version` counts it.' })
  readonly version: string;

  @Field(() => String, { description: 'Language of the wording that was read: `de` or `en`.' })
  readonly locale: ConsentLocale;

  @Field(() => Date, { description: 'The moment it was given.' })
  readonly givenAt: Date;

  @Field(() => Date, { nullable: true, description: 'The moment it was withdrawn; null while it holds.' })
  readonly withdrawnAt: Date | null;
}

@ObjectType('DueConsent', { description: 'A consent that one is asked for again.' })
export class DueConsentType {
  @Field(() => ConsentKindEnum, { description: 'Which text it is about.' })
  readonly kind: ConsentKind;

  @Field(() => String, { description: 'Version of the wording that stands there now; send it along with `giveConsents`.' })
  readonly version: string;

  @Field(() => String, { description: 'Language of that wording: the viewer\'s, `de` or `en`.' })
  readonly locale: ConsentLocale;

  @Field(() => ConsentReasonEnum, { description: 'Why it is asked for again.' })
  readonly reason: DueConsent['reason'];
}

@InputType({ description: 'Consents to texts as one has read them just now.' })
export class GiveConsentsInput {
  @Field(() => String, { description: 'Language of the texts that were read: `de` or `en`.' })
  @OneOf(['de', 'en'])
  readonly locale: ConsentLocale;

  @SecretInput({ description: 'Version of the house rules that was read; absent: no consent to them is given.', max: 20, min: 0, nullable: true })
  readonly rulesVersion?: string | null;

  @SecretInput({ description: 'Version of the privacy notice that was read; absent: no consent to it is given.', max: 20, min: 0, nullable: true })
  readonly privacyVersion?: string | null;
}

@InputType({ description: 'A consent to take back.' })
export class WithdrawConsentInput {
  @Field(() => ConsentKindEnum, { description: 'Which text it was given to.' })
  @OneOf(ConsentKindEnum)
  readonly kind: ConsentKind;
}
