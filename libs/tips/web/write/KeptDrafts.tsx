import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Button, DateTime, Dialog, EmptyState, Skeleton, Stack } from '#ui/web';
import type { DraftText } from './draft.js';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

const KeptQuery = graphql(`
  query KeptDrafts($id: String!) {
    tip(slug: $id) { id keptDrafts { id title summary body savedAt savedBy { accountId name } } }
  }
`);

interface KeptDraftsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly tipId: string;
  readonly onTake: (text: Pick<DraftText, 'title' | 'summary' | 'body'>) => void;
}

/** Texts that somebody saved over or threw away; each can be taken up again. */
export function KeptDrafts({ isOpen, onClose, tipId, onTake }: KeptDraftsProps) {
  const t = useTexts(writingTexts);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('kept.title')} size="wide">
      {isOpen && <Kept tipId={tipId} onTake={onTake} />}
    </Dialog>
  );
}

function Kept({ tipId, onTake }: Pick<KeptDraftsProps, 'tipId' | 'onTake'>) {
  const t = useTexts(writingTexts);
  const { data } = useQuery(KeptQuery, { variables: { id: tipId }, fetchPolicy: 'network-only' });
  if (data === undefined) return <Skeleton lines={4} />;
  const { keptDrafts } = data.tip;
  if (keptDrafts.length === 0) return <EmptyState size="small" headingLevel={3} title={t('kept.none')}>{t('kept.text')}</EmptyState>;
  return (
    <Stack>
      <p>{t('kept.text')}</p>
      {keptDrafts.map((kept) => (
        <details key={kept.id} className={classes.kept}>
          <summary>
            {typeof kept.savedBy?.name === 'string' ? t.rich('kept.row', { name: kept.savedBy.name, when: <DateTime at={kept.savedAt} as="dateTime" /> }) : t.rich('kept.rowUnnamed', { when: <DateTime at={kept.savedAt} as="dateTime" /> })}
          </summary>
          <Stack>
            <strong>{kept.title}</strong>
            {kept.summary !== '' && <p>{kept.summary}</p>}
            <div className={classes.keptBody}>{kept.body}</div>
            <div>
              <Button size="small" onClick={() => onTake({ title: kept.title, summary: kept.summary, body: kept.body })}>{t('kept.use')}</Button>
            </div>
          </Stack>
        </details>
      ))}
    </Stack>
  );
}
