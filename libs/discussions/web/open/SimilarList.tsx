import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { announce, graphql, useTexts } from '#platform/web';
import { VisuallyHidden } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './open.module.css';

const SimilarQuery = graphql(`
  query Similar($title: String!) {
    similar(title: $title) { id kind title path spaceName }
  }
`);

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 450;
/** Further ones are hardly similar. */
const SHOWN = 4;
/** Fewer signs are no question yet. */
const SHORTEST = 6;

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** While a title is typed: what is there already. Opens beside, so that nothing typed is left. */
export function SimilarList({ title }: { readonly title: string }) {
  const t = useTexts(discussionsTexts);
  const rested = useRested(title.trim().slice(0, 150));
  const { data, previousData } = useQuery(SimilarQuery, { variables: { title: rested }, skip: rested.length < SHORTEST });
  const found = rested.length < SHORTEST ? [] : ((data ?? previousData)?.similar ?? []).slice(0, SHOWN);
  const ids = found.map(({ id }) => id).join();
  useEffect(() => {
    if (ids !== '') announce(t('similar.found', { count: ids.split(',').length }));
  }, [ids, t]);
  if (found.length === 0) return null;
  return (
    <section className={classes.similar} aria-label={t('similar.title')}>
      <p><strong>{t('similar.title')}</strong></p>
      <ul>
        {found.map((thing) => (
          <li key={thing.id}>
            <a href={thing.path} target="_blank" rel="noopener">
              {thing.title}
              <IconExternalLink size={16} stroke={1.8} aria-hidden="true" />
              <VisuallyHidden> ({t('similar.newTab')})</VisuallyHidden>
            </a>
            <span>
              {t(thing.kind === 'tip' ? 'similar.tip' : 'similar.discussion')}
              {thing.spaceName !== null && ` · ${thing.spaceName}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
