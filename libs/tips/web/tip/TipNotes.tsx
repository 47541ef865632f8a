import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Button, DateTime, List, ListRow, Section, toast } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const TipNotesQuery = graphql(`
  query TipNotes($id: String!) {
    tip(slug: $id) { id notes { id reason createdAt by { accountId name } } }
  }
`);

const ResolveNote = graphql(`
  mutation ResolveTipNote($input: ResolveTipNoteInput!) {
    resolveTipNote(input: $input) { id notes { id reason createdAt by { accountId name } } }
  }
`);

/** What readers found outdated, for those who can mend it. */
export function TipNotes({ tipId }: { readonly tipId: string }) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const { data } = useQuery(TipNotesQuery, { variables: { id: tipId } });
  const [resolve] = useMutation(ResolveNote);
  const notes = data?.tip.notes ?? [];
  if (notes.length === 0) return null;
  const settle = async (noteId: string) => {
    try {
      await resolve({ variables: { input: { noteId } } });
      toast(t('notes.resolved'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  return (
    <div data-print="no">
      <Section title={t('notes.title')} note={t('notes.text')}>
        <List>
          {notes.map((note) => (
            <ListRow
              key={note.id}
              title={note.reason}
              meta={[note.by?.name ?? t('person.gone'), <DateTime key="at" at={note.createdAt} />]}
              end={<Button size="small" onClick={() => void settle(note.id)}>{t('notes.resolve')}</Button>}
            />
          ))}
        </List>
      </Section>
    </div>
  );
}
