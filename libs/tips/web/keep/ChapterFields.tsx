import { IconGripVertical } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { announce, useTexts } from '#platform/web';
import { Alert, Button, Row, Stack, TextArea, TextField } from '#ui/web';
import { AddTip } from '../handbook/AddTip.js';
import classes from './keep.module.css';
import { keepingTexts } from './keeping-texts.js';
import { moved } from './ordering.js';
import { OrderButtons } from './OrderButtons.js';

export interface ChapterTip {
  readonly id: string;
  readonly title: string;
}

export interface EditedChapter {
  /** Stays with the chapter while it moves. */
  readonly key: string;
  readonly title: string;
  readonly intro: string;
  readonly tips: readonly ChapterTip[];
}

interface ChapterFieldsProps {
  readonly chapters: readonly EditedChapter[];
  /** The space the handbook lies in. */
  readonly spaceId: string;
  readonly error: ReactNode;
  readonly onChange: (chapters: readonly EditedChapter[]) => void;
}

/** The chapters of a handbook and their tips, in an order that buttons and dragging change alike. */
export function ChapterFields({ chapters, spaceId, error, onChange }: ChapterFieldsProps) {
  const t = useTexts(keepingTexts);
  const change = (position: number, part: Partial<EditedChapter>) => onChange(chapters.map((chapter, other) => (other === position ? { ...chapter, ...part } : chapter)));
  return (
    <Stack gap="wide">
      {error !== undefined && <Alert kind="danger" live>{error}</Alert>}
      {chapters.map((chapter, position) => (
        <section key={chapter.key} className={classes.chapter} aria-label={t('handbook.chapter', { number: position + 1 })}>
          <Row spread>
            <h2>{t('handbook.chapter', { number: position + 1 })}</h2>
            <Row gap="tight">
              <OrderButtons
                position={position}
                count={chapters.length}
                upLabel={t('handbook.chapterUp')}
                downLabel={t('handbook.chapterDown')}
                removeLabel={t('handbook.removeChapter')}
                onMove={(to) => onChange(moved(chapters, position, to))}
                onRemove={() => onChange(chapters.filter((_, other) => other !== position))}
              />
            </Row>
          </Row>
          <TextField label={t('handbook.chapterName')} maxLength={120} value={chapter.title} onChange={(title) => change(position, { title })} />
          <TextArea label={t('handbook.chapterIntro')} optional rows={2} maxLength={5000} value={chapter.intro} onChange={(intro) => change(position, { intro })} />
          <ChapterTips tips={chapter.tips} spaceId={spaceId} onChange={(tips) => change(position, { tips })} />
        </section>
      ))}
      <div><Button onClick={() => onChange([...chapters, { key: crypto.randomUUID(), title: '', intro: '', tips: [] }])}>{t('handbook.addChapter')}</Button></div>
    </Stack>
  );
}

function ChapterTips({ tips, spaceId, onChange }: { readonly tips: readonly ChapterTip[]; readonly spaceId: string; readonly onChange: (tips: readonly ChapterTip[]) => void }) {
  const t = useTexts(keepingTexts);
  const [dragged, setDragged] = useState<number>();
  const move = (from: number, to: number) => {
    const tip = tips[from];
    if (tip === undefined || to < 0 || to >= tips.length) return;
    onChange(moved(tips, from, to));
    announce(t('handbook.moved', { title: tip.title, position: to + 1, total: tips.length }));
  };
  return (
    <div>
      <h3 className={classes.tipsTitle}>{t('handbook.tips')}</h3>
      {tips.length === 0 && <p className={classes.quiet}>{t('handbook.noTips')}</p>}
      <ol className={classes.tips}>
        {tips.map((tip, position) => (
          // Dragging is the second way; the buttons beside it are everybody's.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={tip.id}
            draggable
            className={dragged === position ? classes.dragged : undefined}
            title={t('handbook.drag')}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(position);
            }}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => {
              if (dragged !== undefined) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, position);
              setDragged(undefined);
            }}
          >
            <IconGripVertical size={18} stroke={1.6} aria-hidden="true" />
            <span>{tip.title}</span>
            <Row gap="tight">
              <OrderButtons
                position={position}
                count={tips.length}
                upLabel={t('handbook.tipUp', { title: tip.title })}
                downLabel={t('handbook.tipDown', { title: tip.title })}
                removeLabel={t('handbook.tipRemove', { title: tip.title })}
                onMove={(to) => move(position, to)}
                onRemove={() => onChange(tips.filter((_, other) => other !== position))}
              />
            </Row>
          </li>
        ))}
      </ol>
      <AddTip spaceId={spaceId} taken={tips} onAdd={(tip) => onChange([...tips, tip])} />
    </div>
  );
}
