import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Db } from '#platform/server';
import { demoId } from './demo-id.js';
import { TIP_LINK, withAddresses } from './demo-links.js';
import type { DemoSurroundings } from './demo-surroundings.js';
import type { DemoDraft, DemoTip } from './demo.types.js';
import type { DemoPeople } from './fill-people.js';
import { HANDBOOK } from './handbook.js';
import { SPACES } from './spaces.js';
import { TIPS } from './tips/index.js';
import { TOPICS } from './topics.js';
import { DRAFTS, FEEDBACK } from './unfinished.js';

/** Spaces whose moderators look at a text before everybody reads it. */
const WITH_REVIEW = ['erstvorhaben'];

/** The vocabulary, the tips with what readers said, what is still being written, and the handbook. */
export class DemoTips {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly surroundings: DemoSurroundings,
    private readonly people: DemoPeople,
  ) {}

  async fill(coordinator: string, progress: (done: number, of: number) => void): Promise<void> {
    await this.nameTopics(coordinator);
    const slugs = await this.publishAll(progress);
    if (slugs.size < TIPS.length) throw new Error('not every tip was published');
    await this.keepReview();
    await this.write();
    await this.tell();
    await this.bind();
  }

  async isComplete(): Promise<boolean> {
    const found = await this.app.get(Db).query('select 1 from handbook where id = $1', [demoId('handbook', HANDBOOK.title)]);
    return found.length > 0;
  }

  private async nameTopics(coordinator: string): Promise<void> {
    for (const { key, name, synonyms } of TOPICS) {
      await this.people.as(coordinator).ask('mutation ($input: CreateTopicInput!) { createTopic(input: $input) { id } }', {
        input: { id: demoId('topic', key), name, description: '', synonyms },
      });
    }
  }

  /** @returns the addresses of the tips, by key. */
  private async publishAll(progress: (done: number, of: number) => void): Promise<ReadonlyMap<string, string>> {
    const rows = await this.app.get(Db).query<{ readonly id: string; readonly slug: string }>('select id, slug from tip where revision_number > 0');
    const released = new Map(rows.map((row) => [row.id, row.slug]));
    const accounts = await this.people.ids();
    const slugs = new Map<string, string>();
    for (const tip of linkedFirst(TIPS)) {
      const slug = released.get(demoId('tip', tip.key)) ?? (await this.publish(tip, slugs, accounts));
      slugs.set(tip.key, slug);
      progress(slugs.size, TIPS.length);
    }
    return slugs;
  }

  private async publish(tip: DemoTip, slugs: ReadonlyMap<string, string>, accounts: ReadonlyMap<string, string>): Promise<string> {
    this.surroundings.goBack(tip.publishedDaysAgo);
    const { slug } = await this.people.as(tip.author).ask<{ readonly slug: string }>(
      'mutation ($input: PublishTipInput!) { publishTip(input: $input) { slug } }',
      {
        input: {
          id: demoId('tip', tip.key),
          spaceId: demoId('space', tip.space),
          title: tip.title,
          summary: tip.summary,
          body: withAddresses(tip.body, slugs),
          topicIds: tip.topics.map((key) => demoId('topic', key)),
          coAuthorIds: (tip.coAuthors ?? []).map((key) => accounts.get(key)),
        },
      },
    );
    return slug;
  }

  private async keepReview(): Promise<void> {
    this.surroundings.goBack(10);
    for (const space of SPACES.filter(({ key }) => WITH_REVIEW.includes(key))) {
      const spaceId = demoId('space', space.key);
      const moderator = this.people.as(space.moderators[0] ?? '');
      const { version, proposedTemplate } = await moderator.ask<{ readonly version: number; readonly proposedTemplate: readonly { readonly title: string; readonly help: string }[] }>(
        'query ($spaceId: ID!) { tipSettings(spaceId: $spaceId) { version proposedTemplate { title help } } }',
        { spaceId },
      );
      await moderator.ask('mutation ($input: SaveTipSettingsInput!) { saveTipSettings(input: $input) { spaceId } }', {
        input: { spaceId, baseVersion: version, isReviewNeeded: true, checkAfterMonths: 12, template: proposedTemplate.map(({ title, help }) => ({ title, help })) },
      });
    }
  }

  private async write(): Promise<void> {
    const rows = await this.app.get(Db).query<{ readonly id: string }>('select tip_id as id from tip_working_copy');
    const begun = new Set(rows.map((row) => row.id));
    for (const draft of DRAFTS) if (!begun.has(demoId('tip', draft.key))) await this.begin(draft);
  }

  private async begin(draft: DemoDraft): Promise<void> {
    this.surroundings.goBack(draft.daysAgo);
    const tipId = demoId('tip', draft.key);
    const author = this.people.as(draft.author);
    const { workingCopy } = await author.ask<{ readonly workingCopy: { readonly version: number } }>(
      'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { workingCopy { version } } }',
      {
        input: {
          id: tipId,
          spaceId: demoId('space', draft.space),
          title: draft.title,
          summary: draft.summary,
          body: draft.body,
          topicIds: draft.topics.map((key) => demoId('topic', key)),
        },
      },
    );
    if (!draft.isSubmitted) return;
    await author.ask('mutation ($input: TipVersionInput!) { submitTip(input: $input) { id } }', { input: { tipId, version: workingCopy.version } });
  }

  private async tell(): Promise<void> {
    this.surroundings.goBack(1);
    for (const { tip, helped, outdated } of FEEDBACK) {
      const tipId = demoId('tip', tip);
      for (const person of helped) {
        await this.people.as(person).ask('mutation ($input: SetTipHelpedInput!) { setTipHelped(input: $input) { id } }', { input: { tipId, helped: true } });
      }
      if (outdated === undefined) continue;
      await this.people.as(outdated.person).ask('mutation ($input: ReportTipOutdatedInput!) { reportTipOutdated(input: $input) { id } }', {
        input: { id: demoId('note', tip), tipId, reason: outdated.reason },
      });
    }
  }

  /** Comes last: a handbook that is there says that all the rest is, too. */
  private async bind(): Promise<void> {
    const keeper = SPACES.find(({ key }) => key === HANDBOOK.space)?.moderators[0] ?? '';
    await this.people.as(keeper).ask('mutation ($input: SaveHandbookInput!) { saveHandbook(input: $input) { id } }', {
      input: {
        id: demoId('handbook', HANDBOOK.title),
        spaceId: demoId('space', HANDBOOK.space),
        title: HANDBOOK.title,
        intro: HANDBOOK.summary,
        chapters: HANDBOOK.chapters.map(({ title, tips }) => ({ title, intro: '', tipIds: tips.map((key) => demoId('tip', key)) })),
      },
    });
  }
}

/** A tip's address is known once it is published: what others link to goes first. */
function linkedFirst(tips: readonly DemoTip[]): readonly DemoTip[] {
  const ordered = new Set<DemoTip>();
  const add = (tip: DemoTip, path: readonly DemoTip[]): void => {
    if (ordered.has(tip) || path.includes(tip)) return;
    for (const [, key] of tip.body.matchAll(TIP_LINK)) {
      const target = tips.find((candidate) => candidate.key === key);
      if (target !== undefined) add(target, [...path, tip]);
    }
    ordered.add(tip);
  };
  for (const tip of tips) add(tip, []);
  return [...ordered];
}
