import { useMutation } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Form, toast, TokenField, useForm } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import { useSpaceMembers } from '../write/use-space-members.js';

const HandOverTip = graphql(`
  mutation HandOverTip($input: HandOverTipInput!) {
    handOverTip(input: $input) {
      id
      authors { accountId name }
      viewerCanEdit
      viewerCanRetire
      viewerCanRevive
      viewerCanCheck
      viewerCanHandOver
    }
  }
`);

interface HandOverFormProps {
  readonly tipId: string;
  readonly spaceSlug: string;
  /** The owner first. */
  readonly authors: readonly { readonly accountId: string }[];
  readonly onDone: () => void;
}

/** Makes another member of the space the owner; who writes with the owner already is offered first. */
export function HandOverForm({ tipId, spaceSlug, authors, onDone }: HandOverFormProps) {
  const t = useTexts(tipsTexts);
  const errors = useErrorTexts(tipsTexts);
  const [handOver] = useMutation(HandOverTip);
  const members = useSpaceMembers(spaceSlug);
  const [owner, ...coAuthors] = authors.map(({ accountId }) => accountId);
  const offered = members
    .filter(({ value }) => value !== owner)
    .toSorted((left, right) => Number(coAuthors.includes(right.value)) - Number(coAuthors.includes(left.value)));
  const form = useForm({
    initial: { ownerId: [] as readonly string[] },
    check: ({ ownerId }): { ownerId?: string } => (ownerId.length === 0 ? { ownerId: errors.reason('required') } : {}),
    submit: async ({ ownerId }) => {
      const [chosen = ''] = ownerId;
      await handOver({ variables: { input: { tipId, ownerId: chosen } } });
      toast(t('tip.handOverDone', { name: members.find(({ value }) => value === chosen)?.label ?? '' }));
      onDone();
    },
    texts: tipsTexts,
  });
  return (
    <>
      <p>{t('tip.handOverText')}</p>
      <Form form={form} submitLabel={t('tip.handOverDo')}>
        <TokenField label={t('tip.handOverTo')} help={t('tip.handOverHelp')} choices={offered} max={1} {...form.field('ownerId')} />
      </Form>
    </>
  );
}
