import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { MailWriter, type Mail, type MailItem, type MailRecipient, type MailSection, type Wording } from '#platform/server';
import type { TextParams } from '#platform/shared';
import { SpaceQueries } from '#spaces/server';
import { groupKeyOf, type SeenNotice } from '../notice/notice.row.js';
import { NoticeSight, ownTexts } from '../notice/notice.sight.js';
import { MailPolicies, type MailPolicy } from '../policy/mail-policies.js';
import { UnsubscribeLinks, type UnsubscribeScope } from '../unsubscribe/unsubscribe-links.js';
import { DIGEST } from './digests.js';
import { htmlForMail } from './mail-html.js';

/** Mails are read on telephones; the rest is on the page. In signs. */
const QUOTE_LENGTH = { now: 3000, digest: 300 } as const;
/** An import or a long night can bring hundreds; nobody reads on in a mail. */
const ITEMS_AT_MOST = { now: 20, digest: 40 } as const;
const CENTRE = '/hinweise';

export interface NoticeMail {
  readonly id: string;
  readonly accountId: string;
  /** A category, or the summary. */
  readonly form: string;
  readonly recipient: MailRecipient;
  readonly viewer: Viewer;
  /** What one click in it ends. */
  readonly scopes: readonly UnsubscribeScope[];
  /** Oldest first; at least one. */
  readonly notices: readonly SeenNotice[];
}

interface Place {
  readonly wording: Wording;
  readonly policies: ReadonlyMap<string, MailPolicy>;
  /** Names of spaces, for those whose policy lets a name out. */
  readonly names: ReadonlyMap<string, string>;
}

/** What mails about notices say: no more than the space of each lets out. */
@Injectable()
export class NoticeMailWording {
  constructor(
    @Inject(MailWriter) private readonly writer: MailWriter,
    @Inject(NoticeSight) private readonly sight: NoticeSight,
    @Inject(MailPolicies) private readonly policies: MailPolicies,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(UnsubscribeLinks) private readonly links: UnsubscribeLinks,
  ) {}

  async of(mail: NoticeMail): Promise<Mail> {
    const place = await this.placeOf(mail);
    const { wording } = place;
    const body = mail.form === DIGEST ? this.digest(mail, place) : this.single(mail, place);
    const { scopes } = mail;
    const [scope = DIGEST, ...others] = scopes;
    const unsubscribeUrl = this.writer.urlOf(`/abmelden-von/${this.links.tokenFor({ accountId: mail.accountId, scopes })}`);
    const name = scopes.map((one) => word(wording, `scopes.${one}`)).join(', ');
    const reasons = [...new Set(mail.notices.map(({ reason }) => reason))].map((reason): MailItem => ({ text: word(wording, `reasons.${reason}`) }));
    return {
      to: mail.recipient,
      locale: wording.locale,
      id: mail.id,
      ...this.writer.frame(mail.recipient, wording),
      ...body,
      notes: [
        ...reasons,
        { text: word(wording, 'mails.unsubscribe', { kind: name }), url: unsubscribeUrl },
        { text: word(wording, 'mails.preferences'), url: this.writer.urlOf('/konto/benachrichtigungen') },
      ],
      list: { id: `${others.length === 0 ? scope : DIGEST}.notices`, name: `${wording.programme}: ${name}`, unsubscribeUrl },
    };
  }

  /** Several notices of one thread and category. */
  private single(mail: NoticeMail, place: Place): MailBody {
    const { wording } = place;
    const [first] = mail.notices;
    if (first === undefined) throw new Error('a mail without notices');
    const count = mail.notices.length;
    // Of notices that lie in different spaces by now, the strictest rule holds for the subject.
    const isPointer = mail.notices.some((notice) => policyOf(notice, place) === 'pointer');
    // Who hears of the same thread would else be seen from headers, also by who reads none of them.
    const threadId = isPointer ? this.links.ownNameOf(mail.accountId, first.groupId) : first.groupId;
    const subject = this.sight.subjectOf(mail.notices, wording);
    if (isPointer) {
      return {
        threadId,
        subject: subject ?? word(wording, 'mails.pointer.subject'),
        paragraphs: [word(wording, 'mails.pointer.body', { count })],
        action: { label: word(wording, 'mails.pointer.action'), url: this.writer.urlOf(`${CENTRE}?hinweis=${first.id}`) },
      };
    }
    const space = first.view.spaceId === null ? undefined : place.names.get(first.view.spaceId);
    return {
      threadId,
      subject: subject ?? word(wording, 'mails.now.subject', { title: first.view.title }),
      paragraphs: [space === undefined ? word(wording, 'mails.now.body', { count }) : word(wording, 'mails.now.bodyIn', { count, space })],
      sections: [{ items: mail.notices.slice(0, ITEMS_AT_MOST.now).map((notice) => this.item(notice, place, QUOTE_LENGTH.now)) }, ...this.more(count - ITEMS_AT_MOST.now, wording)],
      action: { label: word(wording, 'mails.now.action'), url: this.writer.urlOf(first.view.path) },
    };
  }

  private digest(mail: NoticeMail, place: Place): MailBody {
    const { wording } = place;
    const pointers = mail.notices.filter((notice) => policyOf(notice, place) === 'pointer');
    const open = mail.notices.filter((notice) => !pointers.includes(notice));
    const groups = [...Map.groupBy(open, groupKeyOf).values()];
    const bySpace = Map.groupBy(groups.slice(0, ITEMS_AT_MOST.digest), ([first]) => first?.view.spaceId ?? null);
    // What lies in no space comes after those that do.
    const places = [...bySpace].toSorted(([one], [other]) => Number(one === null) - Number(other === null));
    const sections = places.map(([spaceId, told]): MailSection => ({
      heading: (spaceId === null ? undefined : place.names.get(spaceId)) ?? word(wording, 'mails.digest.elsewhere'),
      items: told.map((group) => this.digestItem(group, place)),
    }));
    sections.push(...this.more(groups.slice(ITEMS_AT_MOST.digest).flat().length, wording));
    const closed = { heading: word(wording, 'mails.digest.closed'), items: [{ text: word(wording, 'mails.digest.pointer', { count: pointers.length }), url: this.writer.urlOf(CENTRE) }] };
    return {
      subject: word(wording, 'mails.digest.subject', { count: mail.notices.length }),
      paragraphs: [word(wording, 'mails.digest.body', { count: mail.notices.length })],
      sections: pointers.length === 0 ? sections : [...sections, closed],
      action: { label: word(wording, 'mails.digest.action'), url: this.writer.urlOf(CENTRE) },
    };
  }

  /** What is left out of a mail, in one line. */
  private more(count: number, wording: Wording): readonly MailSection[] {
    return count <= 0 ? [] : [{ items: [{ text: word(wording, 'mails.more', { count }), url: this.writer.urlOf(CENTRE) }] }];
  }

  private digestItem(group: readonly SeenNotice[], place: Place): MailItem {
    const [first] = group;
    if (first === undefined) throw new Error('a group without notices');
    if (group.length === 1) return this.item(first, place, QUOTE_LENGTH.digest);
    return { text: word(place.wording, 'mails.digest.group', { count: group.length, title: first.view.title }), url: this.writer.urlOf(first.view.path) };
  }

  private item(notice: SeenNotice, place: Place, length: number): MailItem {
    const text = notice.view.text?.trim() ?? '';
    const url = this.writer.urlOf(notice.view.path);
    const line = { text: this.sight.lineOf(notice, place.wording), url };
    if (text === '' || policyOf(notice, place) !== 'full') return line;
    const quote = shortened(text, length);
    // What is cut is cut in the plain text alone: half a table is none.
    const isWhole = quote === text && notice.view.html !== undefined;
    const { locale, programmeLocale } = place.wording;
    return { ...line, quote, ...(locale !== programmeLocale && { quoteLanguage: programmeLocale }), ...(isWhole && { quoteHtml: htmlForMail(notice.view.html, this.writer.urlOf(''), url) }) };
  }

  private async placeOf({ recipient, viewer, notices }: NoticeMail): Promise<Place> {
    const ids = [...new Set(notices.flatMap(({ view: { spaceId, mailSpaceId } }) => [spaceId, mailSpaceId].flatMap((id) => id ?? [])))];
    const [wording, policies, spaces] = await Promise.all([this.writer.wordingFor(recipient.locale), this.policies.of(ids), this.spaces.byIds(viewer, ids)]);
    return { wording, policies, names: new Map(spaces.map(({ id, name }) => [id, name])) };
  }
}

type MailBody = Pick<Mail, 'subject' | 'paragraphs' | 'sections' | 'action' | 'threadId'>;

function word(wording: Wording, key: string, params: TextParams = {}): string {
  return wording.word(ownTexts, key, params);
}

/** Unknown spaces are treated as closed: better too little in a mail than too much. */
function policyOf({ view }: SeenNotice, { policies }: Place): MailPolicy {
  const spaceId = view.mailSpaceId ?? view.spaceId;
  return spaceId === null ? 'full' : (policies.get(spaceId) ?? 'pointer');
}

function shortened(text: string, length: number): string {
  const signs = Array.from(text);
  return signs.length <= length ? text : `${signs.slice(0, length).join('').trimEnd()} …`;
}
