import { uuidv7 } from '#platform/shared';
import { createTestDatabase } from '#platform/server/testing';
import { Client } from 'pg';
import type { ContentState, SpaceContent } from './expression.js';
import { never } from './expression.js';
import { holds, toSearchFilter, toSql } from './readers.js';
import { guestViewer, type Viewer } from './viewer.js';
import { findableBy, visibleTo, visibleToParticipants } from './visible-to.js';

/**
 * The truth table: role × space × membership × state × author. `expected` is written by hand from the house rules and
 * knows nothing of expressions; all three readers must agree with it, the SQL one on a real table.
 */
const STATES: readonly ContentState[] = ['draft', 'review', 'published', 'retired', 'hidden'];
const SPACES = { open: uuidv7(), programme: uuidv7(), closed: uuidv7(), mine: uuidv7(), moderated: uuidv7() } as const;
type SpaceName = keyof typeof SPACES;

const me = uuidv7();
const other = uuidv7();
const third = uuidv7();
const AUTHORS = { others: [other], mine: [me], together: [other, me], amongMany: [other, third, me] } as const;
type AuthorName = keyof typeof AUTHORS;

function viewer(readable: readonly SpaceName[], moderated: readonly SpaceName[] = [], more: Partial<Viewer> = {}): Viewer {
  return {
    accountId: me,
    standing: 'approved',
    siteRoles: new Set(),
    programmeRoles: new Set(),
    readableSpaceIds: new Set(readable.map((name) => SPACES[name])),
    moderatedSpaceIds: new Set(moderated.map((name) => SPACES[name])),
    locale: 'de',
    ...more,
  };
}

interface Row {
  readonly who: string;
  readonly viewer: Viewer;
  readonly reads: readonly SpaceName[];
  readonly moderates: readonly SpaceName[];
  readonly hasAccount: boolean;
}

const member: readonly SpaceName[] = ['open', 'programme', 'mine'];
const ROWS: readonly Row[] = [
  { who: 'guest', viewer: guestViewer(new Set([SPACES.open])), reads: ['open'], moderates: [], hasAccount: false },
  { who: 'guest of a programme without public spaces', viewer: guestViewer(), reads: [], moderates: [], hasAccount: false },
  { who: 'unconfirmed', viewer: viewer(['open'], [], { standing: 'unconfirmed' }), reads: ['open'], moderates: [], hasAccount: true },
  { who: 'waiting for approval', viewer: viewer(['open'], [], { standing: 'waiting' }), reads: ['open'], moderates: [], hasAccount: true },
  { who: 'stranger', viewer: viewer(['open', 'programme']), reads: ['open', 'programme'], moderates: [], hasAccount: true },
  { who: 'member', viewer: viewer(member), reads: member, moderates: [], hasAccount: true },
  { who: 'mentor and member', viewer: viewer(member, [], { programmeRoles: new Set(['mentor'] as const) }), reads: member, moderates: [], hasAccount: true },
  { who: 'moderator of another space', viewer: viewer([...member, 'moderated'], ['moderated']), reads: [...member, 'moderated'], moderates: ['moderated'], hasAccount: true },
  { who: 'coordinator without entry', viewer: viewer(['open', 'programme'], [], { siteRoles: new Set(['coordinator'] as const) }), reads: ['open', 'programme'], moderates: [], hasAccount: true },
  { who: 'coordinator with an entry', viewer: viewer(['open', 'programme', 'closed'], [], { siteRoles: new Set(['coordinator'] as const) }), reads: ['open', 'programme', 'closed'], moderates: [], hasAccount: true },
];

/** The house rules in words, written a second time on purpose. */
function expected(row: Row, space: SpaceName, state: ContentState, authors: AuthorName): boolean {
  const isAuthor = row.hasAccount && authors !== 'others';
  const reads = row.reads.includes(space);
  switch (state) {
    case 'draft':
      // One's own draft stays with one; what others own and write on is seen only where the space is.
      return isAuthor && (authors === 'mine' || reads);
    case 'review':
    case 'hidden':
      return (isAuthor && reads) || row.moderates.includes(space);
    case 'published':
    case 'retired':
      return reads;
  }
}

interface Content extends SpaceContent {
  readonly space: SpaceName;
  readonly authors: AuthorName;
}

const contents: readonly Content[] = (Object.keys(SPACES) as SpaceName[]).flatMap((space) =>
  STATES.flatMap((state) =>
    (Object.keys(AUTHORS) as AuthorName[]).map((authors) => ({ id: uuidv7(), spaceId: SPACES[space], space, state, authors, authorIds: [...AUTHORS[authors]] })),
  ),
);
const labels = (chosen: readonly Content[]): readonly string[] => chosen.map(({ space, state, authors }) => `${space} ${state} ${authors}`).sort();

describe('access', () => {
  let client: Client;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table content (id uuid primary key, space_id uuid, author_ids uuid[], participant_ids uuid[], state text)');
    for (const { id, spaceId, authorIds, state } of contents) {
      await client.query('insert into content (id, space_id, author_ids, state) values ($1, $2, $3, $4)', [id, spaceId, authorIds, state]);
    }
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  async function found(condition: { readonly sql: string; readonly parameters: readonly unknown[] }, leading: readonly unknown[] = []): Promise<readonly Content[]> {
    const { rows } = await client.query<{ id: string }>(`select id from content c where ${condition.sql}`, [...leading, ...condition.parameters]);
    const ids = new Set(rows.map((row) => row.id));
    return contents.filter((content) => ids.has(content.id));
  }

  describe.each(ROWS)('$who', (row) => {
    const allowed = contents.filter(({ space, state, authors }) => expected(row, space, state, authors));

    it('reads in SQL exactly what the rules allow', async () => {
      expect(labels(await found(toSql(visibleTo(row.viewer), 'c')))).toEqual(labels(allowed));
    });

    it('is told live and by mail exactly what the rules allow', () => {
      expect(labels(contents.filter((content) => holds(visibleTo(row.viewer), content)))).toEqual(labels(allowed));
    });

    it('finds by searching what is published where they read, and no drafts', async () => {
      const isFindable = ({ space, state }: Content): boolean => row.reads.includes(space) && (state === 'published' || state === 'retired');
      const audiences = toSearchFilter(findableBy(row.viewer));
      // An engine holds published documents alone; the filter chooses among them by audience.
      const hits = contents.filter((content) => (content.state === 'published' || content.state === 'retired') && audiences.includes(content.spaceId));
      expect(labels(hits)).toEqual(labels(contents.filter(isFindable)));
      expect(labels(await found(toSql(findableBy(row.viewer), 'c')))).toEqual(labels(contents.filter(isFindable)));
      // Nothing can be found that could not be read.
      expect(hits.every((content) => holds(visibleTo(row.viewer), content))).toBe(true);
    });

    it('gets no wider search filter from the reading rule than from the searching one', () => {
      expect(toSearchFilter(visibleTo(row.viewer)).filter((id) => !row.viewer.readableSpaceIds.has(id))).toEqual([]);
    });
  });

  it('numbers its parameters after those of the query around it', async () => {
    const row = ROWS[5];
    if (row === undefined) throw new Error('the table lost its member');
    const condition = toSql(visibleTo(row.viewer), 'c', 2);
    const chosen = await found({ sql: `c.state = $1 and ${condition.sql}`, parameters: condition.parameters }, ['draft']);
    expect(labels(chosen)).toEqual(labels(contents.filter(({ space, state, authors }) => state === 'draft' && expected(row, space, state, authors))));
  });

  it('keeps what belongs to participants to them, whatever else somebody is', async () => {
    const conversation = { id: uuidv7(), participantIds: [other, third] };
    await client.query('insert into content (id, participant_ids) values ($1, $2)', [conversation.id, conversation.participantIds]);
    const coordinator = viewer(['open', 'closed'], ['closed'], { siteRoles: new Set(['coordinator'] as const) });
    const participant = { ...coordinator, accountId: third };
    for (const [looking, expectedRows] of [[coordinator, 0], [participant, 1], [guestViewer(), 0]] as const) {
      const expression = visibleToParticipants(looking);
      const { sql, parameters } = toSql(expression, 'c');
      const { rowCount } = await client.query(`select 1 from content c where ${sql}`, [...parameters]);
      expect(rowCount).toBe(expectedRows);
      expect(holds(expression, conversation)).toBe(expectedRows === 1);
      expect(toSearchFilter(expression)).toEqual([]);
    }
  });

  it('lets nothing through a rule that never holds', async () => {
    expect(await found(toSql(never, 'c'))).toEqual([]);
    expect(toSearchFilter(never)).toEqual([]);
    expect(contents.some((content) => holds(never, content))).toBe(false);
  });
});
