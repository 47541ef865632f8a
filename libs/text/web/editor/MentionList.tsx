import { useEffect, useRef } from 'react';
import { useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { MentionState } from './mentions.js';
import classes from './editor.module.css';

export const mentionOptionId = (id: string, position: number) => `${id}-mention-${position}`;

interface MentionListProps {
  /** Of the editor. */
  readonly id: string;
  readonly mentions: MentionState;
  /** Where the name is being typed, in pixels within the editor; below the field where that is not known. */
  readonly place?: { readonly left: number; readonly top: number };
}

/** The people offered after an `@`. */
export function MentionList({ id, mentions, place }: MentionListProps) {
  const t = useTexts(textTexts);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[mentions.active]?.scrollIntoView({ block: 'nearest' });
  }, [mentions.active]);
  if (!mentions.isOpen) return null;
  return (
    // A list beside a field that keeps the focus: no element of HTML is that.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={list} id={`${id}-mentions`} role="listbox" aria-label={t('mentions.label')} className={classes.mentions} style={place}>
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
