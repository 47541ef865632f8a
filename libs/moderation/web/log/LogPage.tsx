import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { furtherNodes, graphql, useTexts, type ResultOf } from '#platform/web';
import { DateTime, EmptyState, FilterWords, List, ListRow, LoadMore, Section, Skeleton, Table } from '#ui/web';
import { LoadProblem } from '../LoadProblem.js';
import { ModerationDoor } from '../ModerationDoor.js';
import { ModerationFrame } from '../ModerationFrame.js';
import { moderationTexts } from '../moderation-texts.js';
import { kindOf } from '../queue/CaseDetail.js';
import { reportTexts } from '../report/report-texts.js';

const LogQuery = graphql(`
  query ModerationLog($spaceId: ID!, $after: String) {
    moderationLog(spaceId: $spaceId, first: 50, after: $after) {
      nodes {
        id
        act
        itemKind
        reason
        on
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    moderationFigures(spaceId: $spaceId) {
      act
      count
    }
  }
`);
const RecordQuery = graphql(`
  query ModerationRecord($spaceId: ID!, $after: String) {
    moderationRecord(spaceId: $spaceId, first: 50, after: $after) {
      nodes {
        id
        act
        reason
        note
        at
        caseId
        actor {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the moderation did: for members acts without names, for moderators the full record as well. */
export function LogPage() {
  const t = useTexts(moderationTexts);
  const [edition, setEdition] = useState<'public' | 'full'>('public');
  return (
    <ModerationDoor isForMembers>
      {(space) => (
        <ModerationFrame space={space} isForMembers={edition === 'public'} title={t('log.title')} summary={t(edition === 'full' ? 'log.fullSummary' : 'log.summary')}>
          {space.viewerCanModerate && (
            <FilterWords
              label={t('log.edition')}
              current={edition}
              onChange={setEdition}
              words={[{ value: 'public', label: t('log.public') }, { value: 'full', label: t('log.full') }]}
            />
          )}
          {edition === 'full' ? <Full spaceId={space.id} /> : <Public spaceId={space.id} />}
        </ModerationFrame>
      )}
    </ModerationDoor>
  );
}

function Public({ spaceId }: { readonly spaceId: string }) {
  const t = useTexts(moderationTexts);
  const reasons = useTexts(reportTexts);
  const query = useQuery(LogQuery, { variables: { spaceId } });
  const { data } = query;
  if (data === undefined) return query.error === undefined ? <Skeleton lines={6} /> : <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  const { nodes, pageInfo } = data.moderationLog;
  if (nodes.length === 0 && data.moderationFigures.length === 0) return <EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>;
  const more = () =>
    query.fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: furtherNodes('moderationLog'),
    });
  return (
    <>
      {data.moderationFigures.length > 0 && (
        <Section title={t('log.figures')}>
          <Table
            caption={t('log.figuresCaption')}
            columns={[
              { name: 'act', title: t('log.act'), cell: ({ act }) => t(`act.${act}`) },
              { name: 'count', title: t('log.count'), cell: ({ count }) => count, isNumber: true },
            ]}
            rows={data.moderationFigures}
            keyOf={({ act }) => act}
          />
        </Section>
      )}
      <Section title={t('log.acts')}>
        {nodes.length === 0 ? (
          <EmptyState size="small" headingLevel={3} title={t('log.empty')}>{t('log.emptyText')}</EmptyState>
        ) : (
          <List>
            {nodes.map((line) => (
              <ListRow
                key={line.id}
                title={t(`act.${line.act}`)}
                meta={[
                  ...(line.itemKind === null ? [] : [t(`kind.${kindOf(line.itemKind)}`)]),
                  ...(line.reason === null ? [] : [reasons(`reason.${line.reason}`)]),
                  <DateTime key="on" at={`${line.on}T12:00:00`} as="date" />,
                ]}
              />
            ))}
          </List>
        )}
        <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
      </Section>
    </>
  );
}

type Act = ResultOf<typeof RecordQuery>['moderationRecord']['nodes'][number];

function Full({ spaceId }: { readonly spaceId: string }) {
  const t = useTexts(moderationTexts);
  const query = useQuery(RecordQuery, { variables: { spaceId } });
  const page = query.data?.moderationRecord;
  if (page === undefined) return query.error === undefined ? <Skeleton lines={6} /> : <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  const { nodes, pageInfo } = page;
  if (nodes.length === 0) return <EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>;
  const more = () =>
    query.fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: furtherNodes('moderationRecord'),
    });
  return (
    <>
      <List label={t('log.full')}>{nodes.map((act) => <ActRow key={act.id} act={act} />)}</List>
      <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
    </>
  );
}

function ActRow({ act }: { readonly act: Act }) {
  const t = useTexts(moderationTexts);
  const reasons = useTexts(reportTexts);
  return (
    <ListRow
      title={t(`act.${act.act}`)}
      {...(act.note === '' ? {} : { text: act.note })}
      meta={[
        ...(act.actor === null ? [] : [<Link key="actor" to={`/person/${act.actor.id}`}>{act.actor.name}</Link>]),
        ...(act.reason === null ? [] : [reasons(`reason.${act.reason}`)]),
        <DateTime key="at" at={act.at} as="dateTime" />,
        ...(act.caseId === null ? [] : [<Link key="case" to={`/moderation?fall=${act.caseId}`}>{t('log.case')}</Link>]),
      ]}
    />
  );
}
