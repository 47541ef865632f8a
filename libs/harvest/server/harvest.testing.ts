import { anAccount, type TestAccount } from '#accounts/server/testing';
import type { Caller, TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aDiscussion, type TestDiscussion } from '../../discussions/server/discussions.testing.js';
import { aSpace, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { aPost } from '../../threads/server/threads.testing.js';

export const HARVEST = 'mutation ($input: HarvestTipInput!) { harvestTip(input: $input) { id state title workingCopy { version body } } }';
export const PUBLISH = 'mutation ($input: PublishTipInput!) { publishTip(input: $input) { state revisionNumber } }';
export const PANEL = `query ($id: String!) { tip(slug: $id) { harvest { isWider opensToEveryone isReady readsSource gains discussion { id }
  passages { postId consent text hasWords hasSource isAgreed author { name } } crossings { key kind value isSettled reason } } } }`;
export const PAGE = 'query ($id: String!) { tip(slug: $id) { contributors { name } harvestedFrom { title } harvest { isReady } } }';
export const ANSWER = 'mutation ($input: AnswerHarvestRequestInput!) { answerHarvestRequest(input: $input) { consent wantsCredit } }';
export const REQUEST = 'query ($id: ID!) { harvestRequest(id: $id) { consent spaceName audience askedBy { name } discussion { title } passages { text } } }';
export const KEEP = 'mutation ($input: KeepCrossingsInput!) { keepCrossings(input: $input) { id } }';
export const REOPEN = 'mutation ($input: ReopenCrossingsInput!) { reopenCrossings(input: $input) { id } }';

export const ADVICE = 'Am längsten hat die Abstimmung mit dem Bauamt gedauert, dort waren **drei Stellen** unbesetzt.';
export const FIGURES = 'Gekostet hat es 2,3 Mio. € für ganz Musterhausen.';

export interface Panel {
  readonly tip: {
    readonly harvest: {
      readonly isWider: boolean;
      readonly opensToEveryone: boolean;
      readonly isReady: boolean;
      readonly passages: readonly { readonly postId: string; readonly consent: string; readonly text: string | null; readonly hasWords: boolean; readonly isAgreed: boolean; readonly author: { readonly name: string } | null }[];
      readonly crossings: readonly { readonly key: string; readonly kind: string; readonly value: string; readonly isSettled: boolean; readonly reason: string | null }[];
    } | null;
  };
}

export interface Circle {
  readonly asker: TestAccount;
  readonly helper: TestAccount;
  readonly reader: TestAccount;
  readonly closed: TestSpace;
  readonly open: TestSpace;
  readonly discussion: TestDiscussion;
  readonly advice: { readonly id: string };
  readonly figures: { readonly id: string };
}

/** What specs of harvesting do again and again. */
export function harvestSteps(server: () => TestServer) {
  async function aCircle(isSolved = true): Promise<Circle> {
    const [asker, helper, reader] = await Promise.all([anAccount(server(), { name: 'Alma Fragend' }), anAccount(server(), { name: 'Hanne Helfend' }), anAccount(server(), { name: 'Lena Lesend' })]);
    const closed = await aSpace(server(), { name: 'Kreis der Stillen', members: [[asker, 'member'], [helper, 'member'], [reader, 'member']] });
    const open = await aSpace(server(), { visibility: 'public', name: 'Offene Praxis', publishers: 'members', members: [[asker, 'author'], [helper, 'member'], [reader, 'member']] });
    const discussion = await aDiscussion(server(), { in: closed, by: asker, title: 'Wie gelingt ein Wärmenetz?' });
    const thread = { id: discussion.id, spaceId: closed.id };
    const advice = await aPost(server(), thread, { by: helper, body: ADVICE });
    const figures = await aPost(server(), thread, { by: helper, body: FIGURES });
    if (isSolved) await server().db.query('update discussion set solved_at = now(), answered_at = now() where id = $1', [discussion.id]);
    return { asker, helper, reader, closed, open, discussion, advice, figures };
  }

  const wish = ({ discussion, open, advice }: Circle, changes: object = {}) => ({ id: uuidv7(), discussionId: discussion.id, spaceId: open.id, passages: [{ postId: advice.id }], ...changes });

  async function harvested(circle: Circle, changes: object = {}, caller: Caller = circle.asker.caller): Promise<{ readonly id: string; readonly body: string; readonly version: number }> {
    const { harvestTip } = await server().data<{ harvestTip: { id: string; workingCopy: { version: number; body: string } } }>(caller, HARVEST, { input: wish(circle, changes) });
    return { id: harvestTip.id, ...harvestTip.workingCopy };
  }

  const panel = async (caller: Caller, id: string) => (await server().data<Panel>(caller, PANEL, { id })).tip.harvest;
  const publish = (tip: { readonly id: string; readonly version: number }, body: string, title = 'Ein Tipp zum Wärmenetz') => ({ input: { id: tip.id, title, body, baseVersion: tip.version, baseRevision: 0 } });
  const say = async (who: TestAccount, id: string, consent: string, wantsCredit = false) => server().data(who.caller, ANSWER, { input: { requestId: id, consent, wantsCredit } });

  return { aCircle, wish, harvested, panel, publish, say } as const;
}
