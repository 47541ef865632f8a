import { Module } from '@nestjs/common';
import { OperationResolver } from './operation/operation.resolver.js';
import { PlainPageController } from './page/plain-page.controller.js';
import { SitePageResolver } from './page/site-page.resolver.js';
import { SitePages } from './page/site-pages.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { ProgrammeService } from './programme/programme.service.js';

@Module({
  controllers: [PlainPageController],
  providers: [SitePages, SitePageResolver, ProgrammeService, ProgrammeResolver, OperationResolver],
})
export class AdministrationModule {}
