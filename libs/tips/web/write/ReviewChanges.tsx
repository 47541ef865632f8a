import { useQuery } from '@apollo/client/react';
import { WordDiff } from '#text/web';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Section, Skeleton, Stack } from '#ui/web';
import { writingTexts } from './writing-texts.js';

const ChangesQuery = graphql(`
  query SubmittedChanges($id: String!) {
    tip(slug: $id) {
      id
      workingCopy { tipId note changes { title { kind text } summary { kind text } body { kind text } } }
    }
  }
`);

/** What a submitted text would change in the released one, word by word. */
export function ReviewChanges({ tipId }: { readonly tipId: string }) {
  const t = useTexts(writingTexts);
  const errors = useErrorTexts(writingTexts);
  const { data, error } = useQuery(ChangesQuery, { variables: { id: tipId }, fetchPolicy: 'network-only' });
  if (error !== undefined) return <Alert kind="warning">{errors.sentence(error)}</Alert>;
  const copy = data?.tip.workingCopy;
  if (!copy) return <Skeleton lines={4} />;
  const { title, summary, body } = copy.changes;
  return (
    <Section title={t('review.changes')} {...(copy.note !== '' && { note: copy.note })}>
      <Stack>
        {[title, summary].map((line, position) =>
          line.some(({ kind }) => kind !== 'same') ? (
            // Title first, then summary, always.
            <WordDiff key={position} segments={line} isComplete />
          ) : null,
        )}
        <WordDiff segments={body} />
      </Stack>
    </Section>
  );
}
