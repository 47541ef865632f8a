import { useEffect, useRef, useState } from 'react';
import { describeError, useErrorTexts, type Texts } from '#platform/web';
import { clearDraft, readDraft, writeDraft } from './form-draft.js';

/** By field; a part of a field by a name with a dot, as in `poll.question`. */
export type FormErrors<Values> = Partial<Record<(keyof Values & string) | `${keyof Values & string}.${string}`, string>>;
type Errors<Values> = FormErrors<Values>;

interface FieldBinding<Value> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error?: string;
}

export interface FormOptions<Values extends object> {
  readonly initial: Values;
  /** Looks at the values before they are sent; a sentence for each field that is not yet right. */
  readonly check?: (values: Values) => Errors<Values>;
  /**
   * Sends. What it throws is shown: at the fields the server names, else above the form. Answers with `false` where nothing
   * was saved after all: then what is typed still counts as unsent.
   */
  readonly submit: (values: Values) => Promise<unknown>;
  /** Where the sentences for the domain's own error reasons stand. */
  readonly texts?: Pick<Texts<object>, 'name' | 'load' | 'loaded'>;
  /** Name of the server's field for one of ours, where they differ. */
  readonly fieldOf?: (serverField: string) => string;
  /** Keeps what is typed in this tab until it was sent, so that a crash or reload loses nothing. Not for passwords. */
  readonly draftKey?: string;
}

export interface FormState<Values extends object> {
  readonly values: Values;
  /** @param touched the names whose errors are answered by this; those of `part` and of its parts unless told. */
  readonly set: (part: Partial<Values>, touched?: readonly string[]) => void;
  /** Binds a field: `<TextField label=… {...form.field('title')} />`. */
  readonly field: <Key extends keyof Values & string>(name: Key) => FieldBinding<Values[Key]>;
  readonly errors: Errors<Values>;
  /** The sentence above the form, when the server's refusal concerns no field. */
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  /** How often it was tried; the form moves the focus when it changes. */
  readonly tries: number;
  readonly submit: () => Promise<void>;
  readonly reset: (values?: Values) => void;
}

const baseOf = (name: string): string => name.split('.')[0] ?? name;

/** The state of a form: values, errors by field, what the server refused. What was typed always stays. */
export function useForm<Values extends object>(options: FormOptions<Values>): FormState<Values> {
  const { initial, draftKey } = options;
  const texts = useErrorTexts(options.texts);
  const [values, setValues] = useState<Values>(() => readDraft(draftKey, initial));
  const [errors, setErrors] = useState<Errors<Values>>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const [tries, setTries] = useState(0);
  // Two clicks within one frame both see `isBusy` false; a ref does not lag behind.
  const running = useRef(false);

  useEffect(() => {
    if (isChanged) writeDraft(draftKey, values);
  }, [draftKey, values, isChanged]);

  const set = (part: Partial<Values>, touched?: readonly string[]) => {
    setValues((before) => ({ ...before, ...part }));
    setChanged(true);
    const isAnswered = (name: string) => (touched === undefined ? Object.keys(part).includes(baseOf(name)) : touched.includes(name));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !isAnswered(name))) as Errors<Values>);
  };

  const refuse = (wrong: Errors<Values>, sentence?: string) => {
    setErrors(wrong);
    setProblem(sentence);
    setTries((before) => before + 1);
  };

  const takeError = (error: unknown) => {
    const described = describeError(error);
    const wrong: Errors<Values> = {};
    let stranger = described.fields.length === 0 && described.field === undefined;
    const named = described.fields.length > 0 ? described.fields : described.field === undefined ? [] : [{ field: described.field, reason: described.reason, params: described.params }];
    for (const { field, reason, params } of named) {
      const bare = field.replace(/^input\./, '');
      const own = options.fieldOf?.(bare) ?? (bare in values ? bare : baseOf(bare));
      if (baseOf(own) in values) wrong[own as keyof Values & string] ??= texts.reason(reason, params, 'BAD_USER_INPUT');
      else stranger = true;
    }
    refuse(wrong, stranger ? texts.sentence(error) : undefined);
  };

  const submit = async () => {
    if (running.current) return;
    const wrong = options.check?.(values) ?? {};
    const missing = Object.fromEntries(Object.entries(wrong).filter(([, sentence]) => sentence !== undefined)) as Errors<Values>;
    if (Object.keys(missing).length > 0) {
      refuse(missing);
      return;
    }
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const outcome = await options.submit(values);
      setErrors({});
      if (outcome === false) return;
      setChanged(false);
      clearDraft(draftKey);
    } catch (error) {
      takeError(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    errors,
    problem,
    isBusy,
    isChanged,
    tries,
    submit,
    field: (name) => {
      const error = errors[name];
      return {
        name,
        value: values[name],
        onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
        ...(error === undefined ? {} : { error }),
      };
    },
    reset: (next = initial) => {
      setValues(next);
      setErrors({});
      setProblem(undefined);
      setChanged(false);
      clearDraft(draftKey);
    },
  };
}
