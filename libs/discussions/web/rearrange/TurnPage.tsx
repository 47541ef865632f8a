import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { RenderedText } from '#text/web';
import { uuidv7 } from '#platform/shared';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Form, Page, QueryPage, toast, useForm } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionFields, useHeadCheck, type HeadValues } from '../open/DiscussionFields.js';

const PostQuery = graphql(`
  query PostToTurn($id: ID!) {
    post(id: $id) { id html path thread { id subject { title path } } }
  }
`);
const TurnIntoDiscussion = graphql(`mutation TurnIntoDiscussion($input: TurnIntoDiscussionInput!) { turnIntoDiscussion(input: $input) { id slug } }`);

type Post = ResultOf<typeof PostQuery>['post'];

/** Makes a discussion of a question that was asked below something else. */
export function TurnPage() {
  const { id = '' } = useParams();
  const query = useQuery(PostQuery, { variables: { id } });
  return (
    <QueryPage query={query} pick={(data) => data.post} width="reading" texts={discussionsTexts}>
      {(post) => <TurnForm post={post} />}
    </QueryPage>
  );
}

function TurnForm({ post }: { readonly post: Post }) {
  const t = useTexts(discussionsTexts);
  const navigate = useNavigate();
  const check = useHeadCheck();
  const [id] = useState(uuidv7);
  const [turn] = useMutation(TurnIntoDiscussion);
  const form = useForm<HeadValues>({
    initial: { kind: 'question', title: '', topicIds: [] },
    texts: discussionsTexts,
    check,
    submit: async ({ kind, title, topicIds }) => {
      const { data } = await turn({ variables: { input: { id, postIds: [post.id], kind, title, topicIds: [...topicIds] } } });
      toast(t('new.done'));
      void navigate(`/d/${data?.turnIntoDiscussion.slug ?? id}`, { replace: true });
    },
  });
  const { subject } = post.thread;
  return (
    <Page title={t('turn.title')} summary={t('turn.text')} width="reading" crumbs={subject === null ? [] : [{ label: subject.title, to: post.path ?? subject.path }]}>
      <RenderedText html={post.html} />
      <Form form={form} submitLabel={t('turn.do')}>
        <DiscussionFields form={form} />
      </Form>
    </Page>
  );
}
