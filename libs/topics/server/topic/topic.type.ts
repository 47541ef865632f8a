import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { BodyInput, cleanLine, encodeReason, IdInput, LineInput, NewIdInput } from '#platform/server';

const SYNONYMS_MAX = 30;
const SYNONYM_LENGTH = 60;

@ObjectType({ description: 'A word of the programme-wide vocabulary for tips.' })
export class Topic {
  @Field(() => ID, { description: 'Id of the topic, for `topicIds` and filters.' })
  readonly id: string;

  @Field(() => String, { description: 'Part of its address; stays when the name changes.' })
  readonly slug: string;

  @Field(() => String, { description: 'The word itself, as people know it.' })
  readonly name: string;

  @Field(() => String, { description: 'What belongs under this word; may be empty.' })
  readonly description: string;

  @Field(() => [String], { description: 'What people say instead; leads here in search.' })
  readonly synonyms: readonly string[];

  @Field(() => Boolean, { description: 'Whether it is no longer offered for new tips.' })
  readonly isRetired: boolean;
}

function SynonymsInput(): PropertyDecorator {
  return (target, key) => {
    Field(() => [String], { description: `What people say instead (at most ${SYNONYMS_MAX}, each up to ${SYNONYM_LENGTH} characters).` })(target, key);
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? [...new Set(value.map((word) => (typeof word === 'string' ? cleanLine(word) : '')).filter((word) => word !== ''))] : value,
    )(target, key);
    ValidateBy({
      name: 'synonyms',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.length <= SYNONYMS_MAX && value.every((word) => String(word).length <= SYNONYM_LENGTH),
        defaultMessage: () => encodeReason('tooMany', { max: SYNONYMS_MAX }),
      },
    })(target, key);
  };
}

@InputType({ isAbstract: true })
abstract class TopicParts {
  @LineInput({ description: 'The word itself; no two topics share one.', max: 60 })
  readonly name: string;

  @BodyInput({ description: 'What belongs under this word.', max: 500, min: 0 })
  readonly description: string;

  @SynonymsInput()
  readonly synonyms: readonly string[];
}

@InputType({ description: 'A new word for the vocabulary.' })
export class CreateTopicInput extends TopicParts {
  @NewIdInput('Id the topic will have.')
  readonly id: string;
}

@InputType({ description: 'The words of a topic as they shall be.' })
export class ChangeTopicInput extends TopicParts {
  @IdInput({ description: 'Id of the topic to change.' })
  readonly topicId: string;
}

@InputType({ description: 'The topic a step is about.' })
export class TopicInput {
  @IdInput({ description: 'Id of the topic, retired or not.' })
  readonly topicId: string;
}

@InputType({ description: 'Two topics that mean the same.' })
export class MergeTopicsInput {
  @IdInput({ description: 'The one that goes; its name and synonyms become synonyms of the other, its tips move.' })
  readonly fromTopicId: string;

  @IdInput({ description: 'The one that stays and gains tips and synonyms.' })
  readonly intoTopicId: string;
}
