import { useRef } from 'react';
import { useTexts } from '#platform/web';
import { RenderedText } from '#text/web';
import { Checkbox } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import classes from './harvest.module.css';
import { PartOfPost } from './PartOfPost.js';
import { withChange, withPost, type ChoosablePost, type Choice } from './passage-wishes.js';

interface PostToChooseProps {
  readonly post: ChoosablePost;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

export function PostToChoose({ post, choice, onChange }: PostToChooseProps) {
  const t = useTexts(harvestTexts);
  const text = useRef<HTMLDivElement>(null);
  const chosen = choice.get(post.id);
  const position = post.position ?? 0;
  const label = post.author === null ? t('make.postNobody', { position }) : t('make.post', { position, name: post.author.name ?? t('person.gone') });
  return (
    <div className={classes.post}>
      <Checkbox label={label} value={chosen !== undefined} onChange={(isChosen) => onChange(withPost(choice, post, isChosen))} />
      <div ref={text}>
        <RenderedText html={post.html} />
      </div>
      {chosen !== undefined && <PartOfPost text={text} part={chosen.part} onChange={(part) => onChange(withChange(choice, post.id, { part }))} />}
    </div>
  );
}
