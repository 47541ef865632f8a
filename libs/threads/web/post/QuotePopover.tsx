import { IconQuote } from '@tabler/icons-react';
import { useEffect, useState, type RefObject } from 'react';
import { useTexts } from '#platform/web';
import { Button } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { selectedIn } from './quotation.js';
import classes from './post.module.css';

interface Selected {
  readonly postId: string;
  readonly paragraphs: readonly string[];
  readonly left: number;
  readonly top: number;
}

function selectedPost(list: Element): Selected | undefined {
  const selection = window.getSelection();
  const node = selection?.anchorNode;
  const body = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-quotable]');
  if (!body || !list.contains(body) || selection === null) return undefined;
  const paragraphs = selectedIn(body);
  if (paragraphs === undefined) return undefined;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  return { postId: body.dataset.quotable ?? '', paragraphs, left: box.left + box.width / 2, top: box.bottom };
}

interface QuotePopoverProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly onQuote: (postId: string, paragraphs: readonly string[]) => void;
}

/**
 * A button below what is selected of a post. It is for the mouse; by keyboard the same is done with "Quote" at each post,
 * which takes what is selected in it.
 */
export function QuotePopover({ list, onQuote }: QuotePopoverProps) {
  const t = useTexts(threadsTexts);
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      // While the mouse still draws, nothing shall stand in its way.
      timer = setTimeout(() => setSelected(list.current === null ? undefined : selectedPost(list.current)), 250);
    };
    const hide = () => setSelected(undefined);
    document.addEventListener('selectionchange', look);
    window.addEventListener('scroll', hide, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('scroll', hide, { capture: true });
    };
  }, [list]);
  if (selected === undefined) return null;
  return (
    <div className={classes.quotePopover} style={{ left: Math.min(Math.max(selected.left, 70), window.innerWidth - 70), top: Math.max(8, Math.min(selected.top + 6, window.innerHeight - 60)) }} data-print="no">
      <Button
        size="small"
        icon={<IconQuote size={18} stroke={1.8} aria-hidden="true" />}
        // The press must not take the selection away before it is read.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          onQuote(selected.postId, selected.paragraphs);
          window.getSelection()?.removeAllRanges();
          setSelected(undefined);
        }}
      >
        {t('post.quote')}
      </Button>
    </div>
  );
}
