import { useId, useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Button, classNames, FilterWords, TextField, type FilterWord } from '#ui/web';
import { searchTexts } from '../search-texts.js';
import classes from '../search.module.css';
import { isNarrowed, type SearchAddress, type SearchTime } from './search-address.js';

export const SearchFiltersFragment = graphql(`
  fragment SearchFilters on SearchFacets {
    kinds { value count }
    spaces { value name count }
    topics { value name count }
    authors { value name count }
    periods { period count }
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
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(isNarrowed(address) || address.time !== 'any');
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
        <Times periods={facets.periods} address={address} onChange={onChange} />
      </section>
    </div>
  );
}

interface TimesProps {
  readonly periods: readonly { readonly period: Exclude<SearchTime, 'any' | 'span'>; readonly count: number }[];
  readonly address: SearchAddress;
  readonly onChange: (change: Partial<SearchAddress>) => void;
}

/** When things were changed: common periods with counts, or from one day to another. */
function Times({ periods, address, onChange }: TimesProps) {
  const t = useTexts(searchTexts);
  const words: readonly FilterWord<SearchTime>[] = [
    { value: 'any', label: t('filter.anyTime') },
    ...periods.filter(({ period, count }) => count > 0 || period === address.time).map(({ period, count }) => ({ value: period, label: t(`filter.${period}`), count })),
    { value: 'span', label: t('filter.span') },
  ];
  return (
    <>
      <FilterWords label={t('filter.time')} words={words} current={address.time} onChange={(time) => onChange({ time, from: null, to: null })} />
      {address.time === 'span' && <Span key={`${address.from} ${address.to}`} from={address.from} to={address.to} onChange={onChange} />}
    </>
  );
}

/** Two days; asked for by a button, because a date is half typed most of the time. */
function Span({ from, to, onChange }: Pick<SearchAddress, 'from' | 'to'> & Pick<TimesProps, 'onChange'>) {
  const t = useTexts(searchTexts);
  const [days, setDays] = useState({ from: from ?? '', to: to ?? '' });
  const isBackwards = days.from !== '' && days.to !== '' && days.from > days.to;
  return (
    <form
      className={classes.span}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards) onChange({ time: 'span', from: days.from || null, to: days.to || null });
      }}
    >
      <TextField label={t('filter.from')} type="date" narrow optional value={days.from} onChange={(day) => setDays({ ...days, from: day })} />
      <TextField
        label={t('filter.to')}
        type="date"
        narrow
        optional
        value={days.to}
        onChange={(day) => setDays({ ...days, to: day })}
        error={isBackwards ? t('filter.backwards') : undefined}
      />
      <Button type="submit">{t('filter.apply')}</Button>
    </form>
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
  const more = shown.length < values.length && (
    <Button kind="quiet" size="small" className={classes.more} aria-label={t('filter.moreOf', { label })} onClick={() => setWhole(true)}>
      {t('filter.more')}
    </Button>
  );
  return <FilterWords label={label} words={words} current={current ?? ALL} onChange={(value) => onChange(value === ALL ? null : value)} end={more} />;
}
