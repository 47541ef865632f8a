import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAudienceSentence, WhoCanSeeFragment } from '#spaces/web';
import { MarkdownEditor } from '#text/web';
import { useMentionSource } from '#threads/web';
import { graphql, readFragment, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Button, Checkbox, ClosedDoor, EmptyState, Form, LinkButton, List, ListRow, Page, QueryPage, toast, useForm, useLeaveGuard } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { AskPoll } from '../poll/poll.queries.js';
import { pollInput, usePollCheck } from '../poll/poll-values.js';
import { PollFields } from '../poll/PollFields.js';
import { DiscussionFields, useHeadCheck } from './DiscussionFields.js';
import { isEmptyDiscussion, newDiscussion, newDiscussionShelf, type NewDiscussion } from './new-draft.js';
import classes from './open.module.css';
import { SimilarList } from './SimilarList.js';

const PlaceQuery = graphql(
  `
    query PlaceForDiscussion($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } discussions { viewerCanOpen } }
    }
  `,
  [WhoCanSeeFragment],
);

const MySpacesQuery = graphql(`
  query SpacesToDiscussIn {
    mySpaces { id slug name description archivedAt }
  }
`);

const OpenDiscussion = graphql(`
  mutation OpenDiscussion($input: OpenDiscussionInput!) {
    openDiscussion(input: $input) { id slug state }
  }
`);

/** Where a discussion begins; without a space in the address it asks for one. */
export function NewDiscussionPage() {
  const { slug } = useParams();
  return slug === undefined ? <ChooseSpace /> : <InSpace slug={slug} />;
}

function ChooseSpace() {
  const t = useTexts(discussionsTexts);
  const query = useQuery(MySpacesQuery);
  return (
    <QueryPage query={query} pick={(data) => data.mySpaces} width="reading" texts={discussionsTexts}>
      {(spaces) => {
        const open = spaces.filter(({ archivedAt }) => archivedAt === null);
        return (
          <Page title={t('new.title')} width="reading" {...(open.length > 0 && { summary: t('new.where') })}>
            {open.length === 0 ? (
              <EmptyState title={t('new.mayNot')} action={<LinkButton to="/raeume" kind="primary">{t('new.toSpaces')}</LinkButton>}>{t('new.noSpace')}</EmptyState>
            ) : (
              <List label={t('new.where')}>
                {open.map((space) => (
                  <ListRow key={space.id} title={space.name} to={`/raum/${space.slug}/diskussion/neu`} {...(space.description !== '' && { text: space.description })} />
                ))}
              </List>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}

function InSpace({ slug }: { readonly slug: string }) {
  const t = useTexts(discussionsTexts);
  const query = useQuery(PlaceQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} width="reading" texts={discussionsTexts}>
      {(space) =>
        space.discussions?.viewerCanOpen === true ? <NewForm key={space.id} space={space} /> : (
          <ClosedDoor title={t('new.mayNot')} actions={<LinkButton to={`/raum/${space.slug}`}>{t('new.toSpace')}</LinkButton>}>
            <p>{t('new.mayNotText')}</p>
          </ClosedDoor>
        )
      }
    </QueryPage>
  );
}

type Space = ResultOf<typeof PlaceQuery>['space'];

/** Keeps what is typed in this browser, until it was opened. */
function useKeptForm(spaceId: string) {
  const { accountId } = useViewer();
  const [shelf] = useState(() => newDiscussionShelf(accountId ?? 'guest'));
  const [found] = useState(() => shelf.read(spaceId));
  const [initial] = useState(() => found ?? newDiscussion());
  const isOver = useRef(false);
  const keep = (values: NewDiscussion) => {
    if (isOver.current) return;
    if (isEmptyDiscussion(values)) shelf.clear(spaceId);
    else shelf.write(spaceId, values);
  };
  const forget = () => {
    isOver.current = true;
    shelf.clear(spaceId);
  };
  return { initial, keep, forget, isFound: found !== undefined };
}

function NewForm({ space }: { readonly space: Space }) {
  const t = useTexts(discussionsTexts);
  const audience = useAudienceSentence();
  const client = useApolloClient();
  const navigate = useNavigate();
  const checkHead = useHeadCheck();
  const checkPoll = usePollCheck();
  const mentions = useMentionSource(null, space.id);
  const { initial, keep, forget, isFound } = useKeptForm(space.id);
  const form = useForm<NewDiscussion>({
    initial,
    texts: discussionsTexts,
    check: (values) => ({
      ...checkHead(values),
      ...(values.body.trim() === '' && { body: t('form.bodyMissing') }),
      ...(values.hasPoll && checkPoll(values.poll) !== undefined && { poll: checkPoll(values.poll) ?? '' }),
    }),
    submit: async ({ id, kind, title, topicIds, body, hasPoll, poll }) => {
      const { data } = await client.mutate({ mutation: OpenDiscussion, variables: { input: { id, spaceId: space.id, kind, title, body, topicIds: [...topicIds] } } });
      if (hasPoll) await client.mutate({ mutation: AskPoll, variables: { input: { discussionId: id, ...pollInput(poll) } } });
      forget();
      toast(t(data?.openDiscussion.state === 'review' ? 'new.held' : 'new.done'), { isMoment: true });
      void navigate(`/d/${data?.openDiscussion.slug ?? id}`);
    },
  });
  const { values } = form;
  useEffect(() => keep(values));
  useLeaveGuard(form.isBusy);
  return (
    <Page
      title={t('new.title')}
      width="reading"
      crumbs={[{ label: space.name, to: `/raum/${space.slug}` }, { label: t('list.title'), to: `/raum/${space.slug}/diskussionen` }]}
      {...(space.audience !== null && { audience: audience(readFragment(WhoCanSeeFragment, space.audience)) })}
    >
      {isFound && (
        <p className={classes.kept}>
          {t('new.found')}{' '}
          <Button kind="quiet" size="small" onClick={() => form.reset(newDiscussion())}>{t('new.discard')}</Button>
        </p>
      )}
      <Form form={form} submitLabel={t('new.open')} actions={<LinkButton kind="quiet" to={`/raum/${space.slug}/diskussionen`}>{t('new.later')}</LinkButton>}>
        <DiscussionFields form={form} belowTitle={<SimilarList title={values.title} />} />
        <MarkdownEditor
          key={values.id}
          label={t('form.body')}
          description={t(values.kind === 'question' ? 'form.bodyQuestion' : 'form.bodyExchange')}
          value={values.body}
          onChange={(body) => form.set({ body })}
          tools="short"
          mentions={mentions}
          {...(form.errors.body !== undefined && { error: form.errors.body })}
        />
        <Checkbox label={t('form.poll')} help={t('form.pollHelp')} value={values.hasPoll} onChange={(hasPoll) => form.set({ hasPoll })} />
        {values.hasPoll && <PollFields values={values.poll} onChange={(poll) => form.set({ poll })} error={form.errors.poll} />}
        <p className={classes.kept}>{t('new.keptNote')}</p>
      </Form>
    </Page>
  );
}
