import { IconFeather } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { SpaceFrame, SpaceFrameFragment } from '#spaces/web';
import { furtherNodes, graphql, useErrorTexts, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, EmptyState, FilterWords, LinkButton, List, LoadMore, Menu, QueryPage, Row, Select, Skeleton, Stack, type MenuEntry } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { filtersFrom, isNarrowed, searchOf, type TipFilters, type TipListSort, type TipListState } from './tip-filters.js';
import classes from './list.module.css';
import { TipRow, TipRowFragment } from './TipRow.js';

const SpaceTipsQuery = graphql(
  `
    query SpaceTips($slug: String!) {
      space(slug: $slug) {
        id
        slug
        name
        ...SpaceFrame
        tipSettings { spaceId viewerCanWrite viewerCanImport viewerCanChange }
      }
      topics { id slug name tipCount }
    }
  `,
  [SpaceFrameFragment],
);

const TipsQuery = graphql(
  `
    query Tips($space: String!, $topic: String, $author: String, $state: TipState, $sort: TipSort, $after: String) {
      tips(space: $space, topic: $topic, author: $author, state: $state, sort: $sort, first: 25, after: $after) {
        nodes { id authors { accountId name } ...TipRow }
        totalCount
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [TipRowFragment],
);

type Space = ResultOf<typeof SpaceTipsQuery>['space'];
type Topics = ResultOf<typeof SpaceTipsQuery>['topics'];
type Abilities = Space['tipSettings'];

/** The tips of a space, filtered by the address. */
export function TipsPage() {
  const { slug = '' } = useParams();
  const query = useQuery(SpaceTipsQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data} texts={tipsTexts}>
      {({ space, topics }) => <SpaceTips space={space} topics={topics} />}
    </QueryPage>
  );
}

function SpaceTips({ space, topics }: { readonly space: Space; readonly topics: Topics }) {
  const t = useTexts(tipsTexts);
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search);
  const abilities = space.tipSettings;
  const change = (part: Partial<TipFilters>) => setSearch(searchOf({ ...filters, ...part }), { replace: true, preventScrollReset: true });
  return (
    <SpaceFrame space={space} title={t('tips.title')} actions={<Actions space={space} abilities={abilities} />}>
      <Filters topics={topics} filters={filters} abilities={abilities} onChange={change} />
      <FilteredTips space={space} filters={filters} canWrite={abilities?.viewerCanWrite ?? false} onChange={change} />
    </SpaceFrame>
  );
}

function Actions({ space, abilities }: { readonly space: Space; readonly abilities: Abilities }) {
  const t = useTexts(tipsTexts);
  const viewer = useViewer();
  const entries: readonly MenuEntry[] = [
    { kind: 'link', label: t('tips.handbooks'), to: `/raum/${space.slug}/handbuecher` },
    ...(abilities?.viewerCanImport ? [{ kind: 'link' as const, label: t('tips.import'), to: `/raum/${space.slug}/import` }] : []),
    ...(abilities?.viewerCanChange
      ? [
          { kind: 'link' as const, label: t('tips.settings'), to: `/raum/${space.slug}/tipps/einstellungen` },
          { kind: 'link' as const, label: t('tips.vocabulary'), to: '/koordination/themen' },
        ]
      : []),
    ...(abilities === null || viewer.isGuest ? [] : [{ label: t('tips.export'), onSelect: () => window.location.assign(`/api/spaces/${space.slug}/export.zip`) }]),
  ];
  return (
    <>
      {abilities?.viewerCanWrite && (
        <LinkButton kind="primary" to={`/tipp/neu?raum=${space.slug}`} icon={<IconFeather size={20} stroke={1.8} aria-hidden="true" />}>
          {t('tips.write')}
        </LinkButton>
      )}
      {entries.length === 1 ? (
        <LinkButton kind="quiet" to={`/raum/${space.slug}/handbuecher`}>{t('tips.handbooks')}</LinkButton>
      ) : (
        <Menu entries={entries}>{(props) => <Button {...props} kind="quiet">{t('tip.more')}</Button>}</Menu>
      )}
    </>
  );
}

interface FiltersProps {
  readonly topics: Topics;
  readonly filters: TipFilters;
  readonly abilities: Abilities;
  readonly onChange: (part: Partial<TipFilters>) => void;
}

function Filters({ topics, filters, abilities, onChange }: FiltersProps) {
  const t = useTexts(tipsTexts);
  const used = topics.filter((topic) => topic.tipCount > 0 || topic.slug === filters.topic);
  const states: readonly TipListState[] = ['published', 'draft', 'review', 'retired', ...(abilities?.viewerCanChange ? (['hidden'] as const) : [])];
  const sorts: readonly TipListSort[] = ['revised', 'title', 'helped'];
  return (
    <Stack gap="tight">
      <div className={classes.filters}>
        {used.length > 0 && (
          <Select
            label={t('tips.topic')}
            value={filters.topic ?? ''}
            placeholder={t('tips.allTopics')}
            choices={used.map((topic) => ({ value: topic.slug, label: topic.name }))}
            onChange={(topic) => onChange({ topic: topic === '' ? null : topic })}
          />
        )}
        <Select label={t('tips.sort')} value={filters.sort} choices={sorts.map((sort) => ({ value: sort, label: t(`tips.sort.${sort}`) }))} onChange={(sort) => onChange({ sort })} />
      </div>
      {abilities?.viewerCanWrite && (
        <FilterWords label={t('tips.state')} current={filters.state} words={states.map((state) => ({ value: state, label: t(`state.${state}`) }))} onChange={(state) => onChange({ state })} />
      )}
    </Stack>
  );
}

interface FilteredTipsProps {
  readonly space: Space;
  readonly filters: TipFilters;
  readonly canWrite: boolean;
  readonly onChange: (part: Partial<TipFilters>) => void;
}

function FilteredTips({ space, filters, canWrite, onChange }: FilteredTipsProps) {
  const t = useTexts(tipsTexts);
  const variables = { space: space.id, ...filters };
  const query = useQuery(TipsQuery, { variables, notifyOnNetworkStatusChange: true });
  const tips = query.data?.tips ?? query.previousData?.tips;
  if (query.error !== undefined && tips === undefined) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (tips === undefined) return <Skeleton lines={8} />;
  const more = () =>
    query.fetchMore({
      variables: { ...variables, after: tips.pageInfo.endCursor },
      updateQuery: furtherNodes('tips'),
    });
  const author = filters.author === null ? undefined : tips.nodes.flatMap((tip) => tip.authors).find(({ accountId }) => accountId === filters.author);
  const onlyAuthor = filters.author !== null && (
    <Row>
      <span>{typeof author?.name === 'string' ? t('tips.byAuthor', { name: author.name }) : t('tips.byThisAuthor')}</span>
      <Button size="small" kind="quiet" onClick={() => onChange({ author: null })}>{t('tips.clearAuthor')}</Button>
    </Row>
  );
  if (tips.nodes.length === 0) {
    return isNarrowed(filters) ? (
      <EmptyState size="small" title={t('tips.noMatch')} action={<Button onClick={() => onChange({ topic: null, author: null, state: 'published' })}>{t('tips.clear')}</Button>} />
    ) : (
      <EmptyState title={t('tips.empty')} action={canWrite && <LinkButton to={`/tipp/neu?raum=${space.slug}`}>{t('tips.write')}</LinkButton>}>
        {t(canWrite ? 'tips.emptyText' : 'tips.emptyTextReader')}
      </EmptyState>
    );
  }
  return (
    <div aria-busy={query.loading || undefined}>
      {onlyAuthor}
      <List label={t('tips.title')}>
        {tips.nodes.map((tip) => (
          <TipRow key={tip.id} tip={tip} />
        ))}
      </List>
      <LoadMore shown={tips.nodes.length} {...(tips.totalCount !== null && { total: tips.totalCount })} hasMore={tips.pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
    </div>
  );
}

function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const errors = useErrorTexts(tipsTexts);
  const t = useTexts(tipsTexts);
  return <Alert kind="danger" live action={<div><Button onClick={onRetry}>{t('retry')}</Button></div>}>{errors.sentence(error)}</Alert>;
}
