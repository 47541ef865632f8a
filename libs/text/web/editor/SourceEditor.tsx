import { IconMarkdown } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { MentionSource } from './editor.props.js';
import { MentionList, mentionOptionId, type MentionPlace } from './MentionList.js';
import { closesUp, mentionMarkdown, needsBlankBefore, useMentions } from './mentions.js';
import { ToolButton, Toolbar } from './Toolbar.js';
import classes from './editor.module.css';

/** What both views of the editor are told. */
export interface EditorViewProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly autoFocus: boolean | 'end';
  readonly onChange: (markdown: string) => void;
  readonly tools: 'full' | 'short';
  readonly mentions?: MentionSource;
  readonly onSubmit?: () => void;
}

/** The Markdown itself, in a plain field that keeps every sign. */
export function SourceEditor({ id, labelledBy, describedBy, isInvalid, isReadOnly, autoFocus, onChange, tools, mentions: source, onSubmit, value, onRich }: EditorViewProps & { readonly value: string; readonly onRich: () => void }) {
  const t = useTexts(textTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (autoFocus === false || element === null) return;
    element.focus();
    if (autoFocus === 'end') element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);
  // Behind the blank that came with a name, until something else is written.
  const behindName = useRef(-1);
  const mentions = useMentions(source, (person, { length }) => {
    const element = field.current;
    if (element === null) return;
    const end = element.selectionStart;
    const isBlankNeeded = needsBlankBefore(element.value.slice(end));
    element.setRangeText(mentionMarkdown(person) + (isBlankNeeded ? ' ' : ''), end - length, end, 'end');
    behindName.current = isBlankNeeded ? element.selectionStart : -1;
    onChange(element.value);
  });
  // Where in a plain field the cursor stands cannot be asked; the list stands at its end.
  const [place, setPlace] = useState<MentionPlace>();
  const fewest = tools === 'short' ? 4 : 14;
  return (
    <div className={classes.frame}>
      <Toolbar label={t('editor.toolbar')} controls={`${id}-text`} onLeave={() => field.current?.focus()}>
        <ToolButton label={t('editor.source')} isPressed onClick={onRich}>
          <IconMarkdown size={20} aria-hidden="true" />
          <span>{t('editor.source')}</span>
        </ToolButton>
        <span className={classes.hint}>{t('editor.sourceHint')}</span>
      </Toolbar>
      <textarea
        ref={field}
        id={`${id}-text`}
        className={classes.source}
        value={value}
        readOnly={isReadOnly}
        rows={Math.min(40, Math.max(fewest, value.split('\n').length + (tools === 'short' ? 1 : 2)))}
        spellCheck
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        aria-controls={mentions.isOpen ? `${id}-mentions` : undefined}
        aria-activedescendant={mentions.isOpen ? mentionOptionId(id, mentions.active) : undefined}
        {...(source !== undefined && { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })}
        onChange={(event) => {
          const { current: behind } = behindName;
          behindName.current = -1;
          if (behind > 0 && event.currentTarget.selectionStart === behind + 1 && closesUp(event.currentTarget.value.slice(behind))) event.currentTarget.setRangeText('', behind - 1, behind, 'preserve');
          onChange(event.currentTarget.value);
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setPlace({ left, top: bottom - 24, bottom });
          mentions.look(event.currentTarget.value.slice(0, event.currentTarget.selectionStart));
        }}
        onBlur={mentions.close}
        onKeyDown={(event) => {
          if (mentions.onKey(event.key)) {
            event.preventDefault();
            event.stopPropagation();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit !== undefined) {
            event.preventDefault();
            onSubmit();
          }
        }}
      />
      <MentionList id={id} mentions={mentions} place={place} />
    </div>
  );
}
