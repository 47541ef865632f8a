import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Button, CheckboxGroup, ConfirmDialog, Fieldset, Form, PasswordField, Select, StaleNotice, TextField, VisuallyHidden, toast, useForm, useLeaveGuard } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { Entrants, SpaceGatesChange, type GatesChange } from './Entrants.js';
import classes from './settings.module.css';
import { isSame, useSettingsSave, type StoredSettings } from './use-settings-save.js';

export const GatesFormFragment = graphql(`
  fragment GatesForm on Space {
    id
    slug
    name
    version
    visibility
    gates
    questions
    answerDays
    askAgainDays
  }
`);
const SetSpaceGates = graphql(`
  mutation SetSpaceGates($input: SetSpaceGatesInput!) {
    setSpaceGates(input: $input) {
      id
      version
      gates
      questions
      answerDays
      askAgainDays
    }
  }
`);

const MAX_QUESTIONS = 6;
type Gate = 'open' | 'request' | 'password' | 'invitation';

interface Part {
  readonly gates: readonly Gate[];
  readonly questions: readonly string[];
  readonly answerDays: string;
  readonly askAgainDays: string;
}

const partOf = (stored: Pick<StoredSettings, 'gates' | 'questions' | 'answerDays' | 'askAgainDays'>): Part => ({
  // Which ways are open, in whatever order they were chosen.
  gates: stored.gates.toSorted(),
  questions: stored.questions,
  answerDays: String(stored.answerDays),
  askAgainDays: String(stored.askAgainDays),
});
const writtenOnly = (questions: readonly string[]) => questions.filter((question) => question.trim() !== '');

/** The ways in; what belongs to a way shows when it is chosen. Nothing opens before it was said who could come in. */
export function GatesForm({ space: masked }: { readonly space: FragmentOf<typeof GatesFormFragment> }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(GatesFormFragment, masked);
  const client = useApolloClient();
  const [save] = useMutation(SetSpaceGates);
  const [change, setChange] = useState<GatesChange>();
  // Asking is not saving: until the answer is stored, what is typed still waits.
  const [isAsked, setAsked] = useState(false);
  const hadPassword = space.gates.includes('password');
  const settings = useSettingsSave({ slug: space.slug, seen: { version: space.version, part: partOf(space) }, partOf });
  const form = useForm({
    initial: { ...partOf(space), password: '' },
    check: (values) => ({
      ...(values.gates.includes('password') && !hadPassword && values.password === '' && { password: t('gates.passwordMissing') }),
      ...(values.password !== '' && [...values.password].length < 8 && { password: t('gates.passwordShort') }),
    }),
    submit: async (values) => {
      const { data } = await client.query({ query: SpaceGatesChange, variables: { input: { spaceId: space.id, gates: [...values.gates] } }, fetchPolicy: 'no-cache' });
      if (data?.spaceGatesChange.isWider !== true) return store(null);
      setChange(data.spaceGatesChange);
      setAsked(true);
    },
    texts: spacesTexts,
  });
  const store = async (confirmEntrants: number | null): Promise<void> => {
    const { values } = form;
    const isSaved = await settings.save(async (baseVersion) => {
      const { data } = await save({
        variables: {
          input: {
            spaceId: space.id,
            gates: [...values.gates],
            questions: writtenOnly(values.questions),
            password: values.gates.includes('password') && values.password !== '' ? values.password : null,
            answerDays: Number(values.answerDays),
            askAgainDays: Number(values.askAgainDays),
            confirmEntrants,
            baseVersion,
          },
        },
      });
      return data === undefined ? undefined : { version: data.setSpaceGates.version, part: partOf(data.setSpaceGates) };
    });
    if (!isSaved) return;
    setAsked(false);
    form.reset({ ...values, password: '', questions: writtenOnly(values.questions) });
    toast(t('saved'));
  };
  const { theirs } = settings;
  useLeaveGuard(form.isChanged || isAsked || theirs !== undefined);
  const say = {
    gates: (value: readonly Gate[]) => (value.length === 0 ? t('gate.none') : value.map((gate) => t(`gate.${gate}`)).join(', ')),
    questions: (value: readonly string[]) => (value.length === 0 ? '–' : value.join('\n')),
    answerDays: (value: string) => t('workingDays', { count: Number(value) }),
    askAgainDays: (value: string) => t('days', { count: Number(value) }),
  };
  const mine: Part = { ...form.values, gates: form.values.gates.toSorted(), questions: writtenOnly(form.values.questions) };
  const difference = <Key extends keyof Part>(key: Key, name: string, inWords: (value: Part[Key]) => string) =>
    theirs === undefined || isSame(mine[key], theirs[key]) ? [] : [{ name, mine: inWords(mine[key]), theirs: inWords(theirs[key]) }];
  const { gates, questions } = form.values;
  const days = (counts: readonly number[]) => counts.map((count) => ({ value: String(count), label: t('days', { count }) }));
  return (
    <>
      {theirs !== undefined && (
        <StaleNotice
          title={t('stale.title')}
          differences={[
            ...difference('gates', t('gates.which'), say.gates),
            ...difference('questions', t('gates.questions'), say.questions),
            ...difference('answerDays', t('gates.answerDays'), say.answerDays),
            ...difference('askAgainDays', t('gates.askAgainDays'), say.askAgainDays),
          ]}
          onKeepMine={() => {
            settings.settle();
            void form.submit();
          }}
          onTakeTheirs={() => {
            settings.settle();
            setAsked(false);
            form.reset({ ...theirs, password: '' });
          }}
        />
      )}
      <Form form={form} submitLabel={t('save')} submitKind="secondary" label={t('gates.title')}>
        <CheckboxGroup
          label={t('gates.which')}
          help={t(space.visibility === 'hidden' ? 'gates.hiddenHelp' : 'gates.help')}
          choices={(['open', 'request', 'password', 'invitation'] as const).map((gate) => ({
            value: gate,
            label: t(`gate.${gate}`),
            help: t(`gate.${gate}Help`),
            isDisabled: space.visibility === 'hidden' && gate !== 'invitation',
          }))}
          {...form.field('gates')}
        />
        {gates.includes('request') && (
          <>
            <Fieldset legend={t('gates.questions')}>
              <div className={classes.questions}>
                {questions.map((question, index) => (
                  // Questions have no identity but their place.
                  <div key={index} className={classes.question}>
                    <TextField
                      label={t('gates.question', { number: index + 1 })}
                      optional
                      maxLength={200}
                      value={question}
                      onChange={(text) => form.set({ questions: questions.map((other, place) => (place === index ? text : other)) })}
                    />
                    <Button size="small" onClick={() => form.set({ questions: questions.filter((_other, place) => place !== index) })}>
                      {t('gates.removeQuestion')}
                      <VisuallyHidden> {index + 1}</VisuallyHidden>
                    </Button>
                  </div>
                ))}
                {questions.length < MAX_QUESTIONS && (
                  <div>
                    <Button size="small" onClick={() => form.set({ questions: [...questions, ''] })}>{t('gates.addQuestion')}</Button>
                  </div>
                )}
              </div>
            </Fieldset>
            <Select label={t('gates.answerDays')} help={t('gates.answerDaysHelp')} choices={[1, 2, 3, 5, 10, 15].map((count) => ({ value: String(count), label: t('workingDays', { count }) }))} {...form.field('answerDays')} />
            <Select label={t('gates.askAgainDays')} choices={days([0, 7, 14, 30, 60, 90, 180, 365])} {...form.field('askAgainDays')} />
          </>
        )}
        {gates.includes('password') && (
          <PasswordField
            label={t(hadPassword ? 'gates.newPassword' : 'gates.password')}
            help={t(hadPassword ? 'gates.newPasswordHelp' : 'gates.passwordHelp')}
            optional={hadPassword}
            autoComplete="off"
            {...form.field('password')}
          />
        )}
      </Form>
      {change !== undefined && (
        <ConfirmDialog
          isOpen
          onClose={() => setChange(undefined)}
          title={t('gates.widerTitle', { space: space.name })}
          confirmLabel={t('gates.confirmWider')}
          kind="danger"
          texts={spacesTexts}
          onConfirm={() => store(change.confirmation)}
        >
          <Entrants change={change} />
        </ConfirmDialog>
      )}
    </>
  );
}
