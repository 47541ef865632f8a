import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { Suspense, useState } from 'react';
import { LocaleProvider } from '#platform/web';
import { uiTexts } from '#ui/web';
import { textTexts } from '../text-texts.js';
import { completeJsdom } from './editor.testing.js';
import { MarkdownEditor } from './MarkdownEditor.js';
import type { MarkdownEditorProps } from './editor.props.js';

beforeAll(async () => {
  completeJsdom();
  await Promise.all([textTexts.load('de'), uiTexts.load('de')]);
});

function Page({ initial, onValue, ...props }: Partial<MarkdownEditorProps> & { readonly initial: string; readonly onValue?: (value: string) => void }) {
  const [value, setValue] = useState(initial);
  return (
    <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
      <Suspense>
        <MarkdownEditor
          label="Inhalt"
          value={value}
          onChange={(markdown) => {
            setValue(markdown);
            onValue?.(markdown);
          }}
          {...props}
        />
        <button type="button" onClick={() => setValue('Von *außen* ersetzt')}>
          ersetzen
        </button>
      </Suspense>
    </LocaleProvider>
  );
}

async function opened(initial: string, props: Partial<MarkdownEditorProps> = {}) {
  const values: string[] = [];
  const view = await act(async () => render(<Page initial={initial} onValue={(value) => values.push(value)} {...props} />));
  const field = await screen.findByRole('textbox', { name: 'Inhalt' });
  return { values, field, view, editor: (field as HTMLElement & { editor?: Editor }).editor };
}

/** Runs something in the editor and waits until it has been written. */
async function changed(editor: Editor | undefined, run: (editor: Editor) => void, values: readonly string[]): Promise<string | undefined> {
  const before = values.length;
  act(() => {
    if (editor !== undefined) run(editor);
  });
  await waitFor(() => expect(values.length).toBeGreaterThan(before));
  return values.at(-1);
}

const sample = '## Überschrift\n\nEin Satz\nin zwei Zeilen mit __fett__.\n\n* eins\n* zwei\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> [!TIP]\n> Rat';

describe('the writing view', () => {
  test('shows the text as it is read and says nothing until something is changed', async () => {
    const { field, values } = await opened(sample);
    expect(field.querySelector('h2')?.textContent).toBe('Überschrift');
    expect(field.querySelector('strong')?.textContent).toBe('fett');
    expect(field.querySelector('.text-callout-tip')?.getAttribute('aria-label')).toBe('Tipp');
    expect(field.querySelectorAll('th')).toHaveLength(2);
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(values).toEqual([]);
    expect(screen.getByText('15 Wörter')).toBeTruthy();
  });

  test('changes nothing but what was touched, and gives the original back when all is undone', async () => {
    const { editor, values } = await opened(sample);
    const written = await changed(editor, (current) => current.chain().focus('end').insertContent(' von *Herzen*').run(), values);
    expect(written).toBe(`${sample} von \\*Herzen\\*`);
    expect(await changed(editor, (current) => current.commands.undo(), values)).toBe(sample);
  });

  test('has nothing from other hosts and no style elements', async () => {
    const { field } = await opened('![Foto](https://example.org/a.png) ![Plan](/files/1.png)');
    expect(Array.from(field.querySelectorAll('img:not(.ProseMirror-separator)'), (image) => image.getAttribute('src'))).toEqual(['/files/1.png']);
    expect(field.textContent).toContain('Bild: Foto');
    expect(document.querySelector('style')).toBeNull();
  });

  test('is named, described and announced as a text field of several lines', async () => {
    const { field } = await opened('a', { description: 'Wie sind Sie vorgegangen?', error: 'Der Text fehlt.' });
    expect(field.getAttribute('aria-multiline')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.querySelector(`[id="${id}"]`)?.textContent);
    expect(described).toEqual(['Wie sind Sie vorgegangen?', expect.stringContaining('Alt + F10'), 'Fehler: Der Text fehlt.']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  test('keeps the blank behind the last word: whoever goes on after saving writes a new word', async () => {
    const { editor, values, view } = await opened('foo');
    expect(await changed(editor, (current) => current.chain().focus('end').insertContent({ type: 'text', text: ' ' }).run(), values)).toBe('foo ');
    view.unmount();
    const again = await opened(values.at(-1) ?? '');
    expect(await changed(again.editor, (current) => current.chain().focus('end').insertContent('bar').run(), again.values)).toBe('foo bar');
  });

  test('takes a text from outside as a new one', async () => {
    const { view } = await opened('alt');
    await act(async () => view.getByText('ersetzen').click());
    expect((await screen.findByRole('textbox', { name: 'Inhalt' })).querySelector('em')?.textContent).toBe('außen');
  });

  test('writes what was typed last even if it is left at once', async () => {
    const { editor, values, view } = await opened('a');
    act(() => {
      editor?.chain().focus('end').insertContent('bc').run();
    });
    view.unmount();
    expect(values).toEqual(['abc']);
  });

  test('hands over what was typed last before the window is closed', async () => {
    const { editor, values } = await opened('a');
    act(() => {
      editor?.chain().focus('end').insertContent('bc').run();
    });
    act(() => {
      window.dispatchEvent(new Event('pagehide'));
    });
    expect(values).toEqual(['abc']);
  });
});

describe('the toolbar', () => {
  test.each([
    ['Fett', '**Wort**'],
    ['Kursiv', '*Wort*'],
    ['Durchgestrichen', '~~Wort~~'],
    ['Wie Quelltext', '`Wort`'],
    ['Liste', '- Wort'],
    ['Nummerierte Liste', '1. Wort'],
    ['Aufgabenliste', '- [ ] Wort'],
    ['Zitat', '> Wort'],
    ['Quelltextblock', '```\nWort\n```'],
  ])('%s makes %j', async (name, expected) => {
    const { editor, values } = await opened('Wort');
    act(() => {
      editor?.commands.setTextSelection({ from: 1, to: 5 });
    });
    const written = await changed(editor, () => fireEvent.click(screen.getByRole('button', { name })), values);
    expect(written).toBe(expected);
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
  });

  test.each([
    ['Absatzart: Absatz', 'Überschrift 3', '### Wort'],
    ['Kasten', 'Achtung', '> [!WARNING]\n> Wort'],
  ])('menu %s with %s makes %j', async (menu, entry, expected) => {
    const { editor, values } = await opened('Wort');
    fireEvent.click(screen.getByRole('button', { name: menu }));
    expect(await changed(editor, () => fireEvent.click(screen.getByRole('menuitemradio', { name: entry })), values)).toBe(expected);
  });

  test('tables grow and shrink', async () => {
    const { editor, values } = await opened('| a | b |\n| --- | --- |\n| 1 | 2 |');
    act(() => {
      editor?.commands.focus(4);
    });
    fireEvent.click(screen.getByRole('button', { name: 'Tabelle' }));
    expect(await changed(editor, () => fireEvent.click(screen.getByRole('menuitem', { name: 'Spalte rechts einfügen' })), values)).toBe('| a |  | b |\n| --- | --- | --- |\n| 1 |  | 2 |');
    fireEvent.click(screen.getByRole('button', { name: 'Tabelle' }));
    expect(await changed(editor, () => fireEvent.click(screen.getByRole('menuitem', { name: 'Zeile löschen' })), values)).toBe('| 1 |  | 2 |\n| --- | --- | --- |');
  });

  test('is one stop for Tab, arrow keys walk, Escape returns', async () => {
    const user = userEvent.setup();
    const { field } = await opened('Wort');
    const toolbar = screen.getByRole('toolbar', { name: 'Formatierung' });
    const buttons = Array.from(toolbar.querySelectorAll('button'));
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
    act(() => field.focus());
    fireEvent.keyDown(field, { key: 'F10', altKey: true });
    expect(document.activeElement).toBe(buttons[0]);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(buttons[2]);
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(buttons.at(-1));
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(buttons[0]);
    await user.keyboard('{Home}{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(buttons.every((button) => (button.getAttribute('aria-label') ?? '') !== '')).toBe(true);
  });

  test('leaves the field by Escape and Tab instead of indenting', async () => {
    const { editor, field } = await opened('- a\n- b');
    act(() => {
      editor?.commands.focus('end');
    });
    fireEvent.keyDown(field, { key: 'Escape' });
    const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    act(() => {
      field.dispatchEvent(tab);
    });
    expect(tab.defaultPrevented).toBe(false);
    expect(field.querySelectorAll('ul ul')).toHaveLength(0);
    act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }));
    });
    expect(field.querySelectorAll('ul ul')).toHaveLength(1);
  });
});

describe('links', () => {
  test('are asked for in a dialog, completed, and refused with a reason', async () => {
    const user = userEvent.setup();
    const { editor, values, field } = await opened('Zum Antrag');
    act(() => {
      editor?.commands.setTextSelection({ from: 5, to: 11 });
    });
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    const address = await screen.findByRole('textbox', { name: /Adresse/ });
    await user.type(address, 'javascript:alert(1)');
    fireEvent.click(screen.getByRole('button', { name: 'Link setzen' }));
    expect(screen.getByText(/lässt sich nicht verlinken/)).toBeTruthy();
    await user.clear(address);
    await user.type(address, 'www.example.org/antrag');
    const written = await changed(editor, () => fireEvent.click(screen.getByRole('button', { name: 'Link setzen' })), values);
    expect(written).toBe('Zum [Antrag](https://www.example.org/antrag)');
  });
});

describe('the source view', () => {
  test('keeps every sign and turns back', async () => {
    const { values } = await opened('a  b\n\n\n* x');
    fireEvent.click(screen.getByRole('button', { name: 'Quelltext' }));
    const source = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Inhalt' });
    expect(source.value).toBe('a  b\n\n\n* x');
    fireEvent.change(source, { target: { value: '# Neu\n\n- x' } });
    expect(values).toEqual(['# Neu\n\n- x']);
    fireEvent.click(screen.getByRole('button', { name: 'Quelltext' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Inhalt' }).querySelector('li')?.textContent).toBe('x'));
    expect(values).toHaveLength(1);
  });

  test('opens by itself, with the reason, for what the writing view cannot keep', async () => {
    const { field, values } = await opened('Text[^1] mit <sub>HTML</sub>\n\n[^1]: Fußnote');
    expect(field.tagName).toBe('TEXTAREA');
    expect(screen.getByText('Fußnoten')).toBeTruthy();
    expect(screen.getByText('HTML-Befehle in spitzen Klammern')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Quelltext' }));
    expect((await screen.findByRole('textbox', { name: 'Inhalt' })).tagName).toBe('TEXTAREA');
    expect(values).toEqual([]);
  });

  test('takes over what was typed a moment before', async () => {
    const { editor } = await opened('a');
    act(() => {
      editor?.chain().focus('end').insertContent('bc').run();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Quelltext' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Inhalt' })).value).toBe('abc');
  });
});

describe('pasted text', () => {
  async function pasted(html: string): Promise<string | undefined> {
    const { editor, values } = await opened('');
    return changed(editor, (current) => current.view.pasteHTML(html), values);
  }

  test('from Word keeps headings, lists and marks and loses the rest', async () => {
    const item = (level: number, bullet: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span>${bullet}<span>&nbsp;&nbsp; </span></span><!--[endif]-->${words}<o:p></o:p></p>`;
    const word = `<html><head><style>p{color:red}</style><meta charset=utf-8></head><body><!--StartFragment--><h1 style="mso-x:y">Titel</h1><p class=MsoNormal style='margin:0cm'><b>Fett</b> und <i style='mso-bidi-font-style:normal'>kursiv</i><o:p>&nbsp;</o:p></p>${item(1, '·', 'eins')}${item(2, 'o', 'innen')}${item(1, '·', 'zwei')}<p class=MsoNormal>&nbsp;</p>${item(1, '1.', 'erstens')}<!--EndFragment--></body></html>`;
    expect(await pasted(word)).toBe('## Titel\n\n**Fett** und *kursiv*\n\n- eins\n  - innen\n- zwei\n\n1. erstens');
  });

  test('from Word as browsers hand it over, bullets are no words', async () => {
    const item = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>eins</p>`;
    expect(await pasted(item)).toBe('- eins');
  });

  test('from online office programs styles are read as what they mean, and only what is bold becomes bold', async () => {
    const page =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p style="line-height:1.4"><span style="font-weight:400;color:#000">Schlicht, </span><span style="font-weight:700">fett</span><span> und </span><span style="font-style:italic">kursiv</span>, style=egal.</p></b>';
    expect(await pasted(page)).toBe('Schlicht, **fett** und *kursiv*, style=egal.');
  });

  test('from a web page loads nothing and runs nothing', async () => {
    const page = '<h1>A</h1><p onclick="x()">b <a href="javascript:alert(1)">c</a> <a href="https://example.org">d</a><img src="https://evil.example/p.gif" onerror="x()"></p><script>alert(1)</script><iframe src="//evil.example"></iframe>';
    expect(await pasted(page)).toBe('## A\n\nb c [d](https://example.org)');
  });

  test('tables become tables of one line per cell', async () => {
    const table = '<table><tr><td colspan=2><p>A</p><p>B</p></td><td>C</td></tr><tr><td><ul><li>1</li><li>2</li></ul></td><td>3</td><td>4</td></tr></table>';
    expect(await pasted(table)).toBe('| A<br>B |  | C |\n| --- | --- | --- |\n| 1<br>2 | 3 | 4 |');
  });
});
