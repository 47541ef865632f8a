import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { SpacesModule } from '#spaces/server';
import { FollowTargets } from './following/follow-targets.registry.js';
import { Following } from './following/following.js';
import { NoticeKinds } from './notice/notice.registry.js';
import { Notices } from './notice/notices.js';

@Module({
  imports: [AccountsModule, SpacesModule],
  providers: [NoticeKinds, Notices, FollowTargets, Following],
  exports: [NoticeKinds, Notices, FollowTargets, Following],
})
export class NotificationsModule {}
