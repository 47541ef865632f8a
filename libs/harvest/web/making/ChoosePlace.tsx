import { useTexts } from '#platform/web';
import { Alert, Select } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import classes from './harvest.module.css';
import { inOrder, withChange, type Choice } from './passage-wishes.js';

export interface Target {
  readonly id: string;
  readonly name: string;
  /** Headings of its template. */
  readonly sections: readonly string[];
}

interface ChoosePlaceProps {
  readonly targets: readonly Target[];
  readonly spaceId: string;
  readonly onSpace: (spaceId: string) => void;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** Where the tip shall stand, and under which headings the passages. */
export function ChoosePlace({ targets, spaceId, onSpace, choice, onChange }: ChoosePlaceProps) {
  const t = useTexts(harvestTexts);
  if (targets.length === 0) return <Alert kind="warning">{t('make.noSpace')}</Alert>;
  const sections = targets.find(({ id }) => id === spaceId)?.sections ?? [];
  const choices = [{ value: '', label: t('make.sectionNone') }, ...sections.map((title, place) => ({ value: String(place), label: title }))];
  return (
    <div className={classes.sections}>
      <Select label={t('make.space')} placeholder={t('make.choose')} value={spaceId} onChange={onSpace} choices={targets.map(({ id, name }) => ({ value: id, label: name }))} />
      {sections.length > 0 &&
        inOrder(choice).map(({ post, section }) => (
          <Select
            key={post.id}
            label={t('make.section', { position: post.position ?? 0 })}
            value={Number(section) < sections.length ? section : ''}
            onChange={(next) => onChange(withChange(choice, post.id, { section: next }))}
            choices={choices}
          />
        ))}
    </div>
  );
}
