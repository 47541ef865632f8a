import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import { Combobox, useCombobox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '#platform/web';
import { FieldFrame, useFieldIds } from '../field/FieldFrame.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { VisuallyHidden } from '../layout/Layout.js';
import type { TokenFieldProps } from './token-field.props.js';
import { MantineFrame } from './MantineFrame.js';
import classes from './tokens.module.css';

/** As many suggestions as one can look over. */
const shownChoices = 40;

/** The heavy half of `TokenField`. */
export function MantineTokens(props: TokenFieldProps) {
  return (
    <MantineFrame>
      <Tokens {...props} />
    </MantineFrame>
  );
}

function Tokens({ label, help, error, optional = false, name, value, onChange, choices, onSearch, canAdd = false, max }: TokenFieldProps) {
  const t = useTexts(uiTexts);
  const { id, describedBy } = useFieldIds({ help, error });
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const words = search.trim().toLocaleLowerCase();
  const labelOf = (token: string) => choices.find((choice) => choice.value === token)?.label ?? token;
  const offered = choices
    .filter((choice) => !value.includes(choice.value) && (onSearch !== undefined || choice.label.toLocaleLowerCase().includes(words)))
    .slice(0, shownChoices);
  const isKnown = choices.some((choice) => choice.label.toLocaleLowerCase() === words);
  const mayAdd = canAdd && words !== '' && !isKnown;
  const isFull = max !== undefined && value.length >= max;

  const narrow = (text: string) => {
    setSearch(text);
    onSearch?.(text);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex('active');
  };
  const take = (token: string) => {
    onChange([...value, token]);
    setSearch('');
    onSearch?.('');
  };
  const drop = (token: string) => onChange(value.filter((other) => other !== token));

  return (
    <FieldFrame {...{ id, label, help, error, optional }}>
      <Combobox store={combobox} onOptionSubmit={take} withinPortal={false} transitionProps={{ duration: 0 }}>
        <Combobox.DropdownTarget>
          {/* A click beside the words means the field; the keyboard is there already. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
          <div className={classes.input} onClick={() => field.current?.focus()}>
            {value.map((token) => (
              <span key={token} className={classes.token}>
                {labelOf(token)}
                <button type="button" className={classes.remove} title={t('tokens.remove', { name: labelOf(token) })} onClick={() => drop(token)}>
                  <IconX size={14} stroke={2.2} aria-hidden="true" />
                  <VisuallyHidden>{t('tokens.remove', { name: labelOf(token) })}</VisuallyHidden>
                </button>
              </span>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <input
                ref={field}
                id={id}
                name={name}
                type="text"
                role="combobox"
                aria-expanded={combobox.dropdownOpened}
                aria-controls={combobox.listId ?? undefined}
                aria-autocomplete="list"
                value={search}
                disabled={isFull}
                autoComplete="off"
                className={classes.field}
                aria-describedby={describedBy}
                aria-invalid={error !== undefined || undefined}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => narrow(event.currentTarget.value)}
                onKeyDown={(event) => {
                  const last = value.at(-1);
                  if (event.key === 'Enter' && words !== '' && combobox.getSelectedOptionIndex() === -1) {
                    // Enter means the word just typed, never the whole form.
                    event.preventDefault();
                    const first = mayAdd ? search.trim() : offered[0]?.value;
                    if (first !== undefined) take(first);
                  }
                  if (event.key === 'Backspace' && search === '' && last !== undefined) {
                    event.preventDefault();
                    drop(last);
                  }
                }}
              />
            </Combobox.EventsTarget>
          </div>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown classNames={{ dropdown: classes.dropdown ?? '' }}>
          <Combobox.Options mah={280} className={classes.options} aria-label={typeof label === 'string' ? label : undefined}>
            {offered.map((choice) => (
              <Combobox.Option key={choice.value} value={choice.value} className={classes.option}>
                {choice.label}
              </Combobox.Option>
            ))}
            {mayAdd && (
              <Combobox.Option value={search.trim()} className={classes.option}>
                {t('tokens.add', { name: search.trim() })}
              </Combobox.Option>
            )}
            {offered.length === 0 && !mayAdd && (
              // A list without a single option is none for a screen reader.
              <Combobox.Option value="" disabled className={classes.nothing}>
                {t('tokens.none')}
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <VisuallyHidden>
        <output>{t('tokens.chosen', { count: value.length, names: value.map(labelOf).join(', ') })}</output>
      </VisuallyHidden>
    </FieldFrame>
  );
}
