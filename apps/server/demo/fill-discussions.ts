import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Db, Outbox } from '#platform/server';
import { demoId } from './demo-id.js';
import { withAddresses } from './demo-links.js';
import type { DemoSurroundings } from './demo-surroundings.js';
import type { DemoDiscussion, DemoPoll, DemoPost } from './demo.types.js';
import { DISCUSSIONS } from './discussions/index.js';
import type { DemoPeople } from './fill-people.js';
import { SPACES } from './spaces.js';
import { TIPS } from './tips/index.js';

/** Reactions come some hours after what they are given to. */
const LATER_DAYS = 0.2;

/** @param index place among the posts of the demo; the opening has an id of the product's own. */
const replyId = (discussion: DemoDiscussion, index: number): string => demoId('post', `${discussion.key} ${index}`);

/** What the members of the demo talk about, with what they answered, liked and voted. */
export class DemoDiscussions {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly surroundings: DemoSurroundings,
    private readonly people: DemoPeople,
  ) {}

  async fill(): Promise<void> {
    const slugs = await this.tipSlugs();
    for (const discussion of DISCUSSIONS) {
      await this.hold(discussion, slugs);
      // While it is still that day: what follows from it bears the date of its working off.
      await this.app.get(Outbox).drain();
    }
  }

  /** Whether the very last thing is there. */
  async isComplete(): Promise<boolean> {
    const last = DISCUSSIONS.at(-1);
    if (last === undefined) return true;
    const found = await this.app.get(Db).query('select 1 from accepted_answer where discussion_id = $1', [demoId('discussion', last.key)]);
    return found.length > 0;
  }

  private async hold(discussion: DemoDiscussion, slugs: ReadonlyMap<string, string>): Promise<void> {
    const [opening, ...replies] = discussion.posts;
    if (opening === undefined) return;
    await this.open(discussion, opening, slugs);
    for (const [index, reply] of replies.entries()) await this.reply(discussion, reply, index + 1, slugs);
    for (const [index, post] of discussion.posts.entries()) await this.react(discussion, post, index);
    for (const [index, post] of discussion.posts.entries()) await this.report(discussion, post, index);
    if (discussion.poll !== undefined) await this.poll(discussion, discussion.poll, opening);
    if (discussion.isPinned === true) await this.pin(discussion);
    for (const [index, post] of discussion.posts.entries()) if (post.isAnswer === true) await this.accept(discussion, opening.author, index);
  }

  private async open(discussion: DemoDiscussion, opening: DemoPost, slugs: ReadonlyMap<string, string>): Promise<void> {
    this.surroundings.goBack(opening.daysAgo);
    await this.people.as(opening.author).ask('mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id } }', {
      input: {
        id: demoId('discussion', discussion.key),
        spaceId: demoId('space', discussion.space),
        kind: discussion.kind,
        title: discussion.title,
        topicIds: discussion.topics.map((key) => demoId('topic', key)),
        body: withAddresses(opening.body, slugs),
      },
    });
  }

  private async reply(discussion: DemoDiscussion, { author, daysAgo, body }: DemoPost, index: number, slugs: ReadonlyMap<string, string>): Promise<void> {
    this.surroundings.goBack(daysAgo);
    await this.people.as(author).ask('mutation ($input: WritePostInput!) { writePost(input: $input) { id } }', {
      input: { id: replyId(discussion, index), threadId: demoId('discussion', discussion.key), body: withAddresses(body, slugs) },
    });
  }

  private async react(discussion: DemoDiscussion, post: DemoPost, index: number): Promise<void> {
    this.surroundings.goBack(Math.max(0, post.daysAgo - LATER_DAYS));
    const id = index === 0 ? await this.openingOf(discussion) : replyId(discussion, index);
    for (const [kind, persons] of Object.entries(post.reactions ?? {})) {
      for (const person of persons) {
        await this.people.as(person).ask('mutation ($input: PostReactionInput!) { react(input: $input) { id } }', { input: { postId: id, kind } });
      }
    }
  }

  private async report(discussion: DemoDiscussion, { daysAgo, report }: DemoPost, index: number): Promise<void> {
    if (report === undefined) return;
    this.surroundings.goBack(Math.max(0, daysAgo - LATER_DAYS));
    const itemId = index === 0 ? await this.openingOf(discussion) : replyId(discussion, index);
    await this.people.as(report.person).ask('mutation ($input: ReportItemInput!) { reportItem(input: $input) { __typename } }', {
      input: { kind: 'post', itemId, reason: report.reason, words: report.words },
    });
  }

  private async poll(discussion: DemoDiscussion, { question, options, isMultiple, isAnonymous, votes }: DemoPoll, opening: DemoPost): Promise<void> {
    this.surroundings.goBack(opening.daysAgo);
    const pollId = demoId('poll', discussion.key);
    const asked = await this.people.as(opening.author).ask<{ readonly polls: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[] }>(
      'mutation ($input: AskPollInput!) { askPoll(input: $input) { polls { id options { id } } } }',
      { input: { id: pollId, discussionId: demoId('discussion', discussion.key), question, options, isMultiple, isAnonymous } },
    );
    const offered = asked.polls.find(({ id }) => id === pollId)?.options ?? [];
    this.surroundings.goBack(Math.max(0, opening.daysAgo - LATER_DAYS));
    for (const [person, chosen] of Object.entries(votes)) {
      const optionIds = offered.filter((_option, place) => chosen.includes(place)).map(({ id }) => id);
      await this.people.as(person).ask('mutation ($input: VoteInput!) { vote(input: $input) { id } }', { input: { pollId, optionIds } });
    }
  }

  private async pin(discussion: DemoDiscussion): Promise<void> {
    const moderator = SPACES.find(({ key }) => key === discussion.space)?.moderators[0];
    await this.people.as(moderator ?? '').ask('mutation ($input: PinDiscussionInput!) { pinDiscussion(input: $input) { id } }', {
      input: { discussionId: demoId('discussion', discussion.key), isPinned: true },
    });
  }

  private async accept(discussion: DemoDiscussion, asker: string, index: number): Promise<void> {
    await this.people.as(asker).ask('mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }', {
      input: { discussionId: demoId('discussion', discussion.key), postId: replyId(discussion, index) },
    });
  }

  private async openingOf(discussion: DemoDiscussion): Promise<string> {
    const [row] = await this.app.get(Db).query<{ id: string }>('select id from post where thread_id = $1 and position = 1', [demoId('discussion', discussion.key)]);
    if (row === undefined) throw new Error(`${discussion.key} has no first post`);
    return row.id;
  }

  private async tipSlugs(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.app.get(Db).query<{ readonly id: string; readonly slug: string }>('select id, slug from tip');
    const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
    return new Map(TIPS.map(({ key }) => [key, slugs.get(demoId('tip', key)) ?? key]));
  }
}
