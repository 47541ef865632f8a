import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, useTexts, type ResultOf, type VariablesOf } from '#platform/web';
import { uuidv7 } from '#platform/shared';
import { Alert, Button, Checkbox, ConfirmDialog, Form, Select, TextArea, TextField, toast, useForm } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { TokensInForm } from '../sheet/TokensInForm.js';
import { circles } from '../sheet/SheetFieldControl.js';
import { peopleShownBy } from './people-shown.js';

const Put = graphql(`
  mutation PutSheetField($input: PutSheetFieldInput!) {
    putSheetField(input: $input) {
      id
      labelDe
      labelEn
      helpDe
      helpEn
      kind
      choices
      isRequired
      widestVisibility
      defaultVisibility
    }
  }
`);

export type EditedField = ResultOf<typeof Put>['putSheetField'];
type Input = VariablesOf<typeof Put>['input'];

const kinds: readonly Input['kind'][] = ['line', 'text', 'choice', 'multiple', 'phone', 'state', 'topics'];

interface SheetFieldFormProps {
  /** Null makes a new one. */
  readonly field: EditedField | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A field of the sheet, new or changed. */
export function SheetFieldForm({ field, onClose, onDone }: SheetFieldFormProps) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const [put] = useMutation(Put);
  const [id] = useState(() => field?.id ?? uuidv7());
  const initial = {
    labelDe: field?.labelDe ?? '',
    labelEn: field?.labelEn ?? '',
    helpDe: field?.helpDe ?? '',
    helpEn: field?.helpEn ?? '',
    kind: field?.kind ?? ('line' as Input['kind']),
    choices: field?.choices ?? ([] as readonly string[]),
    isRequired: field?.isRequired ?? false,
    widestVisibility: field?.widestVisibility ?? ('programme' as Input['widestVisibility']),
    defaultVisibility: field?.defaultVisibility ?? ('spaces' as Input['defaultVisibility']),
  };
  const form = useForm({
    initial,
    texts: coordinationTexts,
    check: (values) => ({
      ...(values.labelDe.trim() === '' && { labelDe: c('fields.labelMissing') }),
      ...(values.labelEn.trim() === '' && { labelEn: c('fields.labelMissing') }),
    }),
    submit: async (values) => {
      try {
        await save(values, null);
      } catch (error) {
        setAsking(peopleShownBy(error));
        if (peopleShownBy(error) === undefined) throw error;
        return false;
      }
      return true;
    },
  });
  /** How many people's answers more would see; the server names them, and saves once that was agreed to. */
  const [asking, setAsking] = useState<number>();
  const { kind, widestVisibility } = form.values;
  async function save(values: typeof initial, confirmWider: number | null) {
    await put({ variables: { input: { ...values, id, choices: [...values.choices], confirmWider } } });
    toast(c('fields.saved'), { kind: 'done' });
    onDone();
  }
  const agree = async () => {
    try {
      await save(form.values, asking ?? null);
    } catch (error) {
      // Where the number has changed meanwhile the dialog stays, with the new one.
      setAsking(peopleShownBy(error) ?? asking);
      throw error;
    }
  };
  const circleChoices = (allowed: readonly Input['widestVisibility'][]) => allowed.map((value) => ({ value, label: t(`visibility.${value}`) }));
  const isTightened = field !== null && circles.indexOf(widestVisibility) < circles.indexOf(field.widestVisibility);
  return (
    <Form form={form} submitLabel={c('fields.save')} actions={<Button kind="quiet" onClick={onClose}>{c('cancel')}</Button>}>
      <TextField label={c('fields.labelDe')} maxLength={120} {...form.field('labelDe')} />
      <TextField label={c('fields.labelEn')} maxLength={120} lang="en" {...form.field('labelEn')} />
      <TextArea label={c('fields.helpDe')} optional rows={2} maxLength={400} {...form.field('helpDe')} />
      <TextArea label={c('fields.helpEn')} optional rows={2} maxLength={400} lang="en" {...form.field('helpEn')} />
      {field === null && <Select label={c('fields.kind')} help={c('fields.kindHelp')} choices={kinds.map((value) => ({ value, label: c(`kind.${value}`) }))} {...form.field('kind')} />}
      {(kind === 'choice' || kind === 'multiple') && (
        <TokensInForm label={c('fields.choices')} help={c('fields.choicesHelp')} canAdd choices={form.values.choices.map((choice) => ({ value: choice, label: choice }))} {...form.field('choices')} />
      )}
      <Checkbox label={c('fields.isRequired')} help={c('fields.isRequiredHelp')} {...form.field('isRequired')} />
      <Select label={c('fields.widest')} help={c('fields.widestHelp')} choices={circleChoices(circles)} {...form.field('widestVisibility')} />
      <Select label={c('fields.default')} choices={circleChoices(circles.slice(0, circles.indexOf(widestVisibility) + 1))} {...form.field('defaultVisibility')} />
      <ConfirmDialog isOpen={asking !== undefined} onClose={() => setAsking(undefined)} title={c('fields.widenTitle')} confirmLabel={c('fields.widenConfirm')} onConfirm={agree} texts={coordinationTexts}>
        {c('fields.widenText', { count: asking ?? 0, widest: t(`visibility.${widestVisibility}`) })}
      </ConfirmDialog>
      {isTightened && <Alert>{c('fields.tightened')}</Alert>}
    </Form>
  );
}
