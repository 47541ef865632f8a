import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Row, TokenField } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { ImposeDialog } from './ImposeDialog.js';

const MembersQuery = graphql(`
  query MembersToMeasure($slug: String!) {
    space(slug: $slug) {
      id
      members(first: 100) {
        nodes {
          accountId
          name
          role
        }
      }
    }
  }
`);

/** A measure without a case: first whom it is about. `?person=<id>` in the address, as the list of members links it, names them already. */
export function ImposeOnMember({ spaceId, slug }: { readonly spaceId: string; readonly slug: string }) {
  const t = useTexts(moderationTexts);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('person');
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [person, setPerson] = useState<string>();
  const { data } = useQuery(MembersQuery, { variables: { slug }, skip: !isChoosing && wanted === null });
  const members = (data?.space.members?.nodes ?? []).filter(({ role }) => role !== 'moderator');
  const nameOf = (id: string) => members.find(({ accountId }) => accountId === id)?.name;
  const named = person ?? wanted ?? undefined;
  const name = named === undefined ? undefined : nameOf(named);
  const close = () => {
    setPerson(undefined);
    setChosen([]);
    setChoosing(false);
    if (wanted !== null) setSearch({}, { replace: true });
  };
  return (
    <Row>
      <Button onClick={() => setChoosing(true)}>{t('measure.new')}</Button>
      <Dialog
        isOpen={isChoosing && person === undefined}
        onClose={close}
        title={t('measure.who')}
        actions={<Button kind="primary" aria-disabled={chosen.length === 0 || undefined} onClick={() => setPerson(chosen[0])}>{t('measure.continue')}</Button>}
      >
        {isChoosing && person === undefined && (
          <TokenField name="person" label={t('measure.member')} help={t('measure.memberHelp')} max={1} choices={members.map(({ accountId, name: label }) => ({ value: accountId, label }))} value={chosen} onChange={setChosen} />
        )}
      </Dialog>
      {named !== undefined && name !== undefined && <ImposeDialog spaceId={spaceId} person={{ id: named, name }} onClose={close} />}
    </Row>
  );
}
