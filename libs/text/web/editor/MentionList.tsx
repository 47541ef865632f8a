import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { MentionState } from './mentions.js';
import classes from './editor.module.css';

export const mentionOptionId = (id: string, position: number) => `${id}-mention-${position}`;

interface MentionListProps {
  /** Of the editor. */
  readonly id: string;
  readonly mentions: MentionState;
  /** Where the name is being typed, in pixels of the window. */
  readonly place: MentionPlace | undefined;
}

/** The line of the name: the list stands below it, or above where there is no room. */
export interface MentionPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 4;

/** The people offered after an `@`. */
export function MentionList({ id, mentions, place }: MentionListProps) {
  const t = useTexts(textTexts);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[mentions.active]?.scrollIntoView({ block: 'nearest' });
  }, [mentions.active]);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || !mentions.isOpen || place === undefined) return;
    // The browser's top layer: no part that scrolls can cut the list off.
    if (typeof element.showPopover === 'function' && !element.matches(':popover-open')) element.showPopover();
    const fitsBelow = place.bottom + GAP + element.offsetHeight < window.innerHeight || place.top < element.offsetHeight;
    element.style.left = `${Math.max(GAP, Math.min(place.left, window.innerWidth - element.offsetWidth - GAP))}px`;
    element.style.top = `${fitsBelow ? place.bottom + GAP : place.top - element.offsetHeight - GAP}px`;
    // Other people make the list another size.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [mentions.isOpen, mentions.people, place]);
  if (!mentions.isOpen) return null;
  return (
    // A list beside a field that keeps the focus: no element of HTML is that.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={list} id={`${id}-mentions`} role="listbox" aria-label={t('mentions.label')} className={classes.mentions} popover="manual">
      {mentions.people.map((person, position) => (
        // The field keeps the focus and has the keys; a press is only a second way.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.accountId}
          id={mentionOptionId(id, position)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={position === mentions.active}
          tabIndex={-1}
          className={classes.mention}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mentions.choose(person)}
        >
          <span>{person.name}</span>
          {person.note !== undefined && <span className={classes.mentionNote}>{person.note}</span>}
        </div>
      ))}
    </div>
  );
}
