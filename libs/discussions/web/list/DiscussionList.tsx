import { useQuery } from '@apollo/client/react';
import { useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { FollowMenu } from '#notifications/web';
import { furtherNodes, graphql, useCaughtUp, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Button, Checkbox, EmptyState, FilterWords, List, LoadMore, Select, ShortcutList, Skeleton, Stack, useRowKeys } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { filtersFrom, isNarrowed, personalFilters, searchOf, shownFilters, type DiscussionFilters } from './discussion-filters.js';
import { DiscussionRow, DiscussionRowFragment } from './DiscussionRow.js';
import classes from './list.module.css';

const DiscussionsQuery = graphql(
  `
    query Discussions($filter: DiscussionFilter!, $space: String, $topic: String, $kind: DiscussionKind, $onlyMyTopics: Boolean!, $after: String) {
      discussions(filter: $filter, space: $space, topic: $topic, kind: $kind, onlyMyTopics: $onlyMyTopics, first: 30, after: $after) {
        nodes { id ...DiscussionRow }
        totalCount
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [DiscussionRowFragment],
);

export interface TopicChoice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

interface DiscussionListProps {
  /** Id of a space; without it: all the viewer reads. */
  readonly space?: string;
  readonly topics: readonly TopicChoice[];
  /** What one can do where there is nothing yet. */
  readonly emptyAction?: ReactNode;
}

/** Discussions with their filters; both live in the address. */
export function DiscussionList({ space, topics, emptyAction }: DiscussionListProps) {
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search);
  const change = (part: Partial<DiscussionFilters>) => setSearch(searchOf({ ...filters, ...part }), { replace: true, preventScrollReset: true });
  return (
    <>
      <Filters filters={filters} topics={topics} onChange={change} />
      {space === undefined && <FollowTopic topic={topics.find(({ slug }) => slug === filters.topic)} />}
      <Filtered filters={filters} onChange={change} emptyAction={emptyAction} {...(space !== undefined && { space })} />
    </>
  );
}

interface FiltersProps {
  readonly filters: DiscussionFilters;
  readonly topics: readonly TopicChoice[];
  readonly onChange: (part: Partial<DiscussionFilters>) => void;
}

function Filters({ filters, topics, onChange }: FiltersProps) {
  const t = useTexts(discussionsTexts);
  const { isApproved } = useViewer();
  const offered = shownFilters.filter((filter) => isApproved || !personalFilters.includes(filter));
  return (
    <Stack gap="tight">
      <FilterWords label={t('filter.title')} current={filters.filter} words={offered.map((value) => ({ value, label: t(`filter.${value}`) }))} onChange={(filter) => onChange({ filter })} />
      <div className={classes.filters}>
        {topics.length > 0 && (
          <Select
            label={t('filter.topic')}
            value={filters.topic ?? ''}
            placeholder={t('filter.allTopics')}
            choices={topics.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(topic) => onChange({ topic: topic === '' ? null : topic })}
          />
        )}
        <Select
          label={t('filter.kind')}
          value={filters.kind ?? ''}
          placeholder={t('filter.allKinds')}
          choices={(['question', 'exchange'] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(kind) => onChange({ kind: kind === '' ? null : kind })}
        />
        {isApproved && <Checkbox label={t('filter.myTopics')} value={filters.onlyMyTopics} onChange={(onlyMyTopics) => onChange({ onlyMyTopics })} />}
      </div>
    </Stack>
  );
}

/** The list of a topic is its page: notices about it and what one follows lead here, and here one begins to follow it. */
function FollowTopic({ topic }: { readonly topic: TopicChoice | undefined }) {
  const t = useTexts(discussionsTexts);
  const { isApproved } = useViewer();
  if (topic === undefined || !isApproved) return null;
  return (
    <div className={classes.topic}>
      <span>{t('filter.followTopic', { topic: topic.name })}</span>
      <FollowMenu key={topic.id} kind="topic" id={topic.id} size="small" />
    </div>
  );
}

interface FilteredProps {
  readonly space?: string;
  readonly filters: DiscussionFilters;
  readonly onChange: (part: Partial<DiscussionFilters>) => void;
  readonly emptyAction: ReactNode;
}

function Filtered({ space, filters, onChange, emptyAction }: FilteredProps) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list, { next: t('keys.next'), previous: t('keys.previous'), open: t('keys.open') });
  const variables = { ...filters, space: space ?? null };
  const query = useQuery(DiscussionsQuery, { variables, notifyOnNetworkStatusChange: true });
  const { refetch } = query;
  useCaughtUp(() => void refetch().catch(() => undefined));
  const found = query.data?.discussions ?? query.previousData?.discussions;
  if (query.error !== undefined && found === undefined) {
    return <Alert kind="danger" live action={<div><Button onClick={() => void refetch()}>{t('retry')}</Button></div>}>{errors.sentence(query.error)}</Alert>;
  }
  if (found === undefined) return <Skeleton lines={10} />;
  if (found.nodes.length === 0) {
    return isNarrowed(filters) ? (
      <EmptyState size="small" title={t(`none.${filters.filter}`)} action={<Button onClick={() => onChange({ filter: 'all', topic: null, kind: null, onlyMyTopics: false })}>{t('filter.clear')}</Button>}>
        {filters.onlyMyTopics && t('none.myTopics')}
      </EmptyState>
    ) : (
      <EmptyState title={t('empty.title')} action={emptyAction}>{t('empty.text')}</EmptyState>
    );
  }
  const more = () =>
    query.fetchMore({
      variables: { ...variables, after: found.pageInfo.endCursor },
      updateQuery: furtherNodes('discussions'),
    });
  return (
    <div ref={list} aria-busy={query.loading || undefined}>
      <List label={t('list.title')}>
        {found.nodes.map((discussion) => (
          <DiscussionRow key={discussion.id} discussion={discussion} withSpace={space === undefined} withAge={filters.filter === 'unanswered'} />
        ))}
      </List>
      <div className={classes.end}>
        <LoadMore shown={found.nodes.length} {...(found.totalCount !== null && { total: found.totalCount })} hasMore={found.pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
        <ShortcutList />
      </div>
    </div>
  );
}
