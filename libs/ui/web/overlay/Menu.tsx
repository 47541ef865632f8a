import { IconCheck } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../layout/classes.js';
import classes from './overlay.module.css';

export type MenuEntry =
  | { readonly kind?: 'action'; readonly label: ReactNode; readonly icon?: ReactNode; readonly onSelect: () => void; readonly isDanger?: boolean }
  | { readonly kind: 'link'; readonly label: ReactNode; readonly icon?: ReactNode; readonly to: string; readonly onSelect?: () => void }
  | { readonly kind: 'choice'; readonly label: ReactNode; readonly icon?: ReactNode; readonly isChosen: boolean; readonly onSelect: () => void }
  | { readonly kind: 'heading'; readonly label: ReactNode }
  | { readonly kind: 'line' };

export interface MenuTriggerProps {
  readonly id: string;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface MenuProps {
  /** Draws the button; spread the props on it. */
  readonly children: (props: MenuTriggerProps) => ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}

/** Distance to the button and to the edges of the window, in pixels. */
const GAP = 6;

function place(menu: HTMLElement, trigger: DOMRect, align: 'start' | 'end'): void {
  const wantedLeft = align === 'end' ? trigger.right - menu.offsetWidth : trigger.left;
  const left = Math.max(GAP, Math.min(wantedLeft, window.innerWidth - menu.offsetWidth - GAP));
  const below = trigger.bottom + GAP;
  const fitsBelow = below + menu.offsetHeight < window.innerHeight || trigger.top < menu.offsetHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${fitsBelow ? below : trigger.top - menu.offsetHeight - GAP}px`;
}

/** A short list of actions behind a button. Arrow keys walk, letters jump, Escape returns to the button. */
export function Menu({ children, entries, align = 'end' }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const triggerElement = () => document.querySelector<HTMLElement>(`[id="${id}-trigger"]`);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const close = (giveBackFocus: boolean) => {
    setOpen(false);
    if (giveBackFocus) triggerElement()?.focus();
  };

  useLayoutEffect(() => {
    const element = menu.current;
    const button = triggerElement();
    if (!isOpen || element === null || button === null) return;
    // The browser's top layer: no parent can cut the menu off. Older browsers show it in place, which also works.
    if (typeof element.showPopover === 'function') element.showPopover();
    place(element, button.getBoundingClientRect(), align);
    (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && (element.contains(event.target) || button.contains(event.target))) return;
      setOpen(false);
    };
    const follow = () => {
      const { top, bottom, width } = button.getBoundingClientRect();
      // Its button has gone, from the page or from sight: the menu would hang somewhere without it.
      if (!button.isConnected || width === 0 || bottom < 0 || top > window.innerHeight) {
        const hadFocus = element.contains(document.activeElement);
        setOpen(false);
        if (hadFocus) button.focus({ preventScroll: true });
      } else place(element, button.getBoundingClientRect(), align);
    };
    // A screen that is turned must not take away what one is at.
    const turned = () => {
      if (button.getBoundingClientRect().width > 0) button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      follow();
    };
    // Something else took the keyboard, e.g. a jump of the page.
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget) && !button.contains(relatedTarget)) setOpen(false);
    };
    element.addEventListener('focusout', left);
    document.addEventListener('pointerdown', outside);
    window.addEventListener('resize', turned);
    window.addEventListener('scroll', follow, true);
    return () => {
      element.removeEventListener('focusout', left);
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('resize', turned);
      window.removeEventListener('scroll', follow, true);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen, align]);

  const walk = (event: KeyboardEvent) => {
    const all = items();
    const current = all.indexOf(document.activeElement as HTMLElement);
    const go = (position: number) => {
      event.preventDefault();
      all.at(position % all.length)?.focus();
    };
    if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      close(true);
    } else if (event.key === 'Tab') setOpen(false);
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase();
      const order = [...all.slice(current + 1), ...all.slice(0, current + 1)];
      order.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };

  const select = (run: () => void) => {
    close(true);
    run();
  };

  // One of them can be reached by Tab, so that a long menu, which scrolls, can be scrolled by keyboard.
  const first = entries.findIndex(({ kind }) => kind !== 'heading' && kind !== 'line');
  return (
    <>
      {children({
        id: `${id}-trigger`,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? `${id}-menu` : undefined,
        onClick: () => setOpen(!isOpen),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {isOpen && (
        <div ref={menu} id={`${id}-menu`} className={classes.menu} role="menu" tabIndex={-1} popover="manual" aria-labelledby={`${id}-trigger`} onKeyDown={walk}>
          {entries.map((entry, position) => (
            // Entries of an open menu keep their order.
            <MenuLine key={position} entry={entry} tabIndex={position === first ? 0 : -1} select={select} />
          ))}
        </div>
      )}
    </>
  );
}

interface MenuLineProps {
  readonly entry: MenuEntry;
  readonly tabIndex: 0 | -1;
  readonly select: (run: () => void) => void;
}

function MenuLine({ entry, tabIndex, select }: MenuLineProps) {
  switch (entry.kind) {
    case 'line':
      return <hr className={classes.line} />;
    case 'heading':
      return <div className={classes.heading} role="presentation">{entry.label}</div>;
    case 'link':
      return (
        <Link className={classes.item} role="menuitem" tabIndex={tabIndex} to={entry.to} onClick={() => select(entry.onSelect ?? (() => undefined))}>
          {entry.icon}
          <span className={classes.itemWords}>{entry.label}</span>
        </Link>
      );
    case 'choice':
      return (
        <button type="button" className={classes.item} role="menuitemradio" aria-checked={entry.isChosen} tabIndex={tabIndex} onClick={() => select(entry.onSelect)}>
          {entry.icon}
          <span className={classes.itemWords}>{entry.label}</span>
          {entry.isChosen && <IconCheck className={classes.check} size={18} stroke={2.2} aria-hidden="true" />}
        </button>
      );
    default:
      return (
        <button type="button" className={classNames(classes.item, entry.isDanger && classes.itemDanger)} role="menuitem" tabIndex={tabIndex} onClick={() => select(entry.onSelect)}>
          {entry.icon}
          <span className={classes.itemWords}>{entry.label}</span>
        </button>
      );
  }
}
