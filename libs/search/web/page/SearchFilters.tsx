import { useId, useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Button, classNames, FilterWords, type FilterWord } from '#ui/web';
import { searchTexts } from '../search-texts.js';
import classes from '../search.module.css';
import { isNarrowed, type SearchAddress, type SearchTime } from './search-address.js';

export const SearchFiltersFragment = graphql(`
  fragment SearchFilters on SearchFacets {
    kinds { value count }
    spaces { value name count }
    topics { value name count }
    authors { value name count }
  }
`);

/** More words are shown when asked for; the chosen one is always among them. */
const MOST_WORDS = 6;
const ALL = '';

interface SearchFiltersProps {
  readonly facets: FragmentOf<typeof SearchFiltersFragment>;
  readonly address: SearchAddress;
  readonly onChange: (change: Partial<SearchAddress>) => void;
}

/** Filters as words with counts behind. A list with one word filters nothing and is left out. */
export function SearchFilters({ facets: masked, address, onChange }: SearchFiltersProps) {
  const facets = readFragment(SearchFiltersFragment, masked);
  const t = useTexts(searchTexts);
  const kinds = facets.kinds.map(({ value, count }) => {
    const key = `kinds.${value}`;
    return { value, name: t.has(key) ? t(key) : value, count };
  });
  const times: readonly FilterWord<SearchTime>[] = [
    { value: 'any', label: t('filter.anyTime') },
    { value: 'month', label: t('filter.month') },
    { value: 'year', label: t('filter.year') },
  ];
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(isNarrowed(address));
  return (
    <div className={classes.filters}>
      <Button kind="quiet" size="small" className={classes.unfold} aria-expanded={isUnfolded} aria-controls={id} onClick={() => setUnfolded(!isUnfolded)}>
        {t('page.filters')}
      </Button>
      <section id={id} aria-label={t('page.filters')} className={classNames(classes.filters, !isUnfolded && classes.folded)}>
        <Words label={t('filter.kind')} all={t('filter.all')} values={kinds} current={address.kind} onChange={(kind) => onChange({ kind })} />
        <Words label={t('filter.space')} all={t('filter.everywhere')} values={facets.spaces} current={address.spaceId} onChange={(spaceId) => onChange({ spaceId })} />
        <Words label={t('filter.topic')} all={t('filter.all')} values={facets.topics} current={address.topicId} onChange={(topicId) => onChange({ topicId })} />
        <Words label={t('filter.author')} all={t('filter.everybody')} values={facets.authors} current={address.authorId} onChange={(authorId) => onChange({ authorId })} />
        <FilterWords label={t('filter.time')} words={times} current={address.time} onChange={(time) => onChange({ time })} />
      </section>
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly all: string;
  readonly values: readonly { readonly value: string; readonly name: string | null; readonly count: number }[];
  readonly current: string | null;
  readonly onChange: (value: string | null) => void;
}

function Words({ label, all, values, current, onChange }: WordsProps) {
  const t = useTexts(searchTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = values.filter(({ value }, position) => isWhole || position < MOST_WORDS || value === current);
  if (shown.length < 2 && current === null) return null;
  const words = [{ value: ALL, label: all }, ...shown.map(({ value, name, count }) => ({ value, label: name ?? value, count }))];
  return (
    <>
      <FilterWords label={label} words={words} current={current ?? ALL} onChange={(value) => onChange(value === ALL ? null : value)} />
      {shown.length < values.length && (
        <Button kind="quiet" size="small" className={classes.more} aria-label={t('filter.moreOf', { label })} onClick={() => setWhole(true)}>
          {t('filter.more')}
        </Button>
      )}
    </>
  );
}
