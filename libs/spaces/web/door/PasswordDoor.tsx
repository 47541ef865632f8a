import { useMutation } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Form, PasswordField, Section, toast, useForm } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const JoinByPassword = graphql(`
  mutation JoinSpaceByPassword($input: JoinByPasswordInput!) {
    joinSpaceByPassword(input: $input) {
      id
    }
  }
`);

interface PasswordDoorProps {
  readonly spaceId: string;
  readonly spaceName: string;
  /** Where nothing else on the page asks for something, this is the primary action. */
  readonly isOnly: boolean;
}

/** The password gate. */
export function PasswordDoor({ spaceId, spaceName, isOnly }: PasswordDoorProps) {
  const t = useTexts(spacesTexts);
  const [send] = useMutation(JoinByPassword, { refetchQueries: 'active', awaitRefetchQueries: true });
  const form = useForm({
    initial: { password: '' },
    check: (values) => ({ ...(values.password === '' && { password: t('door.passwordMissing') }) }),
    submit: async ({ password }) => {
      await send({ variables: { input: { spaceId, password } } });
      toast(t('door.welcome', { space: spaceName }));
    },
    texts: spacesTexts,
  });
  return (
    <Section title={t('door.passwordTitle')}>
      <p>{t('door.passwordText')}</p>
      <Form form={form} submitLabel={t('door.passwordJoin')} submitKind={isOnly ? 'primary' : 'secondary'}>
        <PasswordField label={t('door.password')} autoComplete="off" {...form.field('password')} />
      </Form>
    </Section>
  );
}
