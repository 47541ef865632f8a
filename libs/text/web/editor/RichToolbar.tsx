import {
  IconArrowBackUp, IconArrowForwardUp, IconBlockquote, IconBold, IconChevronDown, IconCode, IconInfoCircle, IconItalic, IconLink, IconList,
  IconListCheck, IconListNumbers, IconMarkdown, IconSeparatorHorizontal, IconSourceCode, IconStrikethrough, IconTable,
} from '@tabler/icons-react';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useTexts } from '#platform/web';
import { CALLOUT_KINDS } from '#text/shared';
import type { CalloutKind } from '#text/shared';
import { Menu } from '#ui/web';
import type { MenuEntry } from '#ui/web';
import { textTexts } from '../text-texts.js';
import { ToolButton, Toolbar } from './Toolbar.js';
import classes from './editor.module.css';

interface RichToolbarProps {
  readonly editor: Editor;
  readonly controls: string;
  /** Only what an answer of a few lines needs. */
  readonly isShort: boolean;
  readonly onLink: () => void;
  readonly onSource: () => void;
}

/** Levels that a text's own headings may have; the page's title is level 1. */
const headingLevels = [2, 3, 4] as const;

function stateOf(editor: Editor) {
  return {
    level: headingLevels.find((level) => editor.isActive('heading', { level })),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    link: editor.isActive('link'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    taskList: editor.isActive('taskList'),
    blockquote: editor.isActive('blockquote'),
    callout: editor.isActive('callout') ? (editor.getAttributes('callout').kind as CalloutKind) : undefined,
    codeBlock: editor.isActive('codeBlock'),
    table: editor.isActive('table'),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

const look = { size: 20, stroke: 1.8, 'aria-hidden': true } as const;

/** All that can be done to the text under the cursor. */
export function RichToolbar({ editor, controls, isShort, onLink, onSource }: RichToolbarProps) {
  const t = useTexts(textTexts);
  const state = useEditorState({ editor, selector: ({ editor: current }) => stateOf(current) });
  const chain = () => editor.chain().focus();
  const line = <span className={classes.line} aria-hidden="true" />;

  if (isShort) {
    return (
      <Toolbar label={t('editor.toolbar')} controls={controls} onLeave={() => editor.commands.focus()}>
        <ToolButton label={t('editor.bold')} shortcut="Mod-b" isPressed={state.bold} onClick={() => chain().toggleBold().run()}><IconBold {...look} /></ToolButton>
        <ToolButton label={t('editor.italic')} shortcut="Mod-i" isPressed={state.italic} onClick={() => chain().toggleItalic().run()}><IconItalic {...look} /></ToolButton>
        <ToolButton label={t('editor.link')} shortcut="Mod-k" isPressed={state.link} onClick={onLink}><IconLink {...look} /></ToolButton>
        {line}
        <ToolButton label={t('editor.bulletList')} shortcut="Mod-Shift-8" isPressed={state.bulletList} onClick={() => chain().toggleBulletList().run()}><IconList {...look} /></ToolButton>
        <ToolButton label={t('editor.orderedList')} shortcut="Mod-Shift-7" isPressed={state.orderedList} onClick={() => chain().toggleOrderedList().run()}><IconListNumbers {...look} /></ToolButton>
        <ToolButton label={t('editor.quote')} shortcut="Mod-Shift-b" isPressed={state.blockquote} onClick={() => chain().toggleBlockquote().run()}><IconBlockquote {...look} /></ToolButton>
        <ToolButton label={t('editor.source')} className={classes.last} isPressed={false} onClick={onSource}><IconMarkdown {...look} /></ToolButton>
      </Toolbar>
    );
  }
  return (
    <Toolbar label={t('editor.toolbar')} controls={controls} onLeave={() => editor.commands.focus()}>
      <ToolMenu label={t('editor.style')} shown={state.level === undefined ? t('editor.paragraph') : t('editor.heading', { level: state.level })} entries={[
        { kind: 'choice', label: t('editor.paragraph'), isChosen: state.level === undefined, onSelect: () => chain().setParagraph().run() },
        ...headingLevels.map((level): MenuEntry => ({ kind: 'choice', label: t('editor.heading', { level }), isChosen: state.level === level, onSelect: () => chain().setHeading({ level }).run() })),
      ]} />
      {line}
      <ToolButton label={t('editor.bold')} shortcut="Mod-b" isPressed={state.bold} onClick={() => chain().toggleBold().run()}><IconBold {...look} /></ToolButton>
      <ToolButton label={t('editor.italic')} shortcut="Mod-i" isPressed={state.italic} onClick={() => chain().toggleItalic().run()}><IconItalic {...look} /></ToolButton>
      <ToolButton label={t('editor.strike')} shortcut="Mod-Shift-s" isPressed={state.strike} onClick={() => chain().toggleStrike().run()}><IconStrikethrough {...look} /></ToolButton>
      <ToolButton label={t('editor.link')} shortcut="Mod-k" isPressed={state.link} onClick={onLink}><IconLink {...look} /></ToolButton>
      {line}
      <ToolButton label={t('editor.bulletList')} shortcut="Mod-Shift-8" isPressed={state.bulletList} onClick={() => chain().toggleBulletList().run()}><IconList {...look} /></ToolButton>
      <ToolButton label={t('editor.orderedList')} shortcut="Mod-Shift-7" isPressed={state.orderedList} onClick={() => chain().toggleOrderedList().run()}><IconListNumbers {...look} /></ToolButton>
      <ToolButton label={t('editor.taskList')} shortcut="Mod-Shift-9" isPressed={state.taskList} onClick={() => chain().toggleTaskList().run()}><IconListCheck {...look} /></ToolButton>
      {line}
      <ToolButton label={t('editor.quote')} shortcut="Mod-Shift-b" isPressed={state.blockquote} onClick={() => chain().toggleBlockquote().run()}><IconBlockquote {...look} /></ToolButton>
      <ToolMenu label={t('editor.callout')} shown={<IconInfoCircle {...look} />} entries={[
        ...CALLOUT_KINDS.map((kind): MenuEntry => ({ kind: 'choice', label: t(`editor.callout.${kind}`), isChosen: state.callout === kind, onSelect: () => chain().setCallout(kind).run() })),
        ...(state.callout === undefined ? [] : [{ kind: 'line' } as const, { label: t('editor.callout.remove'), onSelect: () => chain().unsetCallout().run() }]),
      ]} />
      <ToolMenu label={t('editor.table')} shown={<IconTable {...look} />} entries={tableEntries(editor, state.table, t)} />
      <ToolButton label={t('editor.rule')} onClick={() => chain().setHorizontalRule().run()}><IconSeparatorHorizontal {...look} /></ToolButton>
      <ToolButton label={t('editor.code')} shortcut="Mod-e" isPressed={state.code} onClick={() => chain().toggleCode().run()}><IconCode {...look} /></ToolButton>
      <ToolButton label={t('editor.codeBlock')} shortcut="Mod-Alt-c" isPressed={state.codeBlock} onClick={() => chain().toggleCodeBlock().run()}><IconSourceCode {...look} /></ToolButton>
      {line}
      <ToolButton label={t('editor.undo')} shortcut="Mod-z" isDisabled={!state.canUndo} onClick={() => chain().undo().run()}><IconArrowBackUp {...look} /></ToolButton>
      <ToolButton label={t('editor.redo')} shortcut="Mod-Shift-z" isDisabled={!state.canRedo} onClick={() => chain().redo().run()}><IconArrowForwardUp {...look} /></ToolButton>
      <ToolButton label={t('editor.source')} className={classes.last} isPressed={false} onClick={onSource}><IconMarkdown {...look} /></ToolButton>
    </Toolbar>
  );
}

type TableWord = `editor.table.${'insert' | 'rowBelow' | 'rowAbove' | 'rowDelete' | 'columnAfter' | 'columnBefore' | 'columnDelete' | 'delete'}`;

function tableEntries(editor: Editor, isInTable: boolean, t: (key: TableWord) => string): readonly MenuEntry[] {
  const chain = () => editor.chain().focus();
  if (!isInTable) return [{ label: t('editor.table.insert'), onSelect: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }];
  return [
    { label: t('editor.table.rowBelow'), onSelect: () => chain().addRowAfter().run() },
    { label: t('editor.table.rowAbove'), onSelect: () => chain().addRowBefore().run() },
    { label: t('editor.table.columnAfter'), onSelect: () => chain().addColumnAfter().run() },
    { label: t('editor.table.columnBefore'), onSelect: () => chain().addColumnBefore().run() },
    { kind: 'line' },
    { label: t('editor.table.rowDelete'), onSelect: () => chain().deleteRow().run() },
    { label: t('editor.table.columnDelete'), onSelect: () => chain().deleteColumn().run() },
    { label: t('editor.table.delete'), isDanger: true, onSelect: () => chain().deleteTable().run() },
  ];
}

function ToolMenu({ label, shown, entries }: { readonly label: string; readonly shown: React.ReactNode; readonly entries: readonly MenuEntry[] }) {
  return (
    <Menu entries={entries} align="start">
      {(props) => (
        <ToolButton {...props} label={typeof shown === 'string' ? `${label}: ${shown}` : label}>
          {shown}
          <IconChevronDown size={14} stroke={2} aria-hidden="true" />
        </ToolButton>
      )}
    </Menu>
  );
}
