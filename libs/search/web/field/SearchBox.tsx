import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { announce, useTexts } from '#platform/web';
import { Kbd, SearchField } from '#ui/web';
import { searchTexts } from '../search-texts.js';
import classes from '../search.module.css';
import { begunSearch } from './begun-search.js';
import { SuggestionList } from './SuggestionList.js';
import { useSuggestions } from './use-suggestions.js';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** `/` leads into the field from everywhere but other fields. */
function useSlashKey(focus: () => void): void {
  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, [focus]);
}

/** The search field of the shell: suggests while one types (combobox with a list), leads to the results. */
export function SearchBox() {
  const t = useTexts(searchTexts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const asked = pathname === '/suche' ? (parameters.get('q') ?? '') : '';
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => begunSearch.words || asked);
  const [shownFor, setShownFor] = useState(asked);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Following the address while it changes, not while one types.
  if (shownFor !== asked) {
    setShownFor(asked);
    setText(asked);
  }
  const [focusField] = useState(() => () => {
    field.current?.focus();
    field.current?.select();
  });
  useSlashKey(focusField);
  // Whoever was quicker than this field goes on where they were.
  useLayoutEffect(() => {
    if (begunSearch.hasFocus) field.current?.focus();
    begunSearch.words = '';
    begunSearch.hasFocus = false;
  }, []);

  const suggestions = useSuggestions(text, isOpen);
  const options = suggestions.text === '' ? [] : suggestions.found;
  const isListed = isOpen && suggestions.text !== '';
  const count = options.length;
  const spoken = count === 0 ? t('field.none') : t('field.found', { count });
  useEffect(() => {
    if (isListed) announce(spoken);
  }, [isListed, spoken]);

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const go = (path: string): void => {
    close();
    field.current?.blur();
    void navigate(path);
  };
  const goToResults = (): void => {
    if (text.trim() !== '') go(`/suche?q=${encodeURIComponent(text.trim())}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && isListed) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && isListed && active >= 0) {
      event.preventDefault();
      const option = options[active];
      if (option === undefined) goToResults();
      else go(option.path);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isListed) {
        setOpen(true);
        return;
      }
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // The last place is "all results"; before the first lies the field itself.
      const places = count + 2;
      setActive(((active + 1 + step + places) % places) - 1);
    }
  };

  return (
    <search>
      <form
        className={classes.box}
        onSubmit={(event) => {
          event.preventDefault();
          goToResults();
        }}
      >
        <SearchField
          ref={field}
          label={t('field.label')}
          placeholder={t('field.placeholder')}
          value={text}
          onChange={(value) => {
            setText(value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          // Choosing by pointer does not take the focus, so leaving the field means leaving the list.
          onBlur={close}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-expanded={isListed}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListed && active >= 0 ? `${listId}-${active}` : undefined}
          aria-keyshortcuts="/"
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
        />
        {text === '' && (
          <span className={classes.key} aria-hidden="true">
            <Kbd>/</Kbd>
          </span>
        )}
        {isListed && (
          <SuggestionList id={listId} text={text.trim()} options={options} active={active} onChoose={(option) => go(option.path)} onAll={goToResults} />
        )}
      </form>
    </search>
  );
}
