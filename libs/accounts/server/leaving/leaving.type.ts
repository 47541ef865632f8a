import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BodyInput, IdInput, SecretInput } from '#platform/server';

export const DeletionObstacleKindEnum = { lastModerator: 'lastModerator', lastCoordinator: 'lastCoordinator' } as const;
registerEnumType(DeletionObstacleKindEnum, {
  name: 'DeletionObstacleKind',
  description: 'Why an account cannot be deleted yet.',
  valuesMap: {
    lastModerator: { description: 'A space would be left without anybody to moderate it.' },
    lastCoordinator: { description: 'The programme would be left without coordination.' },
  },
});

@ObjectType({ description: 'Something to be handed over before one’s own account can be deleted.' })
export class DeletionObstacle {
  @Field(() => DeletionObstacleKindEnum, { description: 'Why it stands in the way.' })
  readonly kind: keyof typeof DeletionObstacleKindEnum;

  @Field(() => String, { nullable: true, description: 'Name of the space; null for the coordination.' })
  readonly name: string | null;

  @Field(() => String, { description: 'Path of the page where it is handed over.' })
  readonly path: string;
}

@ObjectType('LeavingAccount', { description: 'An account on its way out: hidden from everybody but the coordination, not yet final.' })
export class LeavingAccountType {
  @Field(() => ID, { description: 'Id of the account, for `keepAccount`; stays the same for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'The name, until the deletion is final.' })
  readonly name: string;

  @Field(() => String, { description: 'The mail address, until the deletion is final.' })
  readonly address: string;

  @Field(() => Date, { description: 'When the deletion was asked for.' })
  readonly askedAt: Date;

  @Field(() => Date, { description: 'From when on the next nightly run makes it final; before, it can be taken back.' })
  readonly finalAt: Date;

  @Field(() => Date, { description: 'The last day the law allows: one month after it was asked for.' })
  readonly dueAt: Date;

  @Field(() => Boolean, { description: 'True where the person deleted the account, false where the coordination did on request.' })
  readonly isOwnWish: boolean;
}

@InputType({ description: 'The wish to go, proved by the password.' })
export class DeleteOwnAccountInput {
  @SecretInput({ description: 'The password in use, as proof that it is oneself.', max: 1024 })
  readonly currentPassword: string;
}

@InputType({ description: 'The deletion of somebody’s account, on request.' })
export class DeleteAccountInput {
  @IdInput({ description: 'Id of the account, from `accounts`.' })
  readonly accountId: string;

  @BodyInput({ description: 'Why, for the record; it stays there, so no names and nothing personal.', max: 1000 })
  readonly reason: string;
}
