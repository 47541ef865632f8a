import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { Suspense, useState } from 'react';
import { LocaleProvider } from '#platform/web';
import { uiTexts } from '#ui/web';
import { textTexts } from '../text-texts.js';
import { completeJsdom } from './editor.testing.js';
import type { EditorMode, MentionSource } from './editor.props.js';
import { MarkdownEditor } from './MarkdownEditor.js';
import { mentionMarkdown, mentionQueryIn } from './mentions.js';

const people = [
  { accountId: 'a1', name: 'Birte Hansen', note: 'Husum' },
  { accountId: 'a2', name: 'Birger [B] Lund' },
];
const source: MentionSource = async (text) => people.filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()));

describe('what counts as the beginning of a name', () => {
  it.each<[string, string | undefined]>([
    ['@', ''],
    ['Danke @Bir', 'Bir'],
    ['(@Birte H', 'Birte H'],
    ['post@example', undefined],
    ['@Birte Hansen hat recht', undefined],
    ['ohne', undefined],
    ['@1', undefined],
  ])('%s', (text, query) => expect(mentionQueryIn(text)?.text).toBe(query));

  it('is written as a link to the person, whatever stands in the name', () => {
    expect(mentionMarkdown({ accountId: 'a2', name: 'Birger [B] Lund' })).toBe(String.raw`[@Birger \[B\] Lund](/person/a2)`);
  });
});

function Page({ mode, onValue, onSubmit }: { readonly mode: EditorMode; readonly onValue: (value: string) => void; readonly onSubmit?: () => void }) {
  const [value, setValue] = useState('');
  const change = (markdown: string) => {
    setValue(markdown);
    onValue(markdown);
  };
  return (
    <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
      <Suspense>
        <MarkdownEditor label="Antwort" tools="short" mode={mode} value={value} onChange={change} mentions={source} {...(onSubmit && { onSubmit })} />
      </Suspense>
    </LocaleProvider>
  );
}

async function opened(mode: EditorMode) {
  const values: string[] = [];
  const onSubmit = jest.fn(() => values.push('sent'));
  await act(async () => render(<Page mode={mode} onValue={(value) => values.push(value)} onSubmit={onSubmit} />));
  const field = await screen.findByRole('textbox', { name: 'Antwort' });
  return { values, field, onSubmit, editor: (field as HTMLElement & { editor?: Editor }).editor };
}

describe('naming somebody', () => {
  beforeAll(async () => {
    completeJsdom();
    await Promise.all([textTexts.load('de'), uiTexts.load('de')]);
  });

  it('offers members in the source and takes one with Enter', async () => {
    const { field, values } = await opened('source');
    await userEvent.type(field, 'Danke @bir');
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['Birte HansenHusum', 'Birger [B] Lund']);
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(values.at(-1)).toBe(String.raw`Danke [@Birger \[B\] Lund](/person/a2) `);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('lets go at Escape and does not offer the same name again', async () => {
    const { field } = await opened('source');
    await userEvent.type(field, '@bi');
    await screen.findByRole('listbox');
    await userEvent.keyboard('{Escape}r');
    await act(async () => new Promise((done) => { setTimeout(done, 250); }));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('offers members in the writing view and writes a link', async () => {
    const { field, values, editor } = await opened('rich');
    act(() => void editor?.commands.insertContent('Danke @birt'));
    await screen.findByRole('option', { name: /Birte Hansen/ });
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    act(() => void fireEvent.keyDown(field, { key: 'Enter' }));
    await waitFor(() => expect(values.at(-1)?.trim()).toBe('Danke [@Birte Hansen](/person/a1)'));
    act(() => void editor?.commands.insertContent('weiter'));
    await waitFor(() => expect(values.at(-1)).toBe('Danke [@Birte Hansen](/person/a1) weiter'));
  });

  it('a sign that closes up to the name takes the place of the blank behind it (source)', async () => {
    const { field, values } = await opened('source');
    await userEvent.type(field, 'Frag @birt');
    await screen.findByRole('option', { name: /Birte Hansen/ });
    await userEvent.keyboard('{Enter}, bitte.');
    expect(values.at(-1)).toBe('Frag [@Birte Hansen](/person/a1), bitte.');
  });

  it('a sign that closes up to the name takes the place of the blank behind it', async () => {
    const { field, values, editor } = await opened('rich');
    act(() => void editor?.commands.insertContent('Frag @birt'));
    await screen.findByRole('option', { name: /Birte Hansen/ });
    act(() => void fireEvent.keyDown(field, { key: 'Enter' }));
    // As the browser hands typing over; jsdom has none.
    const typed = (text: string): boolean => {
      if (editor === undefined) return false;
      const { from } = editor.state.selection;
      return editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, from, text, () => editor.state.tr)) === true;
    };
    await act(async () => void expect(typed(',')).toBe(true));
    await act(async () => void expect(typed(',')).toBe(false));
    await waitFor(() => expect(values.at(-1)).toBe('Frag [@Birte Hansen](/person/a1),'));
  });

  it('in the middle of a sentence no second blank is put behind the name', async () => {
    const { field, values, editor } = await opened('rich');
    act(() => void editor?.commands.insertContent('Frag  bitte'));
    act(() => void editor?.commands.setTextSelection(6));
    act(() => void editor?.commands.insertContent('@birt'));
    await screen.findByRole('option', { name: /Birte Hansen/ });
    act(() => void fireEvent.keyDown(field, { key: 'Enter' }));
    await waitFor(() => expect(values.at(-1)).toBe('Frag [@Birte Hansen](/person/a1) bitte'));
  });

  it.each<EditorMode>(['source', 'rich'])('hands over the last word before it is sent by keys (%s)', async (mode) => {
    const { field, values, editor } = await opened(mode);
    if (mode === 'rich') act(() => void editor?.commands.insertContent('Fertig'));
    else await userEvent.type(field, 'Fertig');
    act(() => void fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true }));
    expect(values.slice(-2)).toEqual(['Fertig', 'sent']);
  });
});
