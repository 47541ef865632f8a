import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { ValidateBy } from 'class-validator';
import { encodeReason, IdInput, MAX_PAGE, NumberInput, OneOf } from '#platform/server';
import { WindowDirectionEnum, type WindowDirection } from '../post/post.type.js';

/** As many as an `integer` holds. */
export const POSITION_MAX = 2_000_000_000;

const within = (name: string, from: number, to: number): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
      defaultMessage: () => encodeReason('outOfRange', { from, to }),
    },
  });

@ArgsType()
export class WindowArgs {
  @Field(() => Int, { defaultValue: 1, description: 'The position to start at; where no post stands there, the next one in the direction.' })
  @within('from', 0, POSITION_MAX)
  readonly from: number;

  @Field(() => Int, { defaultValue: 20, description: `How many posts at most, 1 to ${MAX_PAGE}.` })
  @within('first', 1, MAX_PAGE)
  readonly first: number;

  @Field(() => WindowDirectionEnum, { defaultValue: WindowDirectionEnum.forward, description: 'From the position on, or up to it.' })
  @OneOf(WindowDirectionEnum)
  readonly direction: WindowDirection;
}

@InputType({ description: 'How far somebody has read.' })
export class ReadThreadInput {
  @IdInput({ description: 'Id of the thread; one out of sight is answered like an unknown one.' })
  readonly threadId: string;

  @NumberInput({ description: 'The last position that was on the screen. A lower one than before changes nothing.', from: 0, to: POSITION_MAX })
  readonly position: number;
}
