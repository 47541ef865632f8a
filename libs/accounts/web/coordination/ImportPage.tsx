import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, useErrorTexts, useLocale, useTexts } from '#platform/web';
import { TEXT_LIMITS } from '#text/shared';
import { Alert, Badge, Button, FileDrop, LinkButton, List, ListRow, Page, Row, Section, Select, Stack, Table, TokenField, Waiting, type Column } from '#ui/web';
import { coordinationTexts } from '../coordination-texts.js';
import { importMembers, previewMembers, UploadRefused, type ImportPreview } from './member-upload.js';
import classes from './coordination.module.css';

const ImportQuery = graphql(`
  query ImportPage {
    sheetFields {
      id
      labelDe
      labelEn
      isArchived
    }
    administeredSpaces {
      id
      name
      archivedAt
    }
  }
`);

/** What a column can be besides a field of the sheet. */
const targets = ['name', 'firstName', 'lastName', 'address', 'role'] as const;
const MAX_BYTES = TEXT_LIMITS.importedBytes;
const SHOWN_PROBLEMS = 200;

type Sample = ImportPreview['sample'][number];

function useProblemSentence() {
  const errors = useErrorTexts(coordinationTexts);
  return (error: unknown): string =>
    error instanceof UploadRefused ? errors.reason(error.reason, error.params, error.code as 'BAD_USER_INPUT') : errors.sentence(error);
}

function Problems({ preview }: { readonly preview: ImportPreview }) {
  const c = useTexts(coordinationTexts);
  const errors = useErrorTexts(coordinationTexts);
  const shown = preview.problems.slice(0, SHOWN_PROBLEMS);
  if (shown.length === 0) return null;
  return (
    <Section title={c('import.problems')} note={c('import.problemCount', { count: preview.problems.length })}>
      <List label={c('import.problems')}>
        {shown.map((problem) => (
          <ListRow
            key={`${problem.line}-${problem.column ?? ''}-${problem.reason}`}
            title={problem.column === null ? c('import.line', { line: problem.line }) : c('import.lineColumn', { line: problem.line, column: problem.column })}
            text={errors.reason(problem.reason, problem.params ?? {}, 'BAD_USER_INPUT')}
            end={<Badge kind={problem.isError ? 'danger' : 'warning'}>{c(problem.isError ? 'import.isError' : 'import.isNote')}</Badge>}
          />
        ))}
      </List>
    </Section>
  );
}

/** Members from a table: choose, look, put right, then all at once. */
export function ImportPage() {
  const c = useTexts(coordinationTexts);
  const { locale } = useLocale();
  const sentence = useProblemSentence();
  const { data } = useQuery(ImportQuery);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [spaceIds, setSpaceIds] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [invited, setInvited] = useState<number>();

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  const look = (chosen: File, mapping: Readonly<Record<string, string>> | null) => run(async () => setPreview(await previewMembers(chosen, mapping)));
  const choose = (files: readonly File[]) => {
    const chosen = files[0];
    setFile(chosen);
    setPreview(undefined);
    setInvited(undefined);
    setProblem(undefined);
    if (chosen !== undefined) void look(chosen, null);
  };
  const mappingOf = (shown: ImportPreview) => Object.fromEntries(shown.columns.map((column) => [column.name, column.target]));
  const choices = [
    { value: '', label: c('import.ignore') },
    ...targets.map((value) => ({ value: value as string, label: c(`import.target.${value}`) })),
    ...(data?.sheetFields ?? []).filter((field) => !field.isArchived).map((field) => ({ value: field.id, label: locale === 'en' ? field.labelEn : field.labelDe })),
  ];
  const hasErrors = preview?.problems.some((one) => one.isError) === true;
  const columns: readonly Column<Sample>[] = [
    { name: '#', title: c('import.lineShort'), cell: (row) => row.line, isNumber: true },
    ...(preview?.columns ?? []).map((column) => ({ name: column.name, title: column.name, cell: (row: Sample) => row.values[column.name] ?? '' })),
  ];
  if (invited !== undefined) {
    return (
      <Page title={c('import.title')} width="reading">
        <Alert kind="done" live>
          {c('import.done', { count: invited })}
        </Alert>
        <Row>
          <LinkButton kind="primary" to="/koordination/konten">{c('import.toAccounts')}</LinkButton>
          <Button onClick={() => choose([])}>{c('import.again')}</Button>
        </Row>
      </Page>
    );
  }
  return (
    <Page title={c('import.title')} summary={c('import.summary')}>
      <FileDrop label={c('import.file')} help={c('import.fileHelp')} files={file === undefined ? [] : [file]} onChange={choose} accept=".csv,.txt,text/csv" maxBytes={MAX_BYTES} />
      {problem !== undefined && (
        <Alert kind="danger" live>
          {problem}
        </Alert>
      )}
      {isBusy && preview === undefined && <Waiting>{c('import.reading')}</Waiting>}
      {preview !== undefined && file !== undefined && (
        <Stack gap="wide">
          <Alert kind={hasErrors ? 'warning' : 'done'} live>
            {hasErrors ? c('import.hasErrors') : c('import.ready', { count: preview.newCount, rows: preview.rowCount })}
          </Alert>
          <Section title={c('import.columns')}>
            <p>{c('import.columnsText')}</p>
            <div className={classes.mapping}>
              {preview.columns.map((column) => (
                <Select
                  key={column.name}
                  label={column.name}
                  choices={choices}
                  value={column.target}
                  onChange={(target) => void look(file, { ...mappingOf(preview), [column.name]: target })}
                />
              ))}
            </div>
          </Section>
          <Problems preview={preview} />
          <Section title={c('import.sample')}>
            <Table caption={c('import.sampleCaption', { shown: preview.sample.length, rows: preview.rowCount })} columns={columns} rows={preview.sample} keyOf={(row) => String(row.line)} />
          </Section>
          {!hasErrors && preview.newCount > 0 && (
            <Section title={c('import.go')}>
              <TokenField
                label={c('grant.spaces')}
                help={c('import.spacesHelp')}
                optional
                value={spaceIds}
                onChange={setSpaceIds}
                choices={(data?.administeredSpaces ?? []).filter((space) => space.archivedAt === null).map((space) => ({ value: space.id, label: space.name }))}
              />
              <div>
                <Button kind="primary" busy={isBusy} onClick={() => void run(async () => setInvited(await importMembers(file, mappingOf(preview), spaceIds)))}>
                  {c('import.submit', { count: preview.newCount })}
                </Button>
              </div>
            </Section>
          )}
        </Stack>
      )}
    </Page>
  );
}
