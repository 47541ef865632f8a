import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '#platform/web';
import { begunSearch } from '#search/web';
import { Kbd, SearchField } from '#ui/web';
import { shellTexts } from './shell-texts.js';
import classes from './shell.module.css';

const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** The search field of the shell while nothing better is plugged in: leads to the search page; `/` jumps to it. */
export function SearchSlot() {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  // The other field takes its place while somebody may be typing here.
  useLayoutEffect(() => {
    const input = field.current;
    return () => {
      begunSearch.hasFocus = input !== null && input === document.activeElement;
    };
  }, []);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);
  const write = (text: string) => {
    setWords(text);
    begunSearch.words = text;
  };
  return (
    <search>
      <form
        className={classes.searchForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') void navigate(`/suche?q=${encodeURIComponent(words.trim())}`);
        }}
      >
        <SearchField ref={field} label={t('search')} placeholder={t('searchHint')} value={words} onChange={write} aria-keyshortcuts="/" />
        <span className={classes.key} aria-hidden="true">
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}
