import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { discardEdit, pathToEdit, type KeptEdit } from '#threads/web';
import { describeError, graphql, useTexts } from '#platform/web';
import { Button, DateTime, LinkButton, ListRow, Row } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { excerptOf } from './begun.js';
import classes from './drafts.module.css';
import { CopyText } from './CopyText.js';
import { DiscardDialog } from './DiscardDialog.js';

const EditedPost = graphql(`
  query EditedPost($id: ID!) {
    post(id: $id) { id viewerCanEdit }
  }
`);

/** A post that was being changed: this browser alone has the words. Where it cannot be changed any more, they can be read and taken along. */
export function BegunEdit({ edit, account }: { readonly edit: KeptEdit; readonly account: string }) {
  const t = useTexts(discussionsTexts);
  const { data, error } = useQuery(EditedPost, { variables: { id: edit.postId }, fetchPolicy: 'network-only' });
  const [isDiscarding, setDiscarding] = useState(false);
  const title = edit.place?.title ?? t('begun.edit');
  const isGone = data?.post.viewerCanEdit === false || (error !== undefined && ['NOT_FOUND', 'FORBIDDEN'].includes(describeError(error).code));
  const to = pathToEdit(edit.postId);
  return (
    <>
      <ListRow
        title={title}
        {...(isGone ? { below: <><p>{t('begun.editGone')}</p><p className={classes.words}>{edit.body}</p></> } : { to, text: excerptOf(edit.body) })}
        meta={[t.rich('begun.at', { when: <DateTime at={edit.at} /> }), t('begun.onlyHere')]}
        end={
          <Row>
            {!isGone && <LinkButton size="small" to={to} aria-label={t('begun.named', { act: t('begun.goOn'), title })}>{t('begun.goOn')}</LinkButton>}
            <CopyText text={edit.body} title={title} />
            <Button size="small" kind="quiet" onClick={() => setDiscarding(true)} aria-label={t('begun.named', { act: t('begun.discard'), title })}>{t('begun.discard')}</Button>
          </Row>
        }
      />
      <DiscardDialog isOpen={isDiscarding} onClose={() => setDiscarding(false)} discard={async () => discardEdit(account, edit.postId)} onDone={() => undefined} text={t('begun.discardEditText')} />
    </>
  );
}
