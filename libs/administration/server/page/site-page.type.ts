import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt } from 'class-validator';
import { BodyInput, encodeReason, LineInput, OneOf } from '#platform/server';
import { AudienceType, type Audience } from '#spaces/server';

@ObjectType({ description: 'A page everybody can read: imprint, privacy notice, accessibility statement, house rules.' })
export class SitePage {
  @Field(() => String, { description: 'Name in the address: `impressum`, `datenschutz`, `barrierefreiheit` or `hausregeln`.' })
  readonly slug: string;

  @Field(() => String, { description: 'Language of this wording, `de` or `en`.' })
  readonly locale: string;

  @Field(() => Int, { description: 'Counts up with each change; 1 is the standard wording. Consents name it.' })
  readonly version: number;

  @Field(() => String, { description: 'Heading of the page, plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'The text of the page as Markdown.' })
  readonly body: string;

  @Field(() => String, { description: 'The text as sanitised HTML, ready to show.' })
  readonly html: string;

  @Field(() => Date, { description: 'Since when this wording is in force.' })
  readonly validFrom: Date;

  @Field(() => Boolean, { description: 'Whether somebody has changed the standard wording.' })
  readonly isChanged: boolean;

  @Field(() => Boolean, { description: 'Whether the text still has places in [[double brackets]] that the operator has to fill in.' })
  readonly hasGaps: boolean;

  @Field(() => AudienceType, { description: 'Who can see it: everybody.' })
  readonly audience: Audience;

  @Field(() => Boolean, { description: 'Whether the viewer may change the page: `saveSitePage`.' })
  readonly viewerCanEdit: boolean;
}

@InputType({ description: 'A new wording of a page in one language.' })
export class SaveSitePageInput {
  @LineInput({ description: 'Which page: `impressum`, `datenschutz`, `barrierefreiheit` or `hausregeln`.', max: 40 })
  readonly slug: string;

  @Field(() => String, { description: 'Language of this wording: `de` or `en`.' })
  @OneOf(['de', 'en'])
  readonly locale: 'de' | 'en';

  @LineInput({ description: 'Heading of the page.', max: 200 })
  readonly title: string;

  @BodyInput({ description: 'The text of the page as Markdown.', max: 100_000 })
  readonly body: string;

  @Field(() => Int, { description: 'The version that was open in the editor; a newer one refuses the change.' })
  @IsInt({ message: encodeReason('badInput') })
  readonly baseVersion: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether everybody who consented to an older wording in this language is asked to consent again. Only for `hausregeln` and `datenschutz`; `page.noConsentPage` at `needsConsent` elsewhere.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly needsConsent: boolean;
}
