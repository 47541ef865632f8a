import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { furtherNodes, graphql, useTexts, type ResultOf } from '#platform/web';
import { Badge, Button, ConfirmDialog, DateTime, EmptyState, LinkButton, List, ListRow, LoadMore, Page, QueryPage, toast } from '#ui/web';
import { mailTexts } from './mail-texts.js';

const MailQuery = graphql(`
  query UndeliverableMails($after: String) {
    undeliverableMails(first: 30, after: $after) {
      nodes { accountId name address refusals lastCode lastAt stoppedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const ResumeMails = graphql(`
  mutation ResumeMails($input: ResumeMailsInput!) {
    resumeMails(input: $input)
  }
`);

type Refused = ResultOf<typeof MailQuery>['undeliverableMails']['nodes'][number];

/** Addresses that do not work, for the coordination: why, since when, and trying again. */
export function MailPage() {
  const t = useTexts(mailTexts);
  const query = useQuery(MailQuery);
  const [resume] = useMutation(ResumeMails);
  const [asked, setAsked] = useState<Refused>();
  const more = () =>
    query.fetchMore({
      variables: { after: query.data?.undeliverableMails.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('undeliverableMails'),
    });
  const again = async () => {
    if (asked === undefined) return;
    await resume({ variables: { input: { accountId: asked.accountId } } });
    await query.refetch();
    toast(t('resumed', { name: asked.name }));
  };
  return (
    <QueryPage query={query} pick={(data) => data.undeliverableMails} texts={mailTexts}>
      {({ nodes, pageInfo }) => (
        <Page title={t('title')} summary={t('summary')} audience={t('audience')}>
          {nodes.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          ) : (
            <div>
              <List label={t('title')}>
                {nodes.map((mail) => (
                  <ListRow
                    key={mail.accountId}
                    title={mail.name}
                    to={`/koordination/konten/${mail.accountId}`}
                    text={reasonOf(mail.lastCode, t)}
                    meta={[
                      mail.address,
                      t('refusals', { count: mail.refusals }),
                      t.rich('last', { when: <DateTime at={mail.lastAt} /> }),
                      mail.stoppedAt === null ? t('trying') : <Badge key="stopped" kind="warning">{t.rich('stopped', { when: <DateTime at={mail.stoppedAt} as="shortDate" /> })}</Badge>,
                    ]}
                    end={mail.stoppedAt !== null && <Button size="small" aria-label={t('resumeOf', { name: mail.name })} onClick={() => setAsked(mail)}>{t('resume')}</Button>}
                  />
                ))}
              </List>
              <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
            </div>
          )}
          <p>{t('operationText')}</p>
          <div><LinkButton kind="quiet" to="/koordination/betrieb">{t('operation')}</LinkButton></div>
          <ConfirmDialog isOpen={asked !== undefined} onClose={() => setAsked(undefined)} title={t('resumeAsk', { name: asked?.name ?? '' })} confirmLabel={t('resume')} onConfirm={again} texts={mailTexts}>
            {t('resumeText', { address: asked?.address ?? '' })}
          </ConfirmDialog>
        </Page>
      )}
    </QueryPage>
  );
}

/** What a mail server's answer means (RFC 5321, 4.2.3), for people who run no mail server. */
function reasonOf(code: number, t: ReturnType<typeof useTexts<Awaited<ReturnType<typeof mailTexts.load>>>>): string {
  if (code === 550 || code === 551 || code === 553) return t('code.unknown');
  if (code === 552) return t('code.full');
  if (code === 554) return t('code.policy');
  return t('code.other', { code });
}
