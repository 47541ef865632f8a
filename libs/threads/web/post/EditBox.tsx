import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { MarkdownEditor } from '#text/web';
import { describeError, graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Button, Row, Skeleton, StaleNotice, toast, useLeaveGuard } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { shelfOf } from '../write/post-shelf.js';
import { useMentionSource } from '../write/use-mention-source.js';
import { PostFragment } from './post.fragment.js';
import classes from './post.module.css';

const PostSource = graphql(`
  query PostSource($id: ID!) {
    post(id: $id) { id body revisionNumber }
  }
`);

const EditPost = graphql(
  `
    mutation EditPost($input: EditPostInput!) {
      editPost(input: $input) { id body ...PostView }
    }
  `,
  [PostFragment],
);

/** An edit that is not saved yet, as it lies in this browser. */
interface KeptEdit {
  readonly body: string;
  readonly baseRevision: number;
}

interface EditBoxProps {
  readonly postId: string;
  readonly threadId: string;
  readonly onDone: () => void;
}

/** Changes a post in its place; what was typed survives a closed window. */
export function EditBox({ postId, threadId, onDone }: EditBoxProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { data, error } = useQuery(PostSource, { variables: { id: postId }, fetchPolicy: 'network-only' });
  if (error !== undefined) return <Alert kind="danger" live action={<div><Button onClick={onDone}>{t('edit.cancel')}</Button></div>}>{errors.sentence(error)}</Alert>;
  if (typeof data?.post?.body !== 'string') return <Skeleton lines={4} />;
  return <EditForm postId={postId} threadId={threadId} stored={{ body: data.post.body, baseRevision: data.post.revisionNumber }} onDone={onDone} />;
}

function EditForm({ postId, threadId, stored, onDone }: EditBoxProps & { readonly stored: KeptEdit }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { accountId } = useViewer();
  const mentions = useMentionSource(threadId);
  const [shelf] = useState(() => shelfOf<KeptEdit>(accountId ?? 'guest', 'post-edit'));
  const [text, setText] = useState<KeptEdit>(() => shelf.read(postId) ?? stored);
  // A text of an earlier visit was begun on an older version: that is the same as being overtaken while writing.
  const [theirs, setTheirs] = useState<KeptEdit | undefined>(() => (text.baseRevision < stored.baseRevision && text.body !== stored.body ? stored : undefined));
  const [problem, setProblem] = useState<string>();
  const [editPost, { loading, client }] = useMutation(EditPost);
  const isChanged = text.body !== stored.body;
  useLeaveGuard(isChanged);

  const type = (body: string) => {
    setText({ ...text, body });
    shelf.write(postId, { ...text, body });
  };
  const leave = () => {
    shelf.clear(postId);
    onDone();
  };
  const save = async (baseRevision: number) => {
    setProblem(undefined);
    try {
      await editPost({ variables: { input: { postId, body: text.body, baseRevision } } });
      toast(t('edit.saved'));
      leave();
    } catch (thrown) {
      if (describeError(thrown).code !== 'CONFLICT') {
        setProblem(errors.sentence(thrown));
        return;
      }
      const { data } = await client.query({ query: PostSource, variables: { id: postId }, fetchPolicy: 'network-only' });
      if (typeof data?.post?.body === 'string') setTheirs({ body: data.post.body, baseRevision: data.post.revisionNumber });
      else setProblem(errors.sentence(thrown));
    }
  };

  return (
    <div className={classes.edit}>
      {theirs !== undefined && (
        <StaleNotice
          title={t('edit.stale')}
          differences={[{ name: t('edit.text'), theirs: <span className={classes.source}>{theirs.body}</span>, isLong: true }]}
          onKeepMine={() => {
            setTheirs(undefined);
            void save(theirs.baseRevision);
          }}
          onTakeTheirs={() => {
            setTheirs(undefined);
            setText(theirs);
            shelf.write(postId, theirs);
          }}
        />
      )}
      {problem !== undefined && <Alert kind="danger" live>{problem}</Alert>}
      {/* Opened to be written in. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <MarkdownEditor label={t('edit.text')} value={text.body} onChange={type} tools="short" autoFocus="end" mentions={mentions} onSubmit={() => void save(text.baseRevision)} />
      <Row>
        <Button kind="primary" busy={loading} onClick={() => void save(text.baseRevision)}>{t('edit.save')}</Button>
        <Button onClick={leave}>{t(isChanged ? 'edit.discard' : 'edit.cancel')}</Button>
      </Row>
    </div>
  );
}
