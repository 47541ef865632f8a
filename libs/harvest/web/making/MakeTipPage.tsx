import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { uuidv7 } from '#platform/shared';
import { graphql, useErrorTexts, useLocale, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, ClosedDoor, Page, QueryPage, Row, Section, toast, useLeaveGuard } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import { ChoosePassages } from './ChoosePassages.js';
import { ChoosePlace, type Target } from './ChoosePlace.js';
import classes from './harvest.module.css';
import { askedNames, inOrder, isAskerBeside, type Choice } from './passage-wishes.js';

const MakeTipQuery = graphql(`
  query MakeTip($slug: String!) {
    discussion(slug: $slug) {
      id
      slug
      title
      lastPosition
      viewerCanHarvest
      author {
        accountId
        name
      }
      space {
        id
        slug
        name
      }
    }
    mySpaces {
      id
      name
      tipSettings {
        spaceId
        viewerCanWrite
        template {
          title
        }
      }
    }
  }
`);
const HarvestTip = graphql(`
  mutation HarvestTip($input: HarvestTipInput!) {
    harvestTip(input: $input) {
      id
    }
  }
`);

type Data = ResultOf<typeof MakeTipQuery>;
const STEPS = 3;

/** From a solved discussion to the draft of a tip, in three steps. */
export function MakeTipPage() {
  const t = useTexts(harvestTexts);
  const { slug = '' } = useParams();
  const query = useQuery(MakeTipQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data} width="reading" texts={harvestTexts}>
      {(data) => (data.discussion.viewerCanHarvest ? <Steps data={data} /> : <ClosedDoor title={t('make.mayNot')}><p>{t('make.mayNotText')}</p></ClosedDoor>)}
    </QueryPage>
  );
}

function Steps({ data: { discussion, mySpaces } }: { readonly data: Data }) {
  const t = useTexts(harvestTexts);
  const [step, setStep] = useState(1);
  const [choice, setChoice] = useState<Choice>(new Map());
  const targets: readonly Target[] = mySpaces.flatMap(({ id, name, tipSettings }) => (tipSettings?.viewerCanWrite === true ? [{ id, name, sections: (tipSettings.template ?? []).map(({ title }) => title) }] : []));
  const [spaceId, setSpaceId] = useState(() => (targets.length === 1 ? (targets[0]?.id ?? '') : ''));
  const [problem, setProblem] = useState<{ readonly sentence: string }>();
  const heading = useRef<HTMLDivElement>(null);
  // A new step is read from its beginning, also by screen readers.
  useEffect(() => {
    if (step > 1) heading.current?.focus();
  }, [step]);
  const alert = useRef<HTMLDivElement>(null);
  // Whoever went on stands below a long discussion; the sentence is above it.
  useEffect(() => {
    if (problem !== undefined) alert.current?.focus();
  }, [problem]);
  useLeaveGuard(choice.size > 0);
  const go = (to: number, refusal?: string) => {
    setProblem(refusal === undefined ? undefined : { sentence: refusal });
    if (refusal === undefined) setStep(to);
  };
  const titles = [t('make.passages'), t('make.place'), t('make.check')];
  const buttons = (next?: () => void) => (
    <Row>
      {step > 1 && <Button onClick={() => go(step - 1)}>{t('make.back')}</Button>}
      {next !== undefined && <Button kind="primary" onClick={next}>{t('make.next')}</Button>}
    </Row>
  );
  return (
    <Page
      title={t('make.title')}
      summary={t('make.summary', { title: discussion.title })}
      width="reading"
      crumbs={[...(discussion.space === null ? [] : [{ label: discussion.space.name, to: `/raum/${discussion.space.slug}` }]), { label: discussion.title, to: `/d/${discussion.slug}` }]}
    >
      <div ref={heading} tabIndex={-1}>
        <Section title={titles[step - 1] ?? ''} note={t('make.steps', { step, of: STEPS })}>
          {problem !== undefined && <Alert kind="danger" live ref={alert}>{problem.sentence}</Alert>}
          {step === 1 && (
            <>
              <p>{t('make.passagesHelp')}</p>
              <ChoosePassages slug={discussion.slug} choice={choice} onChange={(next) => { setProblem(undefined); setChoice(next); }} />
              <div className={classes.foot}>
                <output>{choice.size === 0 ? t('make.chosenNone') : t('make.chosen', { count: choice.size, positions: inOrder(choice).map(({ post }) => post.position ?? 0).join(', ') })}</output>
                {buttons(() => go(2, choice.size === 0 ? t('make.none') : undefined))}
              </div>
            </>
          )}
          {step === 2 && (
            <>
              <ChoosePlace targets={targets} spaceId={spaceId} onSpace={(id) => { setProblem(undefined); setSpaceId(id); }} choice={choice} onChange={setChoice} />
              {buttons(targets.length === 0 ? undefined : () => go(3, spaceId === '' ? t('make.spaceMissing') : undefined))}
            </>
          )}
          {step === 3 && <Create discussionId={discussion.id} asker={discussion.author} spaceId={spaceId} choice={choice} back={buttons()} />}
        </Section>
      </div>
    </Page>
  );
}

interface CreateProps {
  readonly discussionId: string;
  readonly asker: Data['discussion']['author'];
  readonly spaceId: string;
  readonly choice: Choice;
  readonly back: ReactNode;
}

function Create({ discussionId, asker, spaceId, choice, back }: CreateProps) {
  const t = useTexts(harvestTexts);
  const errors = useErrorTexts(harvestTexts);
  const { locale } = useLocale();
  const viewer = useViewer();
  const navigate = useNavigate();
  // Sent twice it makes one draft.
  const [id] = useState(uuidv7);
  const [harvest, { loading, error }] = useMutation(HarvestTip);
  const names = askedNames(choice, viewer.accountId);
  const create = async () => {
    const passages = inOrder(choice).map(({ post, part, section }) => ({ postId: post.id, text: part.trim() === '' ? null : part, section: section === '' ? null : Number(section) }));
    await harvest({ variables: { input: { id, discussionId, spaceId, passages } } });
    toast(t('make.made'), { kind: 'done' });
    await navigate(`/tipp/${id}/bearbeiten`);
  };
  return (
    <div className={classes.sections}>
      <p>{names.length === 0 ? t('make.askedNobody') : t('make.asked', { count: names.length, names: new Intl.ListFormat(locale).format(names) })}</p>
      {isAskerBeside(choice, asker, viewer.accountId) && <p>{t('make.askedAsker', { name: asker?.name ?? '' })}</p>}
      <p>{t('make.border')}</p>
      {error !== undefined && <Alert kind="danger" live>{errors.sentence(error)}</Alert>}
      <Row>
        {back}
        <Button kind="primary" busy={loading} onClick={() => void create().catch(() => undefined)}>{t('make.submit')}</Button>
      </Row>
    </div>
  );
}
