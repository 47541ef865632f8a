import type { Gate } from '../space/space.entity.js';
import { widerGates, type WaysIn } from './gates-change.js';

const ways = (gates: readonly Gate[], limitedToRole: WaysIn['limitedToRole'] = null): WaysIn => ({ visibility: 'closed', gates, limitedToRole });

describe('gates that let more people in than before', () => {
  it.each<[string, WaysIn, WaysIn, readonly Gate[]]>([
    ['an opened one', ways(['request']), ways(['request', 'open']), ['open']],
    ['a password beside requests', ways(['request']), ways(['request', 'password']), ['password']],
    ['invitations into a space without any way in', ways([]), ways(['invitation']), ['invitation']],
    ['none beside one that was open', ways(['open']), ways(['open', 'password', 'request']), []],
    ['none where one closes', ways(['open', 'request']), ways(['request']), []],
    ['all of them where the limit to a role falls', ways(['request', 'invitation'], 'mentor'), ways(['request', 'invitation']), ['request', 'invitation']],
    ['all of them for another role', ways(['open'], 'mentor'), ways(['open'], 'mentee'), ['open']],
    ['none where a limit comes', ways(['open']), ways(['open'], 'mentor'), []],
    ['each once, however often it is sent', ways([]), ways(['open', 'open']), ['open']],
  ])('%s', (_name, before, after, expected) => {
    expect(widerGates(before, after)).toEqual(expected);
  });
});
