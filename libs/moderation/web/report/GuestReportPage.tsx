import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert, Button, Checkbox, Form, LinkButton, Page, QueryPage, TextArea, TextField, useForm } from '#ui/web';
import { ReportDialog } from './ReportDialog.js';
import { reportTexts } from './report-texts.js';

const ReportableQuery = graphql(`
  query ReportableItem($kind: String!, $id: ID!) {
    reportableItem(kind: $kind, id: $id) {
      title
      path
      viewerCanReport
    }
  }
`);
const ReportAsGuest = graphql(`
  mutation ReportAsGuest($input: ReportAsGuestInput!) {
    reportAsGuest(input: $input) {
      id
    }
  }
`);

const KINDS = ['tip', 'post', 'discussion', 'poll'] as const;

/** Reporting what is illegal without an account; members are shown the dialog they have everywhere. */
export function GuestReportPage() {
  const t = useTexts(reportTexts);
  const viewer = useViewer();
  const { kind = '', id = '' } = useParams();
  const query = useQuery(ReportableQuery, { variables: { kind, id } });
  const [isDone, setDone] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const known = KINDS.find((name) => name === kind);
  return (
    <QueryPage query={query} pick={(data) => data.reportableItem} width="reading" texts={reportTexts}>
      {(item) => {
        const back = <LinkButton to={item.path}>{t('guest.back')}</LinkButton>;
        if (!viewer.isGuest) {
          return (
            <Page title={t('dialog.title')} width="reading">
              <p>{t.rich('guest.about', { kind: known === undefined ? '' : t(`kind.${known}`), title: <Link to={item.path}>{item.title}</Link> })}</p>
              {item.viewerCanReport ? <Button kind="primary" onClick={() => setOpen(true)}>{t('action.report')}</Button> : <Alert>{t('errors.moderation.ownItem')}</Alert>}
              <ReportDialog kind={kind} id={id} isOpen={isOpen} onClose={() => setOpen(false)} />
            </Page>
          );
        }
        return (
          <Page title={t('guest.title')} width="reading" summary={isDone ? undefined : t('guest.summary')}>
            {isDone ? (
              <Alert kind="done" live title={t('guest.doneTitle')} action={<div>{back}</div>}>{t('guest.done')}</Alert>
            ) : (
              <>
                <p>{t.rich('guest.about', { kind: known === undefined ? '' : t(`kind.${known}`), title: <Link to={item.path}>{item.title}</Link> })}</p>
                <GuestForm kind={kind} id={id} onDone={() => setDone(true)} />
              </>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}

function GuestForm({ kind, id, onDone }: { readonly kind: string; readonly id: string; readonly onDone: () => void }) {
  const t = useTexts(reportTexts);
  const [send] = useMutation(ReportAsGuest);
  const form = useForm({
    initial: { words: '', name: '', address: '', isInGoodFaith: false },
    check: ({ words, address, isInGoodFaith }) => ({
      ...(words.trim().length < 10 && { words: t('guest.wordsMissing') }),
      ...(!address.includes('@') && { address: t('guest.addressMissing') }),
      ...(!isInGoodFaith && { isInGoodFaith: t('guest.faithMissing') }),
    }),
    submit: async (values) => {
      await send({ variables: { input: { kind, itemId: id, ...values } } });
      onDone();
    },
    texts: reportTexts,
  });
  return (
    <Form form={form} submitLabel={t('guest.send')}>
      <TextArea label={t('guest.words')} help={t('guest.wordsHelp')} maxLength={2000} rows={6} {...form.field('words')} />
      <TextField label={t('guest.name')} optional autoComplete="name" maxLength={120} {...form.field('name')} />
      <TextField label={t('guest.address')} help={t('guest.addressHelp')} type="email" autoComplete="email" {...form.field('address')} />
      <Checkbox label={t('guest.faith')} {...form.field('isInGoodFaith')} />
    </Form>
  );
}
