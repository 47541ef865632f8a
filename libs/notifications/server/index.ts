/** Telling people: notices, mails at once and in digests, following, preferences, mail policy of spaces. */
import type { ServerDomain } from '#platform/server';
import { Notifications1700000000600 } from './notifications.migration.js';
import { CountedMails1700000000601 } from './notifications.counting.migration.js';
import { LeanerNotices1700000000602 } from './notifications.leaner.migration.js';
import { NotificationsModule } from './notifications.module.js';

/** What can be followed: each domain registers its kinds while it starts. */
export { FollowTargets } from './following/follow-targets.registry.js';
export type { FollowTarget, FollowTargetKind, FollowTargetView } from './following/follow-targets.registry.js';
/** Who follows what: `follow` on answering, `audience` for whom to tell, `unmuted` for whom to address. */
export { Following } from './following/following.js';
export type { FollowLevel } from './following/following.js';
/** Which notices there are: each domain registers its kinds with what a viewer may see of their subjects. */
export { NoticeKinds } from './notice/notice.registry.js';
export type { NoticeKind, NoticeReason, NoticeView } from './notice/notice.registry.js';
/** `tell`, `withdraw`, `toldOf`, `move`, `regroup`, `read`, `keepFromMails`: within the caller's transaction. */
export { Notices } from './notice/notices.js';
export type { NoticeGroup, Telling, Withdrawal } from './notice/notices.js';
export { NotificationsModule } from './notifications.module.js';
/** What may leave the house of a space: the same for mails and for feeds. */
export { MailPolicies } from './policy/mail-policies.js';
export type { MailPolicy } from './policy/mail-policies.js';
export type { NoticeCategory } from './preference/categories.js';

export const notificationsDomain: ServerDomain = {
  name: 'notifications',
  module: NotificationsModule,
  entities: [],
  migrations: [Notifications1700000000600, CountedMails1700000000601, LeanerNotices1700000000602],
};
