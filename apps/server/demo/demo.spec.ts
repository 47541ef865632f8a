import { HANDBOOK } from './handbook.js';
import { PEOPLE, REGISTRATIONS } from './people.js';
import { JOIN_REQUESTS } from './requests.js';
import { SPACES } from './spaces.js';
import { TIPS } from './tips/index.js';
import { TOPICS } from './topics.js';
import { DRAFTS, FEEDBACK } from './unfinished.js';

const people = new Map(PEOPLE.map((person) => [person.key, person]));
const spaces = new Map(SPACES.map((space) => [space.key, space]));
const topics = new Set(TOPICS.map((topic) => topic.key));
const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

function everyoneIn(spaceKey: string): readonly string[] {
  const space = spaces.get(spaceKey);
  return space ? [...space.moderators, ...space.authors, ...space.members] : [];
}

describe('the demo programme', () => {
  test('has 25 people, 30 tips and every name once', () => {
    expect(PEOPLE).toHaveLength(25);
    expect(TIPS).toHaveLength(30);
    expect(new Set(TIPS.map((tip) => tip.key)).size).toBe(30);
    expect(new Set(TIPS.map((tip) => tip.title)).size).toBe(30);
    expect(new Set([...PEOPLE, ...REGISTRATIONS].map((person) => person.address)).size).toBe(PEOPLE.length + REGISTRATIONS.length);
  });

  test('writes only to addresses nobody owns', () => {
    const foreign = [...PEOPLE, ...REGISTRATIONS].filter((person) => !/@([a-z-]+\.)?example\.(org|de)$/.test(person.address));
    expect(foreign).toEqual([]);
  });

  test.each(TIPS.map((tip) => [tip.key, tip] as const))('%s is a complete tip', (_key, tip) => {
    expect(tip.title).toMatch(/\?/);
    expect(words(tip.body)).toBeGreaterThanOrEqual(250);
    expect(words(tip.body)).toBeLessThanOrEqual(700);
    const headings = [...tip.body.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(['Ausgangslage', 'Vorgehen', 'Aufwand', 'Stolpersteine', 'Rechtliches', 'Vorlagen', 'Kontakt']);
    expect(tip.topics.filter((topic) => !topics.has(topic))).toEqual([]);
  });

  test('links only to tips that readers of the linking one may read, too', () => {
    const width = { hidden: 0, closed: 1, programme: 2, public: 3 } as const;
    const widthOf = (key: string): number => width[spaces.get(TIPS.find((tip) => tip.key === key)?.space ?? '')?.visibility ?? 'hidden'];
    const links = TIPS.flatMap((tip) => [...tip.body.matchAll(/\]\(\/tipp\/([^)]+)\)/g)].map((match) => [tip.key, match[1] ?? ''] as const));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter(([from, to]) => widthOf(to) < Math.max(2, widthOf(from)))).toEqual([]);
  });

  test('lets only members write in a space, and each of them is a person', () => {
    const strangers = TIPS.flatMap((tip) => {
      const inside = everyoneIn(tip.space);
      return [tip.author, ...(tip.coAuthors ?? [])].filter((key) => !inside.includes(key)).map((key) => `${key} in ${tip.key}`);
    });
    expect(strangers).toEqual([]);
    expect(SPACES.flatMap((space) => everyoneIn(space.key).filter((key) => !people.has(key)))).toEqual([]);
    expect(SPACES.filter((space) => new Set(everyoneIn(space.key)).size !== everyoneIn(space.key).length)).toEqual([]);
  });

  test('lets only those publish whom the space lets publish', () => {
    const refused = TIPS.filter(({ space: key, author }) => {
      const space = spaces.get(key);
      if (space === undefined || space.publishers === 'members' || [...space.moderators, ...space.authors].includes(author)) return false;
      return space.publishers === 'authors' || !['mentor', 'both'].includes(people.get(author)?.programmeRole ?? '');
    });
    expect(refused.map((tip) => tip.key)).toEqual([]);
  });

  test('asks readers for their word, never authors', () => {
    const ownWords = FEEDBACK.filter(({ tip: key, helped, outdated }) => {
      const tip = TIPS.find((candidate) => candidate.key === key);
      const speakers = [...helped, ...(outdated === undefined ? [] : [outdated.person])];
      return tip === undefined || speakers.some((person) => [tip.author, ...(tip.coAuthors ?? [])].includes(person) || !people.has(person));
    });
    expect(ownWords).toEqual([]);
    expect(DRAFTS.filter((draft) => !everyoneIn(draft.space).includes(draft.author))).toEqual([]);
  });

  test('keeps mentees out of the space for mentors', () => {
    const inside = SPACES.filter((space) => space.onlyFor === 'mentor').flatMap((space) => everyoneIn(space.key));
    expect(inside.filter((key) => !['mentor', 'both'].includes(people.get(key)?.programmeRole ?? ''))).toEqual([]);
  });

  test('lets only outsiders ask for access, with an answer to every question', () => {
    expect(JOIN_REQUESTS.filter((request) => everyoneIn(request.space).includes(request.person))).toEqual([]);
    expect(JOIN_REQUESTS.filter((request) => request.answers.length !== spaces.get(request.space)?.questions.length)).toEqual([]);
  });

  test('fills the handbook with tips that exist', () => {
    const keys = new Set(TIPS.map((tip) => tip.key));
    expect(HANDBOOK.chapters.flatMap((chapter) => chapter.tips).filter((key) => !keys.has(key))).toEqual([]);
  });
});
