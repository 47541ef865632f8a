import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, Badge, Button, DateTime, List, ListRow, Section, Skeleton, toast, VisuallyHidden } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

const MySessions = graphql(`
  query MySessions {
    mySessions {
      id
      device
      createdAt
      lastSeenAt
      isCurrent
    }
  }
`);
const EndSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      id
    }
  }
`);
const EndOthers = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      id
    }
  }
`);

/** Where one is signed in; each place can be ended from here. */
export function SessionsSection() {
  const t = useTexts(accountsTexts);
  const errors = useErrorTexts(accountsTexts);
  const { data, error } = useQuery(MySessions, { fetchPolicy: 'cache-and-network' });
  const options = { refetchQueries: ['MySessions'] };
  const [end] = useMutation(EndSession, options);
  const [endOthers, others] = useMutation(EndOthers, options);
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
      toast(t('sessions.ended'));
    } catch (problem) {
      toast(errors.sentence(problem));
    }
  };
  const sessions = data?.mySessions ?? [];
  return (
    <Section title={t('sessions.title')}>
      <p>{t('sessions.text')}</p>
      {error !== undefined && <Alert kind="danger">{errors.sentence(error)}</Alert>}
      {data === undefined && error === undefined && <Skeleton lines={3} />}
      <List label={t('sessions.title')}>
        {sessions.map((session) => (
          <ListRow
            key={session.id}
            title={session.device === '' ? t('sessions.unknown') : session.device}
            meta={[<DateTime key="seen" at={session.lastSeenAt} />, t.rich('sessions.since', { at: <DateTime at={session.createdAt} as="date" /> })]}
            end={
              session.isCurrent ? (
                <Badge kind="done">{t('sessions.current')}</Badge>
              ) : (
                <Button size="small" onClick={() => void run(() => end({ variables: { id: session.id } }))}>
                  {t('sessions.end')}
                  <VisuallyHidden> ({session.device})</VisuallyHidden>
                </Button>
              )
            }
          />
        ))}
      </List>
      {sessions.length > 1 && (
        <div>
          <Button busy={others.loading} onClick={() => void run(() => endOthers())}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </Section>
  );
}
