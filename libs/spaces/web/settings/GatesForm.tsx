import { useMutation } from '@apollo/client/react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Button, CheckboxGroup, Fieldset, Form, PasswordField, Select, TextField, toast, useForm, useLeaveGuard, VisuallyHidden } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './settings.module.css';

export const GatesFormFragment = graphql(`
  fragment GatesForm on Space {
    id
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
      gates
      questions
      answerDays
      askAgainDays
    }
  }
`);

const MAX_QUESTIONS = 6;
type Gate = 'open' | 'request' | 'password' | 'invitation';

/** The ways in; what belongs to a way shows when it is chosen. */
export function GatesForm({ space: masked }: { readonly space: FragmentOf<typeof GatesFormFragment> }) {
  const t = useTexts(spacesTexts);
  const space = readFragment(GatesFormFragment, masked);
  const [save] = useMutation(SetSpaceGates);
  const hadPassword = space.gates.includes('password');
  const form = useForm({
    initial: {
      gates: space.gates as readonly Gate[],
      questions: space.questions as readonly string[],
      password: '',
      answerDays: String(space.answerDays),
      askAgainDays: String(space.askAgainDays),
    },
    check: (values) => ({
      ...(values.gates.includes('password') && !hadPassword && values.password === '' && { password: t('gates.passwordMissing') }),
      ...(values.password !== '' && [...values.password].length < 8 && { password: t('gates.passwordShort') }),
    }),
    submit: async (values) => {
      await save({
        variables: {
          input: {
            spaceId: space.id,
            gates: [...values.gates],
            questions: values.questions.filter((question) => question.trim() !== ''),
            password: values.gates.includes('password') && values.password !== '' ? values.password : null,
            answerDays: Number(values.answerDays),
            askAgainDays: Number(values.askAgainDays),
          },
        },
      });
      form.set({ password: '', questions: values.questions.filter((question) => question.trim() !== '') });
      toast(t('saved'));
    },
    texts: spacesTexts,
  });
  useLeaveGuard(form.isChanged);
  const { gates, questions } = form.values;
  const days = (counts: readonly number[]) => counts.map((count) => ({ value: String(count), label: t('days', { count }) }));
  return (
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
                // oxlint-disable-next-line react/no-array-index-key
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
  );
}
