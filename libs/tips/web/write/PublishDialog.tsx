import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { WhoCanSee } from '#spaces/web';
import { describeError, graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, Checkbox, Dialog, TextField } from '#ui/web';
import type { EditedTip } from './edit-tip.query.js';
import type { Draft } from './use-draft.js';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

const PublishTip = graphql(`
  mutation PublishTip($input: PublishTipInput!) {
    publishTip(input: $input) { id slug title summary html state revisionNumber revisedAt publishedAt }
  }
`);

const SubmitTip = graphql(`
  mutation SubmitTip($input: TipVersionInput!) {
    submitTip(input: $input) { id slug state workingCopy { tipId submittedAt returnedAt } }
  }
`);

export type Outcome = { readonly kind: 'published' | 'submitted'; readonly slug: string; readonly title: string; readonly isEdit: boolean };

interface PublishDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly tipId: string;
  readonly draft: Draft;
  readonly canPublish: boolean;
  /** Who will see it; null while the server has not said it. */
  readonly audience: EditedTip['audienceWhenPublished'] | null;
  readonly onDone: (outcome: Outcome) => void;
}

/** Before something becomes visible: who will see it, what changed, and what is still missing. */
export function PublishDialog({ isOpen, onClose, tipId, draft, canPublish, audience, onDone }: PublishDialogProps) {
  const t = useTexts(writingTexts);
  const errors = useErrorTexts(writingTexts);
  const [publish] = useMutation(PublishTip);
  const [submit] = useMutation(SubmitTip);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { text, keeper, revision } = draft;
  const isEdit = revision > 0;
  const missing = (['title', 'body'] as const).filter((part) => text[part].trim() === '');

  const close = () => {
    setProblem(undefined);
    onClose();
  };

  const release = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await keeper.flush();
      const { state, version } = keeper.current();
      if (state.kind === 'stale') return close();
      if (state.kind === 'refused') throw state.error;
      if (keeper.isUnsaved) return setProblem(t('publish.offline'));
      if (canPublish) {
        const { data } = await publish({
          variables: { input: { id: tipId, note: text.note, isMinor: text.isMinor, baseRevision: revision, ...(version > 0 && { baseVersion: version }) } },
        });
        await keeper.end();
        onDone({ kind: 'published', slug: data?.publishTip.slug ?? tipId, title: text.title, isEdit });
      } else {
        await submit({ variables: { input: { tipId, version } } });
        await keeper.end();
        onDone({ kind: 'submitted', slug: tipId, title: text.title, isEdit });
      }
    } catch (error) {
      if (describeError(error).reason === 'tip.stale') {
        await keeper.meetNewest();
        close();
      } else setProblem(errors.sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t(!canPublish ? 'publish.titleSubmit' : isEdit ? 'publish.titleEdit' : 'publish.title')}
      actions={
        missing.length > 0 ? (
          <Button data-first="" kind="primary" onClick={close}>{t('publish.backToText')}</Button>
        ) : (
          <>
            <Button kind="primary" busy={isBusy} onClick={() => void release()}>{t(canPublish ? 'publish.do' : 'publish.doSubmit')}</Button>
            <Button data-first="" onClick={close}>{t('publish.backToText')}</Button>
          </>
        )
      }
    >
      {problem !== undefined && <Alert kind="danger" live>{problem}</Alert>}
      {missing.length > 0 ? (
        <div>
          <p>{t('publish.missing')}</p>
          <ul>
            {missing.map((part) => (
              <li key={part}>{t(`publish.missing.${part}`)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          {!canPublish && <p>{t('publish.submitText')}</p>}
          <div className={classes.audience}>
            <h3>{t('publish.audience')}</h3>
            {audience !== null && <p><WhoCanSee audience={audience} /></p>}
          </div>
          {text.summary.trim() === '' && <Alert>{t('publish.summaryHint')}</Alert>}
          {isEdit && (
            <>
              <TextField label={t('field.note')} help={t('field.noteHelp')} optional maxLength={300} value={text.note} onChange={(note) => keeper.type({ note })} />
              <Checkbox label={t('field.minor')} help={t('field.minorHelp')} value={text.isMinor} onChange={(isMinor) => keeper.type({ isMinor })} />
            </>
          )}
        </>
      )}
    </Dialog>
  );
}
