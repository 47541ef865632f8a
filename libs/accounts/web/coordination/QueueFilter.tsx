import { useSearchParams } from 'react-router';
import { useTexts } from '#platform/web';
import { FilterWords } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';

const views = ['wartend', 'gefragt', 'unfertig', 'entschieden'] as const;

/** Which registrations are shown; stands in the address as `stand`. */
export type QueueView = (typeof views)[number];

export function viewOf(search: URLSearchParams): QueueView {
  return views.find((view) => view === search.get('stand')) ?? 'wartend';
}

/** The four states of registrations, with how many wait. */
export function QueueFilter({ current, waitingCount }: { readonly current: QueueView; readonly waitingCount: number }) {
  const c = useTexts(coordinationTexts);
  const [, setSearch] = useSearchParams();
  return (
    <FilterWords
      label={c('queue.filter')}
      current={current}
      onChange={(next) => setSearch(next === 'wartend' ? {} : { stand: next }, { replace: true })}
      words={[
        { value: 'wartend', label: c('stage.waiting'), count: waitingCount },
        { value: 'gefragt', label: c('stage.askedBack') },
        { value: 'unfertig', label: c('stage.sheet') },
        { value: 'entschieden', label: c('stage.decided') },
      ]}
    />
  );
}
