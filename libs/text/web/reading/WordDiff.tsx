import { useTexts } from '#platform/web';
import { VisuallyHidden } from '#ui/web';
import { textTexts } from '../text-texts.js';
import './text.css';

export interface WordDiffSegment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface WordDiffProps {
  /** As the server's `wordDiff` answers them. */
  readonly segments: readonly WordDiffSegment[];
  /** Shows all of the unchanged text instead of only what lies around the changes. */
  readonly isComplete?: boolean;
}

/* Paragraphs shown before and after a change, so that one sees where one is. */
const context = 1;

type Piece = WordDiffSegment | { readonly kind: 'gap'; readonly paragraphs: number };

/** Unchanged stretches of many paragraphs are told as a number. */
function shortened(segments: readonly WordDiffSegment[]): readonly Piece[] {
  return segments.flatMap((segment, index): readonly Piece[] => {
    if (segment.kind !== 'same') return [segment];
    const paragraphs = segment.text.split(/(?<=\n\n)(?!\n)/);
    const before = index === 0 ? 0 : context + 1;
    const after = index === segments.length - 1 ? 0 : context + 1;
    const hidden = paragraphs.length - before - after;
    if (hidden < 3) return [segment];
    return [
      { kind: 'same', text: paragraphs.slice(0, before).join('') },
      { kind: 'gap', paragraphs: hidden },
      { kind: 'same', text: paragraphs.slice(paragraphs.length - after).join('') },
    ];
  });
}

/** Two versions in one text: what went is struck out, what came is underlined; both are also said in words. */
export function WordDiff({ segments, isComplete = false }: WordDiffProps) {
  const t = useTexts(textTexts);
  if (segments.every(({ kind }) => kind === 'same')) return <p className="text-diff-note">{t('diff.same')}</p>;
  const pieces = isComplete ? segments : shortened(segments);
  return (
    <div className="text-diff">
      {pieces.map((piece, index) => {
        // Segments of one comparison never change places.
        const key = `${index} ${piece.kind}`;
        if (piece.kind === 'gap') {
          return (
            <span key={key} className="text-diff-gap">
              {t('diff.unchanged', { count: piece.paragraphs })}
            </span>
          );
        }
        if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
        const Changed = piece.kind === 'added' ? 'ins' : 'del';
        return (
          <Changed key={key}>
            <VisuallyHidden>{t(`diff.${piece.kind}`)} </VisuallyHidden>
            {piece.text}
            <VisuallyHidden> {t('diff.end')}</VisuallyHidden>
          </Changed>
        );
      })}
    </div>
  );
}
