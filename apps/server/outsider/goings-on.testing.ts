import type { TestAccount } from '#accounts/server/testing';
import { aDiscussion, aReply } from '#discussions/server/testing';
import type { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aTip } from '../../../libs/tips/server/tips.testing.js';
import { mark } from './closed-world.testing.js';
import type { LivePlace } from './live.testing.js';

interface HasId {
  readonly id: string;
}

/** Words that open texts have, too: how often they stand in closed ones must not move what is found, suggested or corrected outside. */
const COMMON = 'offener Tipp was bleibt offene Frage dazu eine Antwort offenere Fragn';

/** A lively day in closed places: writing, answering, naming people who are outside, voting, reporting, filing under topics. */
export async function goOnInside(server: TestServer, places: readonly LivePlace[], moderator: TestAccount, outsiders: readonly TestAccount[], topics: readonly HasId[]): Promise<void> {
  const named = outsiders.map(({ id, name }) => `[@${name}](/person/${id})`).join(' ');
  for (const { space, insider } of places) {
    const send = async (by: TestAccount, call: string, input: object) => server.data(by.caller, call, { input });
    for (let round = 0; round < 3; round += 1) {
      const tip = await aTip(server, { in: space, by: insider, coAuthors: outsiders, topics, title: `${mark('Neuertipp')} ${COMMON}`, body: `${COMMON} ${mark('Neuertext')}` });
      const discussion = await aDiscussion(server, { in: space, by: moderator, topics, title: `${COMMON} ${mark('Neuefrage')}`, body: `${named} ${COMMON}` });
      const replyId = await aReply(server, moderator, discussion, `${COMMON} ${named} ${mark('Neueantwort')}`);
      await send(insider, 'mutation ($input: PostReactionInput!) { react(input: $input) { id } }', { postId: replyId, kind: 'thanks' });
      await send(moderator, 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }', { discussionId: discussion.id, postId: replyId });
      await send(moderator, 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }', {
        id: uuidv7(), discussionId: discussion.id, question: mark('Neueumfrage'), options: ['Ja', 'Nein'], isMultiple: false, isAnonymous: true,
      });
      await send(moderator, 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id } }', { kind: 'tip', itemId: tip.id, reason: 'insult', words: mark('Neuemeldung') });
    }
  }
  await server.drain();
}
