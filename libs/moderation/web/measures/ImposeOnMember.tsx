import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, useTexts } from '#platform/web';
import { Button, Dialog, Form, Row, useForm, type Token } from '#ui/web';
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
  const { data } = useQuery(PersonQuery, { variables: { id: wanted ?? '' }, skip: wanted === null });
  const linked = data?.person ?? null;
  const person = chosen === null ? linked : { id: chosen.value, name: chosen.label };
  const close = () => {
    setChosen(null);
    setChoosing(false);
    if (wanted !== null) setSearch({}, { replace: true });
  };
  return (
    <Row>
      <Button onClick={() => setChoosing(true)}>{t('measure.new')}</Button>
      <Dialog isOpen={isChoosing && person === null} onClose={close} title={t('measure.who')}>
        <Whom slug={slug} onChosen={setChosen} onCancel={close} />
      </Dialog>
      {person !== null && <ImposeDialog spaceId={spaceId} person={person} onClose={close} />}
    </Row>
  );
}

function Whom({ slug, onChosen, onCancel }: { readonly slug: string; readonly onChosen: (person: Token) => void; readonly onCancel: () => void }) {
  const t = useTexts(moderationTexts);
  const form = useForm({
    initial: { person: null as Token | null },
    check: ({ person }) => ({ ...(person === null && { person: t('measure.memberMissing') }) }),
    submit: async ({ person }) => {
      if (person !== null) onChosen(person);
    },
    texts: moderationTexts,
  });
  return (
    <Form form={form} submitLabel={t('measure.continue')} actions={<Button onClick={onCancel}>{t('cancel')}</Button>}>
      <MeasuredMember slug={slug} {...form.field('person')} />
    </Form>
  );
}
