import { Inject } from '@nestjs/common';
import { Args, Context, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { AddressInput, CurrentViewer, LineInput, programmeSettings, SecretInput, Settings, type GraphqlContext } from '#platform/server';
import type { Account } from '../account/account.entity.js';
import { Accounts } from '../account/accounts.js';
import { OwnAccountType } from '../account/own-account.type.js';
import { AppError } from '#platform/shared';
import { ConsentTexts, type ConsentLocale } from '../consent/consent-texts.js';
import { SignIn } from '../session/sign-in.service.js';
import { SetupCode } from './setup.service.js';

@InputType({ description: 'The first coordinator and the programme\'s name.' })
export class SetUpProgrammeInput {
  @SecretInput({ description: 'The code that the server printed when it started.', max: 60 })
  readonly code: string;

  @LineInput({ description: 'Name of the programme, as in mails and on the start page.', max: 120 })
  readonly programmeName: string;

  @LineInput({ description: 'The first coordinator\'s name.', max: 120 })
  readonly name: string;

  @AddressInput({ description: 'The first coordinator\'s mail address.' })
  readonly address: string;

  @SecretInput({ description: 'A password of 8 to 256 characters, not common, not one\'s own data.', max: 1024 })
  readonly password: string;
}

@ObjectType('Entrance', { description: 'What anybody may know before registering.' })
export class EntranceType {
  @Field(() => String, { description: 'Name of the programme, as it calls itself.' })
  readonly programmeName: string;

  @Field(() => Boolean, { description: 'Whether the first coordinator has still to be set up.' })
  readonly setupNeeded: boolean;

  @Field(() => String, { description: 'Version of the house rules one consents to.' })
  readonly rulesVersion: string;

  @Field(() => String, { description: 'Version of the privacy notice one consents to.' })
  readonly privacyVersion: string;
}

@Resolver()
export class SetupResolver {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(SetupCode) private readonly setup: SetupCode,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(SignIn) private readonly signIns: SignIn,
    @Inject(ConsentTexts) private readonly consentTexts: ConsentTexts,
  ) {}

  @Query(() => Boolean, { description: 'Whether the first coordinator has still to be set up.' })
  async setupNeeded(): Promise<boolean> {
    return this.setup.isNeeded();
  }

  @Query(() => EntranceType, { description: 'What the pages before signing in show.' })
  async entrance(
    @CurrentViewer() viewer: Viewer,
    @Args('locale', { type: () => String, nullable: true, description: 'Language whose wordings are meant, `de` or `en`; the viewer’s unless given.' }) locale?: string | null,
  ): Promise<EntranceType> {
    const language: ConsentLocale = locale === 'en' || locale === 'de' ? locale : viewer.locale;
    const [programme, texts, setupNeeded] = await Promise.all([
      this.settings.get(programmeSettings),
      this.consentTexts.now(language),
      this.setup.isNeeded(),
    ]);
    return { programmeName: programme.name, setupNeeded, rulesVersion: String(texts.rules.version), privacyVersion: String(texts.privacy.version) };
  }

  @Mutation(() => OwnAccountType, {
    description: 'Makes the first coordinator and signs in. `setup.wrongCode` at `code` for a wrong code; CONFLICT `setup.done` once there is a coordinator; `tooShort`, `tooLong`, `account.passwordCommon` or `account.passwordPersonal` at `password`; `badAddress` at `address`; RATE_LIMITED after many tries.',
  })
  async setUpProgramme(@Args('input', { description: 'The printed code, the programme\'s name and the first coordinator.' }) input: SetUpProgrammeInput, @Context() context: GraphqlContext): Promise<Account> {
    const accountId = await this.setup.setUp(input, context);
    await this.signIns.open(accountId, context);
    const account = await this.accounts.byId(accountId);
    if (account === null) throw AppError.notFound();
    return account;
  }
}
