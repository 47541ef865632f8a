import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { furtherNodes, graphql, useTexts, type ResultOf } from '#platform/web';
import { Badge, Button, DateTime, Dialog, EmptyState, Form, List, ListRow, LoadMore, Section, Skeleton, TextArea, toast, useForm } from '#ui/web';
import { ModerationDoor } from '../ModerationDoor.js';
import { ModerationFrame } from '../ModerationFrame.js';
import { LoadProblem } from '../LoadProblem.js';
import { moderationTexts } from '../moderation-texts.js';
import { ImposeOnMember } from './ImposeOnMember.js';

const MeasuresQuery = graphql(`
  query ModerationMeasures($spaceId: ID!, $after: String) {
    moderationMeasures(spaceId: $spaceId, first: 50, after: $after) {
      nodes {
        id
        kind
        minutes
        reason
        startsAt
        endsAt
        endedAt
        endNote
        isRunning
        person {
          id
          name
        }
        imposedBy {
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
const EndMeasure = graphql(`
  mutation EndMeasure($input: EndMeasureInput!) {
    endMeasure(input: $input) {
      id
      isRunning
      endedAt
      endNote
    }
  }
`);

type Measure = ResultOf<typeof MeasuresQuery>['moderationMeasures']['nodes'][number];

/** What holds, and what held, against people in this space. */
export function MeasuresPage() {
  const t = useTexts(moderationTexts);
  return (
    <ModerationDoor>
      {(space) => (
        <ModerationFrame space={space} title={t('tabs.measures')} summary={t('measures.summary')}>
          <Measures spaceId={space.id} slug={space.slug} />
        </ModerationFrame>
      )}
    </ModerationDoor>
  );
}

function Measures({ spaceId, slug }: { readonly spaceId: string; readonly slug: string }) {
  const t = useTexts(moderationTexts);
  const query = useQuery(MeasuresQuery, { variables: { spaceId } });
  const page = query.data?.moderationMeasures;
  if (page === undefined) return query.error === undefined ? <Skeleton lines={4} /> : <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  const { nodes, pageInfo } = page;
  const running = nodes.filter(({ isRunning }) => isRunning);
  const past = nodes.filter(({ isRunning }) => !isRunning);
  const more = () =>
    query.fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: furtherNodes('moderationMeasures'),
    });
  return (
    <>
      <ImposeOnMember spaceId={spaceId} slug={slug} />
      <Section title={t('measures.running')}>
        {running.length === 0 ? <EmptyState size="small" headingLevel={3} title={t('measures.none')} /> : <List>{running.map((measure) => <MeasureRow key={measure.id} measure={measure} />)}</List>}
      </Section>
      {past.length > 0 && <Section title={t('measures.past')}><List>{past.map((measure) => <MeasureRow key={measure.id} measure={measure} />)}</List></Section>}
      <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
    </>
  );
}

function MeasureRow({ measure }: { readonly measure: Measure }) {
  const t = useTexts(moderationTexts);
  const [isEnding, setEnding] = useState(false);
  return (
    <ListRow
      title={measure.person === null ? t('author.gone') : <Link to={`/person/${measure.person.id}`}>{measure.person.name}</Link>}
      text={measure.reason}
      meta={[
        measure.kind === 'slow' ? t('measure.every', { count: measure.minutes ?? 0 }) : t(`measureKind.${measure.kind}`),
        <span key="until">{t.rich('measures.until', { date: <DateTime at={measure.endsAt} as="date" /> })}</span>,
        ...(measure.imposedBy === null ? [] : [t('measures.by', { name: measure.imposedBy.name })]),
        ...(measure.endedAt === null ? [] : [<span key="ended">{t.rich('measures.ended', { date: <DateTime at={measure.endedAt} as="date" /> })}{measure.endNote === '' ? '' : `: ${measure.endNote}`}</span>]),
      ]}
      end={measure.isRunning ? <Button size="small" onClick={() => setEnding(true)}>{t('measures.end')}</Button> : <Badge>{t('measures.over')}</Badge>}
      below={
        <Dialog isOpen={isEnding} onClose={() => setEnding(false)} title={t('measures.endTitle', { name: measure.person?.name ?? t('author.gone') })}>
          {isEnding && <EndForm measureId={measure.id} onClose={() => setEnding(false)} />}
        </Dialog>
      }
    />
  );
}

function EndForm({ measureId, onClose }: { readonly measureId: string; readonly onClose: () => void }) {
  const t = useTexts(moderationTexts);
  const [end] = useMutation(EndMeasure);
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }) => {
      await end({ variables: { input: { measureId, note } } });
      toast(t('measures.endDone'));
      onClose();
    },
    texts: moderationTexts,
  });
  return (
    <Form form={form} submitLabel={t('measures.end')} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <TextArea label={t('measures.endNote')} help={t('measures.endNoteHelp')} optional maxLength={1000} rows={3} {...form.field('note')} />
    </Form>
  );
}
