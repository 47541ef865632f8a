import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { describeError, graphql, readFragment, useErrorTexts, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { Button, ConfirmDialog, focusHeading, Form, toast, useForm, useLeaveGuard } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { circleName, circles, SheetFieldControl, SheetFieldFragment, type Circle, type SheetValues } from './SheetFieldControl.js';

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
  // What the server has: only beyond that does somebody new get to see an answer.
  const [keptCircles, setKeptCircles] = useState<SheetValues>(initial);
  const [question, setQuestion] = useState<{ readonly go: () => Promise<void> }>();
  const check = (values: SheetValues) =>
    Object.fromEntries(
      entries
        .filter(({ field }) => field.isRequired && isEmpty(values[field.id]))
        .map(({ field }) => [field.id, t('sheet.missing', { field: locale === 'en' ? field.labelEn : field.labelDe })]),
    );
  const form = useForm<SheetValues>({
    initial,
    texts: accountsTexts,
    draftKey: `sheet-${accountId}`,
    check,
    fieldOf: (name) => {
      const index = /^entries\.(\d+)\./.exec(name)?.[1];
      return index === undefined ? name.replace(/^field\./, '') : (entries[Number(index)]?.field.id ?? name);
    },
    submit: async (values) => {
      await save({ variables: { input: inputOf(values) } });
      setKeptCircles(values);
      if (!isFinished) {
        await finish();
        onFinished?.();
        // What happens now stands at the head of the page, far above the button.
        focusHeading();
      }
      toast(t(isFinished ? 'sheet.saved' : 'sheet.finished'), { kind: 'done' });
    },
  });
  useLeaveGuard(form.isChanged);
  const circleIn = (values: SheetValues, fieldId: string) => circles.indexOf(values[circleName(fieldId)] as Circle);
  const widened = entries.filter(({ field }) => !isEmpty(form.values[field.id]) && circleIn(form.values, field.id) > circleIn(keptCircles, field.id));
  const askFirst = async (go: () => Promise<void>) => {
    if (widened.length > 0) setQuestion({ go });
    else await go();
  };
  const handIn = () => (Object.keys(check(form.values)).length > 0 ? form.submit() : askFirst(form.submit));
  const pause = async () => {
    await save({ variables: { input: inputOf(form.values) } }).then(
      () => {
        setKeptCircles(form.values);
        toast(t('sheet.paused'), { kind: 'done' });
      },
      // What is wrong is told at its field, as by handing in; where nothing is, the server was away.
      (error: unknown) => (describeError(error).code === 'BAD_USER_INPUT' ? form.submit() : toast(errors.sentence(error))),
    );
  };
  return (
    <Form
      form={{ ...form, submit: handIn }}
      submitLabel={t(isFinished ? 'save' : 'sheet.finish')}
      actions={
        !isFinished && (
          <Button busy={saving.loading && !form.isBusy} onClick={() => askFirst(pause)}>
            {t('sheet.pause')}
          </Button>
        )
      }
    >
      {entries.map(({ field }) => (
        <SheetFieldControl key={field.id} field={field} form={form} />
      ))}
      <ConfirmDialog
        isOpen={question !== undefined}
        onClose={() => setQuestion(undefined)}
        title={t('widen.title')}
        confirmLabel={t('widen.confirm')}
        // The dialog closes at once: what is wrong is told at the fields below it.
        onConfirm={() => void question?.go()}
      >
        <p>{t('widen.text')}</p>
        <ul>
          {widened.map(({ field }) => (
            <li key={field.id}>
              {t('widen.line', { field: locale === 'en' ? field.labelEn : field.labelDe, circle: t(`visibility.${form.values[circleName(field.id)] as Circle}`) })}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </Form>
  );
}
