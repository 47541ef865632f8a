import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Checkbox } from '../field/Choices.js';
import { TextField } from '../field/TextField.js';
import { renderInPage } from '../testing/index.js';
import { Form } from './Form.js';
import { useForm } from './use-form.js';

interface Values {
  readonly name: string;
  readonly town: string;
  readonly consent: boolean;
}

function Example({ submit, draftKey }: { readonly submit: (values: Values) => Promise<unknown>; readonly draftKey?: string }) {
  const form = useForm<Values>({
    initial: { name: '', town: '', consent: false },
    check: (values) => ({
      ...(values.name === '' && { name: 'Der Name fehlt.' }),
      ...(!values.consent && { consent: 'Die Zustimmung fehlt.' }),
    }),
    submit,
    ...(draftKey === undefined ? {} : { draftKey }),
  });
  return (
    <Form form={form} submitLabel="Senden">
      <TextField label="Name" {...form.field('name')} />
      <TextField label="Gemeinde" optional {...form.field('town')} />
      <Checkbox label="Ich stimme zu" {...form.field('consent')} />
    </Form>
  );
}

const refusal = (extensions: Record<string, unknown>) => new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions }] });
const send = async () => userEvent.click(screen.getByRole('button', { name: 'Senden' }));
const fillIn = async () => {
  await userEvent.type(screen.getByLabelText('Name'), 'Jana');
  await userEvent.click(screen.getByLabelText('Ich stimme zu'));
};

beforeEach(() => sessionStorage.clear());

describe('a form', () => {
  it('sends nothing while something is missing, lists what, and goes to the first', async () => {
    const submit = jest.fn();
    await renderInPage(<Example submit={submit} />);
    await send();
    expect(submit).not.toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: /2 Angaben/ })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  it('brings the label and the sentence about the field into sight, not the field alone', async () => {
    const shown = jest.spyOn(Element.prototype, 'scrollIntoView');
    await renderInPage(<Example submit={jest.fn()} />);
    await send();
    expect(shown.mock.contexts.some((element) => (element as Element).textContent.includes('Der Name fehlt.'))).toBe(true);
    shown.mockRestore();
  });

  it('ties each error to its field for screen readers', async () => {
    await renderInPage(<Example submit={jest.fn()} />);
    await send();
    const field = screen.getByLabelText('Name');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const description = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toContain('Der Name fehlt.');
  });

  it('leads from the list to the field', async () => {
    await renderInPage(<Example submit={jest.fn()} />);
    await send();
    await userEvent.click(screen.getByRole('link', { name: 'Die Zustimmung fehlt.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Ich stimme zu'));
  });

  it('takes an error back as soon as one types there', async () => {
    await renderInPage(<Example submit={jest.fn()} />);
    await send();
    await userEvent.type(screen.getByLabelText('Name'), 'J');
    expect(screen.queryAllByText('Der Name fehlt.')).toEqual([]);
  });

  it('shows what the server refuses at the field it names, and keeps what was typed', async () => {
    const submit = jest.fn().mockRejectedValue(refusal({ code: 'BAD_USER_INPUT', reason: 'tooLong', fields: [{ field: 'input.town', reason: 'tooLong', params: { max: 60 } }] }));
    await renderInPage(<Example submit={submit} />);
    await fillIn();
    await send();
    expect(await screen.findByText(/möglich sind 60 Zeichen/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/Gemeinde/));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Jana');
  });

  it('says a refusal that concerns no field above the form', async () => {
    const submit = jest.fn().mockRejectedValue(refusal({ code: 'RATE_LIMITED', reason: 'rateLimited', params: { retryAfterSeconds: 300 } }));
    await renderInPage(<Example submit={submit} />);
    await fillIn();
    await send();
    expect((await screen.findByRole('alert')).textContent).toContain('In 5 Min.');
  });

  it('sends once, however often one clicks', async () => {
    let finish: () => void = () => undefined;
    const submit = jest.fn(() => new Promise<void>((resolve) => { finish = resolve; }));
    await renderInPage(<Example submit={submit} />);
    await fillIn();
    await send();
    await send();
    expect(submit).toHaveBeenCalledTimes(1);
    finish();
  });

  it('brings back after a crash of the page what was typed, and forgets it once it is sent', async () => {
    const submit = jest.fn().mockResolvedValue(undefined);
    const first = await renderInPage(<Example submit={submit} draftKey="example" />);
    await userEvent.type(screen.getByLabelText('Name'), 'Jana');
    first.unmount();
    const second = await renderInPage(<Example submit={submit} draftKey="example" />);
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Jana');
    await userEvent.click(screen.getByLabelText('Ich stimme zu'));
    await send();
    second.unmount();
    await renderInPage(<Example submit={submit} draftKey="example" />);
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('');
  });

  it('leads to what is no control of its own, such as an editor', async () => {
    function Writing() {
      const form = useForm<{ readonly body: string }>({ initial: { body: '' }, check: () => ({ body: 'Der Text fehlt.' }), submit: async () => undefined });
      return (
        <Form form={form} submitLabel="Senden">
          <div data-field="body"><p>Was ist die Lage?</p><textarea aria-label="Text" /></div>
        </Form>
      );
    }
    const shown = jest.spyOn(Element.prototype, 'scrollIntoView');
    await renderInPage(<Writing />);
    await send();
    expect(document.activeElement).toBe(screen.getByLabelText('Text'));
    expect(shown.mock.contexts.some((element) => (element as Element).textContent.includes('Was ist die Lage?'))).toBe(true);
    shown.mockRestore();
  });
});
