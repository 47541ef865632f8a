import type { DomainEvent } from '#platform/server';

/** Within this library only. Ids and nothing else: what a mail says is looked up when it is sent. */
export const notificationEvents = {
  mailDue: (mail: { readonly mailId: string; readonly accountId: string }): DomainEvent => ({ name: 'NoticeMailDue', payload: mail }),
} as const;
