import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Button, List, ListRow, Section, toast, VisuallyHidden } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const DeletedQuery = graphql(`
  query DeletedHandbooks($space: String!) {
    deletedHandbooks(space: $space) { id title }
  }
`);

const Undelete = graphql(`
  mutation UndeleteHandbook($input: UndeleteHandbookInput!) {
    undeleteHandbook(input: $input) { id title }
  }
`);

/** For moderators, below the handbooks of a space: what was deleted, and the way back. Nothing where there is nothing. */
export function DeletedHandbooks({ space }: { readonly space: string }) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const [busyId, setBusyId] = useState<string>();
  const { data } = useQuery(DeletedQuery, { variables: { space }, fetchPolicy: 'cache-and-network' });
  const [undelete] = useMutation(Undelete, { refetchQueries: ['DeletedHandbooks', 'Handbooks'], awaitRefetchQueries: true });
  const deleted = data?.deletedHandbooks ?? [];
  if (deleted.length === 0) return null;
  const bringBack = async (id: string, title: string) => {
    setBusyId(id);
    try {
      await undelete({ variables: { input: { handbookId: id } } });
      toast(t('handbooks.broughtBack', { title }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setBusyId(undefined);
    }
  };
  return (
    <Section title={t('handbooks.deleted')}>
      <List label={t('handbooks.deleted')}>
        {deleted.map(({ id, title }) => (
          <ListRow
            key={id}
            title={title}
            end={
              <Button size="small" busy={busyId === id} onClick={() => void bringBack(id, title)}>
                {t('handbooks.bringBack')}
                <VisuallyHidden> ({title})</VisuallyHidden>
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  );
}
