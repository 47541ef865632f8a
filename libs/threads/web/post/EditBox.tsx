import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { MarkdownEditor } from '#text/web';
import { describeError, graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Alert, Button, Row, Skeleton, StaleNotice, toast, useLeaveGuard } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import type { ThreadPlace } from '../write/post-outbox.js';
import { useMentionSource } from '../write/use-mention-source.js';
import { keptEditsOf, type KeptEdit } from './kept-edits.js';
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

/** The words in the field, and the post's revision they were begun on. */
type Words = Pick<KeptEdit, 'body' | 'baseRevision'>;

interface EditBoxProps {
  readonly postId: string;
  readonly threadId: string;
  /** Where it stands, for lists of what one has begun. */
  readonly place?: ThreadPlace;
  readonly onDone: () => void;
}

/** Changes a post in its place; what was typed survives a closed window. */
export function EditBox(props: EditBoxProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { onDone } = props;
  const { data, error } = useQuery(PostSource, { variables: { id: props.postId }, fetchPolicy: 'network-only' });
  if (error !== undefined) return <Alert kind="danger" live action={<div><Button onClick={onDone}>{t('edit.cancel')}</Button></div>}>{errors.sentence(error)}</Alert>;
  if (typeof data?.post?.body !== 'string') return <Skeleton lines={4} />;
  return <EditForm {...props} stored={{ body: data.post.body, baseRevision: data.post.revisionNumber }} />;
}

/** The blank behind the last word is the editor's. */
const isSame = (one: Words, other: Words): boolean => one.body.trimEnd() === other.body.trimEnd();

function EditForm({ postId, threadId, place, stored, onDone }: EditBoxProps & { readonly stored: Words }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { accountId } = useViewer();
  const mentions = useMentionSource(threadId);
  const [shelf] = useState(() => keptEditsOf(accountId ?? 'guest'));
  const [text, setText] = useState<Words>(() => {
    const kept = shelf.read(postId);
    if (kept !== undefined && !isSame(kept, stored)) return kept;
    // Saved, and the answer got lost: nothing is begun any more.
    shelf.clear(postId);
    return stored;
  });
  // A text of an earlier visit was begun on an older version: that is the same as being overtaken while writing.
  const [theirs, setTheirs] = useState<Words | undefined>(() => (text.baseRevision < stored.baseRevision && !isSame(text, stored) ? stored : undefined));
  const [problem, setProblem] = useState<string>();
  const [editPost, { loading, client }] = useMutation(EditPost);
  const isChanged = !isSame(text, stored);
  useLeaveGuard(isChanged);

  const keep = (words: Words) => {
    setText(words);
    // What says the same as the post is nothing begun.
    if (isSame(words, stored)) shelf.clear(postId);
    else shelf.write(postId, { postId, threadId, body: words.body, baseRevision: words.baseRevision, at: new Date().toISOString(), ...(place && { place }) });
  };
  const leave = () => {
    shelf.clear(postId);
    onDone();
  };
  const save = async (baseRevision: number) => {
    setProblem(undefined);
    try {
      await editPost({ variables: { input: { postId, body: text.body.trimEnd(), baseRevision } } });
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
            keep(theirs);
          }}
        />
      )}
      {problem !== undefined && <Alert kind="danger" live>{problem}</Alert>}
      {/* Opened to be written in. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <MarkdownEditor label={t('edit.text')} value={text.body} onChange={(body) => keep({ ...text, body })} tools="short" autoFocus="end" mentions={mentions} onSubmit={() => void save(text.baseRevision)} />
      <Row>
        <Button kind="primary" busy={loading} onClick={() => void save(text.baseRevision)}>{t('edit.save')}</Button>
        <Button onClick={leave}>{t(isChanged ? 'edit.discard' : 'edit.cancel')}</Button>
      </Row>
    </div>
  );
}
