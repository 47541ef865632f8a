import { filtersFrom, isNarrowed, searchOf, shownFilters, type DiscussionFilters } from './discussion-filters.js';

const everything: DiscussionFilters = { filter: 'all', topic: null, kind: null, onlyMyTopics: false };
const from = (search: string) => filtersFrom(new URLSearchParams(search));

describe('the filters of a list of discussions', () => {
  it('are all in the address and come back from it', () => {
    for (const filter of shownFilters) {
      for (const kind of ['question', 'exchange', null] as const) {
        const filters: DiscussionFilters = { filter, topic: 'waerme', kind, onlyMyTopics: filter === 'unanswered' };
        expect(filtersFrom(searchOf(filters))).toEqual(filters);
      }
    }
  });

  it('leave the address short where nothing is filtered', () => {
    expect(searchOf(everything).toString()).toBe('');
    expect(isNarrowed(everything)).toBe(false);
  });

  it('speak German in the address', () => {
    expect(searchOf({ filter: 'unanswered', topic: null, kind: 'question', onlyMyTopics: true }).toString()).toBe('zeige=unbeantwortet&art=frage&themen=meine');
  });

  it('ignore what nobody knows', () => {
    expect(from('zeige=quatsch&art=&thema=&themen=deine')).toEqual(everything);
  });

  it('know when something is left out', () => {
    expect(isNarrowed(from('thema=waerme'))).toBe(true);
    expect(isNarrowed(from('themen=meine'))).toBe(true);
  });
});
