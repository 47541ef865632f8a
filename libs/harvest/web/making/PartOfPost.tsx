import { useEffect, useState, type RefObject } from 'react';
import { useTexts } from '#platform/web';
import { Button, Row, TextArea } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import { selectedWords } from './selected-words.js';

interface PartOfPostProps {
  /** The text as it is shown, in which one selects. */
  readonly text: RefObject<HTMLElement | null>;
  /** Empty: all of it. */
  readonly part: string;
  readonly onChange: (part: string) => void;
}

/**
 * A part of a chosen post: what is selected in it becomes the passage at a press. The words can be shortened by hand as
 * well, which needs no pointer.
 */
export function PartOfPost({ text, part, onChange }: PartOfPostProps) {
  const t = useTexts(harvestTexts);
  const [selected, setSelected] = useState<string>();
  useEffect(() => {
    const look = () => setSelected(text.current === null ? undefined : selectedWords(text.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  const take = () => {
    if (selected === undefined) return;
    onChange(selected);
    window.getSelection()?.removeAllRanges();
  };
  return (
    <>
      <Row>
        {/* The press must not take the selection away before it is read. */}
        <Button size="small" disabled={selected === undefined} onMouseDown={(event) => event.preventDefault()} onClick={take}>{t('make.takeSelection')}</Button>
        {part !== '' && <Button size="small" onClick={() => onChange('')}>{t('make.takeAll')}</Button>}
      </Row>
      <TextArea label={t('make.part')} help={t('make.partHelp')} optional rows={3} maxLength={30_000} value={part} onChange={onChange} />
    </>
  );
}
