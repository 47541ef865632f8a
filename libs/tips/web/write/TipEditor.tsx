import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { MarkdownEditor } from '#text/web';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, ConfirmDialog, DateTime, Menu, Page, toast, type Crumb, type MenuEntry, type Token } from '#ui/web';
import { CompanionFields } from './CompanionFields.js';
import { ConflictPanel } from './ConflictPanel.js';
import type { EditedTip } from './edit-tip.query.js';
import { KeptDrafts } from './KeptDrafts.js';
import { PublishDialog, type Outcome } from './PublishDialog.js';
import { SaveLine } from './SaveLine.js';
import { TemplateHint, type TemplateSection } from './TemplateHint.js';
import type { Draft } from './use-draft.js';
import { HeadFields } from './WriteFields.js';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

const DiscardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) { id workingCopy { tipId } }
  }
`);

export interface TipEditorProps {
  readonly tipId: string;
  /** Null for a tip of which the server knows nothing yet. */
  readonly tip: EditedTip | null;
  readonly draft: Draft;
  readonly space: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly template: readonly TemplateSection[];
  readonly canPublish: boolean;
  readonly canSubmit: boolean;
  /** Who sees it now, as a sentence. */
  readonly audience: ReactNode;
  readonly audienceWhenPublished: EditedTip['audienceWhenPublished'] | null;
  /** What stands above the text: review, somebody else writing. */
  readonly notices: ReactNode;
  readonly onDone: (outcome: Outcome) => void;
}

/** Writing a tip: the page looks as it will be read; below, always in sight, whether it is saved and the way to publish. */
export function TipEditor(props: TipEditorProps) {
  const { tipId, tip, draft, space, template, canPublish, canSubmit, audience, notices } = props;
  const t = useTexts(writingTexts);
  const [isPublishing, setPublishing] = useState(false);
  const { text, keeper, state } = draft;
  const isReleased = draft.revision > 0;
  const crumbs: readonly Crumb[] = [
    ...(space === null ? [] : [{ label: space.name, to: `/raum/${space.slug}` }]),
    isReleased ? { label: t('edit.back'), to: `/tipp/${tip?.slug ?? tipId}` } : { label: t('edit.drafts'), to: '/entwuerfe' },
  ];
  const isDeciding = typeof tip?.workingCopy?.submittedAt === 'string';
  return (
    <div className={classes.frame}>
      <Page
        title={tip === null || text.title === '' ? t('new.title') : t('edit.titleOf', { title: text.title })}
        heading={<span className={classes.heading}>{t(isReleased ? 'edit.title' : 'new.title')}</span>}
        crumbs={crumbs}
        audience={audience}
        width="reading"
      >
        {notices}
        <TakenOver draft={draft} />
        {state.kind === 'refused' && <Refused error={state.error} />}
        {state.kind === 'stale' ? (
          <ConflictPanel base={draft.base} mine={text} theirs={state.theirs} onSettle={(settled) => keeper.settle(settled, state.theirs)} />
        ) : (
          <>
            <HeadFields title={text.title} summary={text.summary} onTitle={(title) => keeper.type({ title })} onSummary={(summary) => keeper.type({ summary })} />
            {template.length > 0 && <TemplateHint sections={template} body={text.body} onInsert={(body) => keeper.replace({ body })} />}
            <div className={classes.body}>
              <MarkdownEditor key={draft.generation} label={t('field.body')} value={text.body} onChange={(body) => keeper.type({ body })} />
            </div>
            <CompanionFields
              spaceSlug={space?.slug ?? null}
              topicIds={text.topicIds}
              coAuthorIds={text.coAuthorIds}
              knownTopics={knownTopics(tip)}
              knownPeople={knownPeople(tip)}
              ownerId={tip?.authors[0]?.accountId ?? null}
              onTopics={(topicIds) => keeper.type({ topicIds })}
              onCoAuthors={(coAuthorIds) => keeper.type({ coAuthorIds })}
            />
          </>
        )}
      </Page>
      <div className={classes.bar} data-print="no">
        <SaveLine state={state} />
        <div className={classes.barActions}>
          <MoreMenu {...props} />
          {!isDeciding && (canPublish || canSubmit) && state.kind !== 'stale' && (
            <Button kind="primary" onClick={() => setPublishing(true)}>{t(canPublish ? 'publish.open' : 'publish.openSubmit')}</Button>
          )}
        </div>
      </div>
      <PublishDialog
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
        tipId={tipId}
        draft={draft}
        canPublish={canPublish}
        audience={props.audienceWhenPublished}
        onDone={props.onDone}
      />
    </div>
  );
}

const tokenOf = ({ accountId, name }: { readonly accountId: string; readonly name: string | null }): Token => ({ value: accountId, label: name ?? accountId });

function knownTopics(tip: EditedTip | null): readonly Token[] {
  return [...(tip?.topics ?? []), ...(tip?.workingCopy?.topics ?? [])].map(({ id, name }) => ({ value: id, label: name }));
}

function knownPeople(tip: EditedTip | null): readonly Token[] {
  return [...(tip?.authors ?? []), ...(tip?.workingCopy?.authors ?? [])].map(tokenOf);
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useTexts(writingTexts);
  const errors = useErrorTexts(writingTexts);
  return <Alert kind="danger" live>{t('save.refusedText', { reason: errors.sentence(error) })}</Alert>;
}

function TakenOver({ draft }: { readonly draft: Draft }) {
  const t = useTexts(writingTexts);
  if (draft.takenOverFrom === null) return null;
  const name = draft.takenOverFrom.savedBy?.name;
  return <Alert live>{typeof name === 'string' ? t('others.tookOver', { name }) : t('others.tookOverUnnamed')}</Alert>;
}

/** Somebody else is writing right now. */
export function OtherWriter({ tip }: { readonly tip: EditedTip }) {
  const t = useTexts(writingTexts);
  if (tip.otherWriter === null || tip.workingCopy === null) return null;
  return <Alert kind="warning">{t.rich('others.writing', { name: tip.otherWriter.name ?? t('others.someone'), when: <DateTime at={tip.workingCopy.savedAt} /> })}</Alert>;
}

function MoreMenu({ tipId, tip, draft, space }: TipEditorProps) {
  const t = useTexts(writingTexts);
  const navigate = useNavigate();
  const [discard] = useMutation(DiscardDraft);
  const [opened, setOpened] = useState<'kept' | 'discard'>();
  const close = () => setOpened(undefined);
  const isReleased = draft.revision > 0;
  const hasServerText = draft.version > 0 || tip !== null;
  const throwAway = async () => {
    await draft.keeper.end();
    if (hasServerText) await discard({ variables: { input: { tipId } } });
    toast(t('discard.done'));
    void navigate(isReleased ? `/tipp/${tip?.slug ?? tipId}` : space === null ? '/entwuerfe' : `/raum/${space.slug}/tipps`);
  };
  const entries: readonly MenuEntry[] = [
    ...(draft.keeper.isUnsaved ? [{ label: t('save.now'), onSelect: () => void draft.keeper.flush() }] : []),
    ...(tip === null ? [] : [{ label: t('kept.title'), onSelect: () => setOpened('kept') }]),
    { label: t('discard.open'), isDanger: true, onSelect: () => setOpened('discard') },
  ];
  return (
    <>
      <Menu entries={entries}>
        {(props) => (
          <Button {...props} kind="quiet" icon={<IconDots size={20} stroke={1.8} aria-hidden="true" />}>{t('more')}</Button>
        )}
      </Menu>
      <KeptDrafts
        isOpen={opened === 'kept'}
        onClose={close}
        tipId={tipId}
        onTake={(taken) => {
          draft.keeper.replace(taken);
          close();
          toast(t('kept.taken'));
        }}
      />
      <ConfirmDialog isOpen={opened === 'discard'} onClose={close} title={t('discard.ask')} confirmLabel={t('discard.do')} kind="danger" onConfirm={throwAway} texts={writingTexts}>
        {t(isReleased ? 'discard.textEdit' : 'discard.textNew')}
      </ConfirmDialog>
    </>
  );
}
