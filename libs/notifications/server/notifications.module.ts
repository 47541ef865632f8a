import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { SpacesModule } from '#spaces/server';
import { Digests } from './delivery/digests.js';
import { DueMails } from './delivery/due-mails.js';
import { NoticeMailLedger } from './delivery/notice-mail.ledger.js';
import { NoticeMailSelection } from './delivery/notice-mail.selection.js';
import { NoticeMailWording } from './delivery/notice-mail.wording.js';
import { NoticeMails } from './delivery/notice-mails.js';
import { FollowService } from './following/follow.service.js';
import { FollowTargets } from './following/follow-targets.registry.js';
import { FollowingResolver } from './following/following.resolver.js';
import { Following } from './following/following.js';
import { AccountNotices } from './happenings/account.notices.js';
import { SpaceNotices } from './happenings/space.notices.js';
import { NoticeFields, NoticeResolver } from './notice/notice.resolver.js';
import { NoticeKinds } from './notice/notice.registry.js';
import { NoticeQueries } from './notice/notice.queries.js';
import { NoticeService } from './notice/notice.service.js';
import { NoticeSight } from './notice/notice.sight.js';
import { Notices } from './notice/notices.js';
import { NotificationsLeaving } from './notifications.leaving.js';
import { notificationsOwnData } from './notifications.own-data.js';
import { NotificationsSchedule } from './notifications.schedule.js';
import { MailPolicies } from './policy/mail-policies.js';
import { MailPolicyResolver } from './policy/mail-policy.resolver.js';
import { PreferenceResolver } from './preference/preference.resolver.js';
import { Preferences } from './preference/preferences.js';
import { Bounces } from './undeliverable/bounces.js';
import { BouncesController } from './undeliverable/bounces.controller.js';
import { UndeliverableResolver } from './undeliverable/undeliverable.resolver.js';
import { Undeliverable } from './undeliverable/undeliverable.service.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';
import { UnsubscribeResolver } from './unsubscribe/unsubscribe.resolver.js';

const forDomains = [NoticeKinds, Notices, FollowTargets, Following, MailPolicies];
const telling = [NoticeSight, NoticeQueries, NoticeService, FollowService, Preferences, SpaceNotices, AccountNotices];
const mailing = [DueMails, Digests, NoticeMails, NoticeMailLedger, NoticeMailSelection, NoticeMailWording, UnsubscribeLinks, Undeliverable, Bounces];
const resolvers = [NoticeResolver, NoticeFields, FollowingResolver, PreferenceResolver, MailPolicyResolver, UnsubscribeResolver, UndeliverableResolver];

@Module({
  imports: [AccountsModule, SpacesModule],
  controllers: [UnsubscribeController, BouncesController],
  providers: [...forDomains, ...telling, ...mailing, ...resolvers, NotificationsLeaving, notificationsOwnData, NotificationsSchedule],
  exports: forDomains,
})
export class NotificationsModule {}
