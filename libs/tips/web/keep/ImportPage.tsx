import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { announce, graphql, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Alert, Badge, Button, ClosedDoor, EmptyState, FileDrop, FilterWords, LinkButton, List, ListRow, MarkScene, Page, ProgressBar, QueryPage, Row, Section, Stack, Waiting } from '#ui/web';
import { keepingTexts } from './keeping-texts.js';
import { uploadTips } from './upload-tips.js';

const PlaceQuery = graphql(
  `
    query PlaceToImport($slug: String!) {
      space(slug: $slug) { id slug name audience { ...WhoCanSee } tipSettings { spaceId viewerCanImport } }
    }
  `,
  [WhoCanSeeFragment],
);

const ImportQuery = graphql(`
  query TipImport($id: ID!) {
    tipImport(id: $id) { id state fileCount doneCount files { path outcome title tipId problems { reason line excerpt } } }
  }
`);

const ConfirmImport = graphql(`
  mutation ConfirmTipImport($input: ConfirmTipImportInput!) {
    confirmTipImport(input: $input) { id state doneCount }
  }
`);

type Place = ResultOf<typeof PlaceQuery>['space'];
type Import = ResultOf<typeof ImportQuery>['tipImport'];
type ImportFile = Import['files'][number];

/** Existing texts become tips: choose, look, confirm, watch. The import's id stands in the address, so a reload goes on. */
export function ImportPage() {
  const { slug = '' } = useParams();
  const query = useQuery(PlaceQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.space} texts={keepingTexts}>
      {(space) => <ImportInto space={space} />}
    </QueryPage>
  );
}

function ImportInto({ space }: { readonly space: Place }) {
  const t = useTexts(keepingTexts);
  const [search, setSearch] = useSearchParams();
  const importId = search.get('import');
  if (space.tipSettings?.viewerCanImport !== true) {
    return (
      <ClosedDoor title={t('import.mayNot')} actions={<LinkButton kind="primary" to={`/raum/${space.slug}/tipps`}>{t('import.toTips')}</LinkButton>}>
        <p>{t('import.mayNotText')}</p>
      </ClosedDoor>
    );
  }
  return (
    <Page
      title={t('import.title')}
      summary={t('import.summary')}
      crumbs={[{ label: space.name, to: `/raum/${space.slug}` }, { label: t('tips'), to: `/raum/${space.slug}/tipps` }]}
      audience={<>{t('import.audience')} {space.audience !== null && <WhoCanSee audience={space.audience} />}</>}
      width="reading"
    >
      {importId === null ? (
        <>
          <Choose space={space} onUploaded={(id) => setSearch({ import: id })} />
          <Section title={t('export.title')}>
            <p>{t('export.text')}</p>
            <div><LinkButton to={`/api/spaces/${space.slug}/export.zip`} download>{t('export.do')}</LinkButton></div>
          </Section>
        </>
      ) : (
        <OneImport key={importId} id={importId} space={space} onOther={() => setSearch({})} />
      )}
    </Page>
  );
}

/** As the server allows in one upload. */
const MAX_BYTES = 50_000_000;

function Choose({ space, onUploaded }: { readonly space: Place; readonly onUploaded: (id: string) => void }) {
  const t = useTexts(keepingTexts);
  const errors = useErrorTexts(keepingTexts);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (files.length === 0) return setError(t('import.filesMissing'));
    setBusy(true);
    setError(undefined);
    try {
      onUploaded(await uploadTips(space.slug, files));
    } catch (problem) {
      setError(errors.sentence(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack>
      <FileDrop
        label={t('import.files')}
        help={t('import.again')}
        hint={t('import.hint')}
        files={files}
        onChange={(chosen) => {
          setFiles(chosen);
          setError(undefined);
        }}
        accept=".md,.markdown,.mdx,.txt,.zip,text/markdown,text/plain,application/zip"
        multiple
        maxBytes={MAX_BYTES}
        {...(error !== undefined && { error })}
      />
      {isBusy && <Waiting>{t('import.uploading')}</Waiting>}
      <div>
        <Button kind="primary" busy={isBusy} onClick={() => void send()}>{t('import.preview')}</Button>
      </div>
    </Stack>
  );
}

/** So often a running import is asked how far it is. */
const POLL_MS = 1000;

function OneImport({ id, space, onOther }: { readonly id: string; readonly space: Place; readonly onOther: () => void }) {
  const query = useQuery(ImportQuery, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const isRunning = query.data?.tipImport.state === 'running';
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (!isRunning) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
  return (
    <QueryPage query={query} pick={(data) => data.tipImport} texts={keepingTexts}>
      {(row) =>
        row.state === 'previewed' ? <Preview row={row} onOther={onOther} />
        : row.state === 'running' ? <Running row={row} />
        : <Ended row={row} space={space} onOther={onOther} />}
    </QueryPage>
  );
}

const countOf = (row: Import, outcome: ImportFile['outcome']) => row.files.filter((file) => file.outcome === outcome).length;

function Figures({ row }: { readonly row: Import }) {
  const t = useTexts(keepingTexts);
  return <p>{(['created', 'changed', 'unchanged', 'refused'] as const).map((outcome) => t(`import.${outcome}`, { count: countOf(row, outcome) })).join(', ')}.</p>;
}

function Preview({ row, onOther }: { readonly row: Import; readonly onOther: () => void }) {
  const t = useTexts(keepingTexts);
  const errors = useErrorTexts(keepingTexts);
  const client = useApolloClient();
  const [confirm, { loading }] = useMutation(ConfirmImport);
  const [problem, setProblem] = useState<string>();
  const count = countOf(row, 'created') + countOf(row, 'changed');
  const run = async () => {
    try {
      await confirm({ variables: { input: { importId: row.id } } });
      await client.refetchQueries({ include: [ImportQuery] });
    } catch (error) {
      setProblem(errors.sentence(error));
    }
  };
  return (
    <Section title={t('import.previewTitle')}>
      <Figures row={row} />
      {problem !== undefined && <Alert kind="danger" live>{problem}</Alert>}
      {count === 0 && <Alert>{t('import.nothingToDo')}</Alert>}
      <Row>
        {count > 0 && <Button kind="primary" busy={loading} onClick={() => void run()}>{t('import.confirm', { count })}</Button>}
        <Button onClick={onOther}>{t('import.other')}</Button>
      </Row>
      <Files files={row.files} withLinks={false} />
    </Section>
  );
}

function Running({ row }: { readonly row: Import }) {
  const t = useTexts(keepingTexts);
  const params = { done: row.doneCount, total: row.fileCount };
  return (
    <Stack>
      <ProgressBar label={t('import.running')} value={row.doneCount} max={row.fileCount} spoken={t('import.progress', params)} />
      <p>{t('import.background')}</p>
    </Stack>
  );
}

function Ended({ row, space, onOther }: { readonly row: Import; readonly space: Place; readonly onOther: () => void }) {
  const t = useTexts(keepingTexts);
  const sentence = t(row.state === 'done' ? 'import.done' : 'import.failed');
  useEffect(() => announce(sentence), [sentence]);
  return (
    <Stack>
      {row.state === 'done' ? <MarkScene moving /> : null}
      <Alert kind={row.state === 'done' ? 'done' : 'warning'}>{sentence}</Alert>
      <Figures row={row} />
      <Row>
        <LinkButton kind="primary" to={`/raum/${space.slug}/tipps`}>{t('import.toTips')}</LinkButton>
        <Button onClick={onOther}>{t('import.more')}</Button>
      </Row>
      <Files files={row.files} withLinks />
    </Stack>
  );
}

type Shown = 'all' | 'problems' | 'refused';
/** Thousands of rows help nobody; the filters above find what matters. */
const ROWS_MAX = 300;

function Files({ files, withLinks }: { readonly files: readonly ImportFile[]; readonly withLinks: boolean }) {
  const t = useTexts(keepingTexts);
  const withProblems = files.filter(({ problems }) => problems.length > 0);
  const refused = files.filter(({ outcome }) => outcome === 'refused');
  const [shown, setShown] = useState<Shown>(refused.length > 0 ? 'refused' : 'all');
  const rows = shown === 'all' ? files : shown === 'problems' ? withProblems : refused;
  return (
    <Stack>
      <FilterWords
        label={t('import.show')}
        current={shown}
        words={[
          { value: 'all', label: t('import.show.all'), count: files.length },
          { value: 'problems', label: t('import.show.problems'), count: withProblems.length },
          { value: 'refused', label: t('import.show.refused'), count: refused.length },
        ]}
        onChange={setShown}
      />
      {rows.length === 0 && <EmptyState size="small" title={t('import.noneHere')} />}
      <List>
        {rows.slice(0, ROWS_MAX).map((file) => (
          <ListRow
            key={file.path}
            title={file.title === '' ? file.path : file.title}
            {...(withLinks && file.tipId !== null && file.outcome !== 'refused' && { to: `/tipp/${file.tipId}` })}
            {...(file.problems.length > 0 && { text: <Problems file={file} /> })}
            meta={[file.title !== '' && file.path]}
            end={<Badge kind={file.outcome === 'refused' ? 'danger' : file.outcome === 'unchanged' ? 'done' : 'new'}>{t(`import.outcome.${file.outcome}`)}</Badge>}
          />
        ))}
      </List>
      {rows.length > ROWS_MAX && <p>{t('import.progress', { done: ROWS_MAX, total: rows.length })}</p>}
    </Stack>
  );
}

function Problems({ file }: { readonly file: ImportFile }) {
  const t = useTexts(keepingTexts);
  return file.problems.map((problem) => {
    const key = `problem.${problem.reason}`;
    const said = t.has(key) ? t(key) : t('problem.other', { reason: problem.reason });
    const quoted = problem.excerpt === null ? said : t('import.excerpt', { problem: said, excerpt: problem.excerpt });
    return <div key={`${problem.reason}-${problem.line}-${problem.excerpt}`}>{problem.line === null ? quoted : t('import.line', { line: problem.line, problem: quoted })}</div>;
  });
}
