import { shortLine } from './short-line.js';

describe('a line under the title of its group', () => {
  it.each([
    ['Birte Hansen hat in „Wärme & Co.“ geschrieben', 'Birte Hansen hat geschrieben'],
    ['Birte Hansen hat Ihnen in „Wärme & Co.“ geantwortet', 'Birte Hansen hat Ihnen geantwortet'],
    ['Birte Hansen wrote about “Wärme & Co.”', 'Birte Hansen wrote'],
    ['„Wärme & Co.“ wartet auf die Freigabe', 'Wartet auf die Freigabe'],
    ['“Wärme & Co.” has been released', 'Has been released'],
    ['Daran wollten Sie erinnert werden: „Wärme & Co.“', 'Daran wollten Sie erinnert werden'],
    ['You wanted to be reminded of this: “Wärme & Co.”', 'You wanted to be reminded of this'],
    ['„Wärme“ wartet auf die Freigabe', '„Wärme“ wartet auf die Freigabe'],
    // Without it nobody would know what was begun.
    ['Birte Hansen hat „Wärme & Co.“ begonnen', 'Birte Hansen hat „Wärme & Co.“ begonnen'],
    ['In „Wärme & Co.“ wartet eine Beitrittsanfrage', 'In „Wärme & Co.“ wartet eine Beitrittsanfrage'],
    ['Birte Hansen hat in „Wärme“ geschrieben', 'Birte Hansen hat in „Wärme“ geschrieben'],
  ])('%s → %s', (line, short) => {
    expect(shortLine(line, 'Wärme & Co.')).toBe(short);
  });
});
