import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Row, type Token } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import { ImposeDialog } from './ImposeDialog.js';
import { MeasuredMember } from './MeasuredMember.js';

const PersonQuery = graphql(`
  query PersonToMeasure($id: ID!) {
    person(id: $id) {
      id
      name
    }
  }
`);

/** A measure without a case: first whom it is about. `?person=<id>` in the address, as the list of members links it, names them already. */
export function ImposeOnMember({ spaceId, slug }: { readonly spaceId: string; readonly slug: string }) {
  const t = useTexts(moderationTexts);
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('person');
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<Token | null>(null);
  const [isChosen, setIsChosen] = useState(false);
  const { data } = useQuery(PersonQuery, { variables: { id: wanted ?? '' }, skip: wanted === null });
  const linked = data?.person ?? null;
  const person = isChosen && chosen !== null ? { id: chosen.value, name: chosen.label } : linked;
  const close = () => {
    setChosen(null);
    setIsChosen(false);
    setChoosing(false);
    if (wanted !== null) setSearch({}, { replace: true });
  };
  return (
    <Row>
      <Button onClick={() => setChoosing(true)}>{t('measure.new')}</Button>
      <Dialog
        isOpen={isChoosing && person === null}
        onClose={close}
        title={t('measure.who')}
        actions={<Button kind="primary" aria-disabled={chosen === null || undefined} onClick={() => setIsChosen(chosen !== null)}>{t('measure.continue')}</Button>}
      >
        {isChoosing && person === null && <MeasuredMember slug={slug} value={chosen} onChange={setChosen} />}
      </Dialog>
      {person !== null && <ImposeDialog spaceId={spaceId} person={person} onClose={close} />}
    </Row>
  );
}
