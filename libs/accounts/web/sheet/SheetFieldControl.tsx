import { useLocale, useTexts, type FragmentOf, graphql, readFragment } from '#platform/web';
import { CheckboxGroup, RadioGroup, Select, TextArea, TextField, VisuallyHidden, type FormState } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { TokensInForm } from './TokensInForm.js';
import classes from './sheet.module.css';

export const SheetFieldFragment = graphql(`
  fragment SheetFieldParts on SheetField {
    id
    key
    labelDe
    labelEn
    helpDe
    helpEn
    kind
    choices
    isRequired
    widestVisibility
  }
`);

export type Circle = 'coordination' | 'spaces' | 'programme';
export const circles: readonly Circle[] = ['coordination', 'spaces', 'programme'];

/** The codes of the federal states; their names are in the texts. */
export const states = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;

/** Answers by field id (one or several), and the chosen circle by `circle.<id>`. */
export type SheetValues = Readonly<Record<string, string | readonly string[]>>;

export const circleName = (fieldId: string) => `circle.${fieldId}`;

const purposes: Readonly<Record<string, string>> = { organisation: 'organization', function: 'organization-title', municipality: 'address-level2', phone: 'tel' };

interface ControlProps {
  readonly field: FragmentOf<typeof SheetFieldFragment>;
  readonly form: FormState<SheetValues>;
}

/** One field of the sheet as its kind needs it, with who may see it. */
export function SheetFieldControl({ field: masked, form }: ControlProps) {
  const t = useTexts(accountsTexts);
  const { locale } = useLocale();
  const field = readFragment(SheetFieldFragment, masked);
  const label = locale === 'en' ? field.labelEn : field.labelDe;
  const allowed = circles.slice(0, circles.indexOf(field.widestVisibility) + 1);
  return (
    <div className={classes.field}>
      <AnswerControl {...{ field, form, label }} />
      {allowed.length === 1 ? (
        <p className={classes.fixed}>{t('visibility.fixed')}</p>
      ) : (
        <div className={classes.circle}>
          <Select
            label={
              <>
                {t('visibility.label')}
                <VisuallyHidden> ({label})</VisuallyHidden>
              </>
            }
            optional={false}
            choices={allowed.map((value) => ({ value, label: t(`visibility.${value}`) }))}
            name={circleName(field.id)}
            value={String(form.values[circleName(field.id)] ?? 'coordination')}
            onChange={(value) => form.set({ [circleName(field.id)]: value })}
          />
        </div>
      )}
    </div>
  );
}

interface AnswerProps {
  readonly field: { readonly id: string; readonly key: string | null; readonly kind: string; readonly choices: readonly string[]; readonly isRequired: boolean; readonly helpDe: string; readonly helpEn: string };
  readonly form: FormState<SheetValues>;
  readonly label: string;
}

function AnswerControl({ field, form, label }: AnswerProps) {
  const t = useTexts(accountsTexts);
  const { locale } = useLocale();
  const help = locale === 'en' ? field.helpEn : field.helpDe;
  const value = form.values[field.id];
  const error = form.errors[field.id];
  const common = {
    label,
    name: field.id,
    optional: !field.isRequired,
    ...(help === '' ? {} : { help }),
    ...(error === undefined ? {} : { error }),
  };
  const one = typeof value === 'string' ? value : '';
  const many = Array.isArray(value) ? (value as readonly string[]) : [];
  const set = (next: string | readonly string[]) => form.set({ [field.id]: next });
  const autoComplete = purposes[field.key ?? ''];
  switch (field.kind) {
    case 'text':
      return <TextArea {...common} value={one} onChange={set} maxLength={2000} rows={5} />;
    case 'phone':
      return <TextField {...common} value={one} onChange={set} type="tel" autoComplete="tel" />;
    case 'state':
      return <Select {...common} value={one} onChange={set} placeholder={t('sheet.choose')} choices={states.map((state) => ({ value: state, label: t(`state.${state}`) }))} autoComplete="address-level1" />;
    case 'choice':
      return field.choices.length <= 5 && field.isRequired ? (
        <RadioGroup {...common} value={one} onChange={set} choices={field.choices.map((choice) => ({ value: choice, label: choice }))} />
      ) : (
        <Select {...common} value={one} onChange={set} placeholder={t('sheet.choose')} choices={field.choices.map((choice) => ({ value: choice, label: choice }))} />
      );
    case 'multiple':
      return <CheckboxGroup {...common} value={many} onChange={set} choices={field.choices.map((choice) => ({ value: choice, label: choice }))} />;
    case 'topics':
      return <TokensInForm {...common} value={many} onChange={set} choices={many.map((topic) => ({ value: topic, label: topic }))} canAdd max={20} />;
    default:
      return <TextField {...common} value={one} onChange={set} maxLength={200} {...(autoComplete === undefined ? {} : { autoComplete })} />;
  }
}
