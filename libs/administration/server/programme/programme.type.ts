import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { AddressInput, LineInput, OneOf } from '#platform/server';

@ObjectType({ description: 'The programme that this installation serves.' })
export class Programme {
  @Field(() => String, { description: 'The name of the programme, as in mails and on the start page.' })
  readonly name: string;

  @Field(() => String, { description: 'How German texts address people: `sie` or `du`.' })
  readonly address: string;

  @Field(() => String, { description: 'The language shown to those who have not chosen one, `de` or `en`.' })
  readonly locale: string;

  @Field(() => String, { description: 'Where people write to; empty where none is named.' })
  readonly contactAddress: string;

  @Field(() => Boolean, { description: 'Whether the viewer may change these settings: `saveProgramme`.' })
  readonly viewerCanEdit: boolean;
}

@InputType({ description: 'The settings of the programme as they shall be.' })
export class SaveProgrammeInput {
  @LineInput({ description: 'Name of the programme, as in mails and on the start page.', max: 80 })
  readonly name: string;

  @Field(() => String, { description: 'How German texts address people: `sie` or `du`.' })
  @OneOf(['sie', 'du'])
  readonly address: 'sie' | 'du';

  @Field(() => String, { description: 'Language for those who have not chosen one: `de` or `en`.' })
  @OneOf(['de', 'en'])
  readonly locale: 'de' | 'en';

  @AddressInput({ description: 'Address for questions and for hints about barriers.', nullable: true })
  readonly contactAddress: string | null;
}

@InputType({ description: 'A hint about a barrier; needs no account.' })
export class BarrierHintInput {
  @LineInput({ description: 'The page it is about: its address or name; may be empty.', max: 300, min: 0 })
  readonly page: string;

  @LineInput({ description: 'What does not work and with which aid.', max: 2000 })
  readonly text: string;

  @AddressInput({ description: 'A mail address to answer to; may stay empty.', nullable: true })
  readonly answerTo: string | null;
}
