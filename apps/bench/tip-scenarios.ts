import { SearchIndexing } from '#search/server';
import { FREQUENT_WORD, fillWithTips, RARE_WORD } from './generated-tips.js';
import type { Collection, Scenario, Who } from './scenario.js';

const TIP_PAGE = `query TipPage($slug: String!) { tip(slug: $slug) {
  id slug state title summary html outline { level id text } words readingMinutes revisionNumber publishedAt revisedAt checkedAt checkDueOn helpedCount
  authors { accountId name } space { id slug name } } }`;
const TIP_LIST = `query TipList($space: String!) { tips(space: $space, first: 30) {
  nodes { id slug title summary readingMinutes revisedAt helpedCount authors { accountId name } } pageInfo { hasNextPage endCursor } } }`;
const SEARCH = `query Search($input: SearchInput!) { search(input: $input) { totalCount hits { id kind path title { text isMatch } excerpt { segments { text isMatch } } } } }`;

const who: readonly Who[] = ['guest', 'signed in'];

function scenariosFor(size: number): readonly Scenario[] {
  const slug = `tipp-${Math.floor(size / 2)}`;
  const search = (name: string, text: string): Scenario => ({ name, who, query: SEARCH, variables: { input: { text } }, floor: { path: `/search/${encodeURIComponent(text)}` }, has: 'title' });
  return [
    { name: 'tip page', who, query: TIP_PAGE, variables: { slug }, floor: { path: `/page/${slug}` }, has: slug },
    { name: 'tip list', who, query: TIP_LIST, variables: { space: 'bank' }, floor: { path: '/list/bank' }, has: 'tipp-' },
    search('search, frequent word', FREQUENT_WORD),
    search('search, rare word', RARE_WORD),
  ];
}

export const tips: Collection = {
  name: 'bench',
  noun: 'Tipps',
  scenariosFor,
  fill: async ({ app, dataSource }, { spaceId, accountId }, size) => {
    await fillWithTips(dataSource, { spaceId, authorId: accountId }, size, console.log);
    await dataSource.query(`set statement_timeout = 0; create table bench_floor_search as select id as tip_id, to_tsvector('german', title || ' ' || plain_text) as words from tip;
      create index on bench_floor_search using gin (words); create index on bench_floor_search (tip_id); analyze bench_floor_search`);
    console.log('Suche wird gefüllt …');
    await app.get(SearchIndexing, { strict: false }).rebuild((line: string) => console.log(`  ${line}`));
  },
};
