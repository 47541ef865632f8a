import { useMutation } from '@apollo/client/react';
import { describeError, graphql, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Button, Form, toast, useForm, useLeaveGuard } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { circleName, SheetFieldControl, SheetFieldFragment, type Circle, type SheetValues } from './SheetFieldControl.js';

export const SheetEntryFragment = graphql(
  `
    fragment SheetEntryParts on SheetEntry {
      answers
      visibility
      field {
        id
        kind
        isRequired
        labelDe
        labelEn
        ...SheetFieldParts
      }
    }
  `,
  [SheetFieldFragment],
);

const Save = graphql(
  `
    mutation SaveSheet($input: SaveSheetInput!) {
      saveSheet(input: $input) {
        ...SheetEntryParts
      }
    }
  `,
  [SheetEntryFragment],
);
const Finish = graphql(`
  mutation FinishSheet {
    finishSheet {
      answers
    }
  }
`);

interface SheetFormProps {
  readonly entries: readonly FragmentOf<typeof SheetEntryFragment>[];
  /** Whether the sheet was handed in before; then there is only "save". */
  readonly isFinished: boolean;
  /** Whose sheet; what is typed is kept in this tab under it. */
  readonly accountId: string;
  readonly onFinished?: () => void;
}

const isEmpty = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value.trim() === '' : (value ?? []).length === 0);
const isMany = (kind: string) => kind === 'multiple' || kind === 'topics';

/** The contact data sheet: saved half way, handed in when complete. */
export function SheetForm({ entries: masked, isFinished, accountId, onFinished }: SheetFormProps) {
  const t = useTexts(accountsTexts);
  const { locale } = useLocale();
  const errors = useErrorTexts(accountsTexts);
  const entries = readFragment(SheetEntryFragment, masked);
  const [save, saving] = useMutation(Save);
  const [finish] = useMutation(Finish);
  const initial: SheetValues = Object.fromEntries(
    entries.flatMap(({ field, answers, visibility }) => [
      [field.id, isMany(field.kind) ? answers : (answers[0] ?? '')],
      [circleName(field.id), visibility],
    ]),
  );
  const inputOf = (values: SheetValues) => ({
    entries: entries.map(({ field }) => {
      const value = values[field.id] ?? '';
      const answers = typeof value === 'string' ? [value] : [...value];
      return { fieldId: field.id, answers: answers.filter((answer) => answer.trim() !== ''), visibility: values[circleName(field.id)] as Circle };
    }),
  });
  const form = useForm<SheetValues>({
    initial,
    texts: accountsTexts,
    draftKey: `sheet-${accountId}`,
    check: (values) =>
      Object.fromEntries(
        entries
          .filter(({ field }) => field.isRequired && isEmpty(values[field.id]))
          .map(({ field }) => [field.id, t('sheet.missing', { field: locale === 'en' ? field.labelEn : field.labelDe })]),
      ),
    fieldOf: (name) => {
      const index = /^entries\.(\d+)\./.exec(name)?.[1];
      return index === undefined ? name.replace(/^field\./, '') : (entries[Number(index)]?.field.id ?? name);
    },
    submit: async (values) => {
      await save({ variables: { input: inputOf(values) } });
      if (!isFinished) {
        await finish();
        onFinished?.();
      }
      toast(t(isFinished ? 'sheet.saved' : 'sheet.finished'), { kind: 'done' });
    },
  });
  useLeaveGuard(form.isChanged);
  const pause = async () => {
    await save({ variables: { input: inputOf(form.values) } }).then(
      () => toast(t('sheet.paused'), { kind: 'done' }),
      // What is wrong is told at its field, as by handing in; where nothing is, the server was away.
      (error: unknown) => (describeError(error).code === 'BAD_USER_INPUT' ? form.submit() : toast(errors.sentence(error))),
    );
  };
  return (
    <Form
      form={form}
      submitLabel={t(isFinished ? 'save' : 'sheet.finish')}
      actions={
        !isFinished && (
          <Button busy={saving.loading && !form.isBusy} onClick={pause}>
            {t('sheet.pause')}
          </Button>
        )
      }
    >
      {entries.map(({ field }) => (
        <SheetFieldControl key={field.id} field={field} form={form} />
      ))}
    </Form>
  );
}
