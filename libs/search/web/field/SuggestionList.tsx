import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { classNames } from '#ui/web';
import { Marked } from '../page/Marked.js';
import { searchTexts } from '../search-texts.js';
import classes from '../search.module.css';
import type { Suggestion } from './use-suggestions.js';

interface SuggestionListProps {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Suggestion[];
  /** Position of the chosen option; the one behind the last is "all results"; -1 for none. */
  readonly active: number;
  readonly onChoose: (option: Suggestion) => void;
  readonly onAll: () => void;
}

/** The list under the search field. The field keeps the focus and walks through it. */
export function SuggestionList({ id, text, options, active, onChoose, onAll }: SuggestionListProps) {
  const t = useTexts(searchTexts);
  return (
    // The list of a combobox; a native one cannot show marks and places.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" tabIndex={-1} aria-label={t('field.suggestions')} className={classes.suggestions}>
      {options.map((option, position) => (
        <Option key={option.id} id={`${id}-${position}`} isActive={position === active} onChoose={() => onChoose(option)}>
          <span className={classes.suggestionTitle}><Marked segments={option.title} /></span>
          <Place option={option} />
        </Option>
      ))}
      <Option id={`${id}-${options.length}`} isActive={active === options.length} onChoose={onAll} isLast={options.length > 0}>
        {t('field.all', { text })}
      </Option>
    </div>
  );
}

function Place({ option }: { readonly option: Suggestion }) {
  const t = useTexts(searchTexts);
  const kindKey = `kind.${option.kind}`;
  const pieces = [t.has(kindKey) ? t(kindKey) : '', option.space?.name ?? ''].filter((piece) => piece !== '');
  return pieces.length > 0 && <span className={classes.suggestionMeta}>{pieces.join(' · ')}</span>;
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly isLast?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Option({ id, isActive, isLast = false, onChoose, children }: OptionProps) {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // Keys are heard by the field, which names the active option; the pointer only chooses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={item}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classNames(classes.suggestion, isLast && classes.all)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
