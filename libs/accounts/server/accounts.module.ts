import { Module } from '@nestjs/common';
import { ViewerResolver } from './account/viewer.resolver.js';
import { Sessions } from './session/sessions.js';

@Module({ providers: [Sessions, ViewerResolver], exports: [Sessions] })
export class AccountsModule {}
