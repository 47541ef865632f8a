import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { IconButton } from '#ui/web';

interface OrderButtonsProps {
  readonly position: number;
  readonly count: number;
  readonly upLabel: string;
  readonly downLabel: string;
  readonly removeLabel: string;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

const icon = { size: 18, stroke: 1.9, 'aria-hidden': true } as const;

/** The way to reorder for everybody who does not drag. At the ends a button stays in its place, so that the focus does too. */
export function OrderButtons({ position, count, upLabel, downLabel, removeLabel, onMove, onRemove }: OrderButtonsProps) {
  return (
    <>
      <IconButton size="small" label={upLabel} aria-disabled={position === 0 || undefined} onClick={() => onMove(position - 1)}><IconArrowUp {...icon} /></IconButton>
      <IconButton size="small" label={downLabel} aria-disabled={position === count - 1 || undefined} onClick={() => onMove(position + 1)}><IconArrowDown {...icon} /></IconButton>
      <IconButton size="small" label={removeLabel} onClick={onRemove}><IconX {...icon} /></IconButton>
    </>
  );
}
