import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { OperationResolver } from './operation/operation.resolver.js';
import { PageConsents } from './page/page-consents.js';
import { PlainPageController } from './page/plain-page.controller.js';
import { SitePageResolver } from './page/site-page.resolver.js';
import { SitePages } from './page/site-pages.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { ProgrammeService } from './programme/programme.service.js';

@Module({
  imports: [AccountsModule],
  controllers: [PlainPageController],
  providers: [SitePages, PageConsents, SitePageResolver, ProgrammeService, ProgrammeResolver, OperationResolver],
})
export class AdministrationModule {}
