import { useEffect, useRef, useState } from 'react';
import { announce, useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { Mentionable, MentionSource } from './editor.props.js';

/** An `@` with the beginning of a name, directly before the cursor. */
export interface MentionQuery {
  readonly text: string;
  /** Signs from the `@` to the cursor. */
  readonly length: number;
}

// A name may have several words; after the third one somebody has gone on writing.
const beforeCursor = /(?:^|[\s([{„“"'>])@((?:[\p{L}\p{M}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*){0,2})?)$/u;

/** What is looked for at the end of a text, if anything. An `@` within a word is an address. */
export function mentionQueryIn(text: string): MentionQuery | undefined {
  const found = beforeCursor.exec(text.slice(-80));
  return found?.[1] === undefined ? undefined : { text: found[1], length: found[1].length + 1 };
}

/** A mention as it stands in Markdown: a link to the person. Brackets of a name must not end it. */
export function mentionMarkdown({ accountId, name }: Mentionable): string {
  return `[@${name.replace(/[\\[\]]/g, String.raw`\$&`)}](/person/${accountId})`;
}

/** What closes up to a name: the blank put behind it goes again where one of these follows. */
export const closesUp = (text: string): boolean => /^[.,;:!?)\]}…”“"'’/]/.test(text);

/** Between a name and what stands behind it already no further blank is put. */
export const needsBlankBefore = (textBehind: string): boolean => !/^\s/.test(textBehind) && !closesUp(textBehind);

const PAUSE_MS = 150;

export interface MentionState {
  readonly people: readonly Mentionable[];
  readonly active: number;
  readonly isOpen: boolean;
  /** The text before the cursor has changed. */
  readonly look: (textBefore: string) => void;
  readonly close: () => void;
  readonly choose: (person: Mentionable) => void;
  /** @returns whether the key was meant for the list. */
  readonly onKey: (key: string) => boolean;
}

/** Completion of names (WAI-ARIA combobox with a list): the focus stays in the text, arrows walk, Enter or Tab takes, Escape closes. */
export function useMentions(source: MentionSource | undefined, insert: (person: Mentionable, query: MentionQuery) => void): MentionState {
  const t = useTexts(textTexts);
  const [query, setQuery] = useState<MentionQuery>();
  const [people, setPeople] = useState<readonly Mentionable[]>([]);
  const [active, setActive] = useState(0);
  // What was closed by Escape stays closed until another name is begun.
  const dismissed = useRef<number>(undefined);
  const at = useRef(-1);
  const text = query?.text;

  useEffect(() => {
    if (source === undefined || text === undefined) return;
    let isOld = false;
    const timer = setTimeout(() => {
      // Without an answer nobody is offered; the name can still be typed.
      void source(text).catch((): readonly Mentionable[] => []).then((found) => {
        if (isOld) return;
        setPeople(found);
        setActive(0);
        if (found.length > 0) announce(t('mentions.found', { count: found.length }));
        return;
      });
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [source, text, t]);

  const close = () => {
    setQuery(undefined);
    setPeople([]);
  };
  const choose = (person: Mentionable) => {
    if (query !== undefined) insert(person, query);
    close();
  };
  const isOpen = query !== undefined && people.length > 0;
  return {
    people,
    active,
    isOpen,
    close,
    choose,
    look: (textBefore) => {
      if (source === undefined) return;
      const found = mentionQueryIn(textBefore);
      const place = found === undefined ? -1 : textBefore.length - found.length;
      if (place !== dismissed.current) dismissed.current = undefined;
      at.current = place;
      if (found === undefined || dismissed.current !== undefined) {
        if (query !== undefined) close();
      } else if (found.text !== query?.text) setQuery(found);
    },
    onKey: (key) => {
      if (!isOpen) return false;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        setActive((active + (key === 'ArrowDown' ? 1 : -1) + people.length) % people.length);
        return true;
      }
      const person = people[active];
      if ((key === 'Enter' || key === 'Tab') && person !== undefined) {
        choose(person);
        return true;
      }
      if (key !== 'Escape') return false;
      dismissed.current = at.current;
      close();
      return true;
    },
  };
}
