import { useMutation, useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { SpaceFrame, SpaceFrameFragment } from '#spaces/web';
import { Alert, ClosedDoor, Form, QueryPage, RadioGroup, toast, useForm } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';

const MailPolicyQuery = graphql(
  `
    query SpaceMailPolicy($slug: String!) {
      space(slug: $slug) {
        id
        slug
        name
        visibility
        archivedAt
        viewerCanModerate
        mailPolicy
        ...SpaceFrame
      }
    }
  `,
  [SpaceFrameFragment],
);
const SetMailPolicy = graphql(`
  mutation SetSpaceMailPolicy($input: SetSpaceMailPolicyInput!) {
    setSpaceMailPolicy(input: $input) { id mailPolicy }
  }
`);

const POLICIES = ['full', 'title', 'pointer'] as const;

type Space = NonNullable<ResultOf<typeof MailPolicyQuery>['space']>;

/** What mails may carry out of a space; chosen by its moderators. */
export function MailPolicyPage() {
  const t = useTexts(notificationsTexts);
  const { slug = '' } = useParams();
  const query = useQuery(MailPolicyQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => (data.space?.mailPolicy ? data.space : null)} texts={notificationsTexts}>
      {(space) =>
        space.viewerCanModerate ? (
          <SpaceFrame space={space} title={t('policy.title')} summary={t('policy.summary')} audience={t('policy.audience')}>
            <PolicyForm key={space.id} space={space} />
          </SpaceFrame>
        ) : (
          <ClosedDoor title={t('policy.forModerators')}><p>{t('policy.forModeratorsText')}</p></ClosedDoor>
        )
      }
    </QueryPage>
  );
}

function PolicyForm({ space }: { readonly space: Space }) {
  const t = useTexts(notificationsTexts);
  const [set] = useMutation(SetMailPolicy);
  const isClosed = space.visibility === 'closed' || space.visibility === 'hidden';
  const form = useForm({
    initial: { policy: space.mailPolicy ?? 'pointer' },
    submit: async ({ policy }) => {
      await set({ variables: { input: { spaceId: space.id, policy } } });
      toast(t('policy.saved'));
    },
    texts: notificationsTexts,
  });
  const usual = isClosed ? 'pointer' : 'full';
  return (
    <>
      <Form form={form} submitLabel={t('save')}>
        <RadioGroup
          label={t('policy.label')}
          help={t('policy.help')}
          choices={POLICIES.map((value) => ({ value, label: value === usual ? t('policy.usual', { policy: t(`policy.choice.${value}`) }) : t(`policy.choice.${value}`), help: t(`policy.choice.${value}.text`) }))}
          {...form.field('policy')}
        />
        {/* Below the choices: it must not push them away while somebody chooses. */}
        {isClosed && form.values.policy !== 'pointer' && <Alert kind="warning" live>{t('policy.closedWarning')}</Alert>}
      </Form>
      <p>{t('policy.told')}</p>
    </>
  );
}
