import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTexts } from '#platform/web';
import { Button, Dialog, TextField } from '#ui/web';
import { textTexts } from '../text-texts.js';
import { completedAddress } from './link-address.js';
import classes from './editor.module.css';

/** Asks for address and words of a link; the whole link under the cursor is meant, not only what is selected of it. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useTexts(textTexts);
  const [start] = useState(() => {
    editor.commands.extendMarkRange('link');
    const { from, to, empty } = editor.state.selection;
    return {
      address: String(editor.getAttributes('link').href ?? ''),
      words: empty ? '' : editor.state.doc.textBetween(from, to, ' '),
    };
  });
  const [address, setAddress] = useState(start.address);
  const [words, setWords] = useState(start.words);
  const [isWrong, setWrong] = useState(false);

  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const set = (event: SyntheticEvent): void => {
    event.preventDefault();
    // The dialog may lie inside of a form of the page, which is not meant.
    event.stopPropagation();
    const href = completedAddress(address);
    if (href === undefined) {
      setWrong(true);
      return;
    }
    const text = words.trim() === '' ? address.trim() : words;
    const chain = editor.chain().focus();
    // Replaced only if the words were changed: the marks within them stay.
    if (text === start.words) chain.setLink({ href }).run();
    else chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).unsetMark('link').run();
    onClose();
  };
  const remove = (): void => {
    editor.chain().focus().unsetLink().run();
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('link.title')}
      actions={
        <>
          <Button kind="primary" onClick={set}>
            {t('link.set')}
          </Button>
          {start.address !== '' && <Button onClick={remove}>{t('link.remove')}</Button>}
          <Button onClick={close}>{t('link.cancel')}</Button>
        </>
      }
    >
      <form onSubmit={set} noValidate className={classes.form}>
        <TextField
          label={t('link.address')}
          help={t('link.addressHelp')}
          value={address}
          onChange={setAddress}
          inputMode="url"
          autoComplete="off"
          {...(isWrong && { error: t('link.wrong') })}
        />
        <TextField label={t('link.words')} help={t('link.wordsHelp')} value={words} onChange={setWords} autoComplete="off" optional />
        <button type="submit" hidden aria-label={t('link.set')} />
      </form>
    </Dialog>
  );
}
