import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Alert, Badge, Button, Checkbox, Form, List, ListRow, Section, TextField, toast, useForm } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import classes from '../making/harvest.module.css';
import { plainWords } from '../plain-words.js';

const PanelQuery = graphql(`
  query HarvestPanel($id: String!) {
    tip(slug: $id) {
      id
      harvest {
        tipId
        isWider
        gains
        opensToEveryone
        isReady
        readsSource
        discussion {
          id
          slug
          title
        }
        passages {
          id
          postId
          text
          consent
          source
          hasWords
          hasSource
          isAgreed
          author {
            accountId
            name
          }
        }
        crossings {
          key
          kind
          value
          excerpt
          isSettled
          reason
        }
      }
    }
  }
`);
const KeepCrossings = graphql(`
  mutation KeepCrossings($input: KeepCrossingsInput!) {
    keepCrossings(input: $input) {
      id
    }
  }
`);
const ReopenCrossings = graphql(`
  mutation ReopenCrossings($input: ReopenCrossingsInput!) {
    reopenCrossings(input: $input) {
      id
    }
  }
`);

type Harvest = NonNullable<ResultOf<typeof PanelQuery>['tip']['harvest']>;

/** The version of the draft, as saving it tells this page; nothing is asked for it. */
const SavedVersion = graphql(`
  query HarvestSavedVersion($id: String!) {
    tip(slug: $id) {
      id
      workingCopy {
        tipId
        version
      }
    }
  }
`);

/** After a saving: what was taken out of the text shall vanish from the list. Several in a row are one look. */
const SAVED_MS = 1500;
/** What others answer meanwhile. */
const LOOK_MS = 60_000;

/** Beside a tip that is made of a discussion: who agreed, and what would cross the border. Nothing for other tips. */
export function HarvestPanel() {
  const t = useTexts(harvestTexts);
  const { slug = '' } = useParams();
  const { data, refetch, startPolling, stopPolling } = useQuery(PanelQuery, { variables: { id: slug }, fetchPolicy: 'cache-and-network' });
  const harvest = data?.tip.harvest ?? null;
  const isHarvested = harvest !== null;
  const saved = useQuery(SavedVersion, { variables: { id: slug }, fetchPolicy: 'cache-only' }).data?.tip.workingCopy?.version;
  const looked = useRef(saved);
  useEffect(() => {
    if (!isHarvested || saved === undefined || looked.current === saved) return undefined;
    const isFirst = looked.current === undefined;
    looked.current = saved;
    // As the page was opened with it: this is what was looked at.
    if (isFirst) return undefined;
    const timer = setTimeout(() => void refetch().catch(() => undefined), SAVED_MS);
    return () => clearTimeout(timer);
  }, [isHarvested, saved, refetch]);
  useEffect(() => {
    if (!isHarvested) return;
    startPolling(LOOK_MS);
    return stopPolling;
  }, [isHarvested, startPolling, stopPolling]);
  if (harvest === null) return null;
  const { discussion } = harvest;
  return (
    <Section title={t('panel.title')} action={<Button size="small" onClick={() => void refetch()}>{t('panel.look')}</Button>}>
      {discussion !== null && <p>{t.rich('panel.from', { link: <Link to={`/d/${discussion.slug}`}>{discussion.title}</Link> })}</p>}
      <Alert kind={harvest.isReady ? 'done' : 'warning'} live>{t(harvest.isReady ? 'panel.ready' : 'panel.open')} {t('panel.saved')}</Alert>
      {!harvest.readsSource && <p>{t('panel.partly')}</p>}
      <Passages harvest={harvest} />
      {(harvest.isWider || harvest.crossings.length > 0) && <Border harvest={harvest} onChanged={() => void refetch()} />}
    </Section>
  );
}

function Passages({ harvest: { passages } }: { readonly harvest: Harvest }) {
  const t = useTexts(harvestTexts);
  return (
    <Section title={t('panel.passages')} level={3}>
      <List label={t('panel.passages')}>
        {passages.map(({ id, text, author, consent, source, isAgreed, hasWords }) => (
          <ListRow
            key={id}
            title={<span className={classes.excerpt}>{text === null ? t('panel.hidden') : text === '' ? t('panel.forgotten') : shortened(plainWords(text))}</span>}
            meta={[author?.name, t(`panel.consent.${consent}`), source !== null && source !== 'stands' && t(`panel.source.${source}`), !isAgreed && t(hasWords ? 'panel.takeWords' : 'panel.takeSource')]}
            end={<Badge kind={isAgreed ? 'done' : 'warning'}>{t(isAgreed ? 'panel.agreed' : 'panel.unsettled')}</Badge>}
          />
        ))}
      </List>
    </Section>
  );
}

const SHOWN = 160;
const shortened = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`);

function Border({ harvest, onChanged }: { readonly harvest: Harvest; readonly onChanged: () => void }) {
  const t = useTexts(harvestTexts);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [keep] = useMutation(KeepCrossings);
  const [reopen] = useMutation(ReopenCrossings);
  const { tipId, crossings, gains, opensToEveryone } = harvest;
  const open = crossings.filter(({ isSettled }) => !isSettled);
  const chosen = open.filter(({ key }) => marked.has(key)).map(({ key }) => key);
  const mark = (key: string, isMarked: boolean) => setMarked((before) => new Set(isMarked ? [...before, key] : [...before].filter((other) => other !== key)));
  const form = useForm({
    initial: { reason: '' },
    texts: harvestTexts,
    check: ({ reason }) => ({ ...(reason.trim().length < 3 ? { reason: t('panel.reasonShort') } : chosen.length === 0 && { reason: t('panel.chooseOne') }) }),
    submit: async ({ reason }) => {
      await keep({ variables: { input: { tipId, keys: chosen, reason } } });
      setMarked(new Set());
      toast(t('panel.keptDone'), { kind: 'done' });
      onChanged();
    },
  });
  // The address of a post says nothing to anybody.
  const nameOf = (kind: Harvest['crossings'][number]['kind'], value: string) => (value.startsWith('/beitrag/') ? t('panel.source') : `${t(`panel.kind.${kind}`)}: ${value}`);
  const again = async (key: string) => {
    await reopen({ variables: { input: { tipId, keys: [key] } } });
    onChanged();
  };
  return (
    <Section title={t('panel.border')} level={3}>
      <p>{t(harvest.isWider ? 'panel.borderText' : 'panel.borderLater')} {gains > 0 && t('panel.gains', { count: gains })} {opensToEveryone && t('panel.everyone')}</p>
      {open.length > 0 && (
        <>
          {open.map(({ key, kind, value, excerpt }) => (
            <Checkbox key={key} label={nameOf(kind, value)} help={<span className={classes.excerpt}>{excerpt}</span>} value={marked.has(key)} onChange={(isMarked) => mark(key, isMarked)} />
          ))}
          {open.length > 1 && <div><Button size="small" onClick={() => setMarked(new Set(open.map(({ key }) => key)))}>{t('panel.all')}</Button></div>}
          <Form form={form} submitLabel={t('panel.keep')}>
            <TextField label={t('panel.reason')} maxLength={300} {...form.field('reason')} />
          </Form>
        </>
      )}
      <List label={t('panel.border')}>
        {crossings
          .filter(({ isSettled }) => isSettled)
          .map(({ key, kind, value, reason }) => (
            <ListRow
              key={key}
              title={<span className={classes.excerpt}>{nameOf(kind, value)}</span>}
              meta={[t('panel.kept', { reason: reason ?? '' })]}
              end={<Button size="small" onClick={() => void again(key).catch(() => undefined)}>{t('panel.reopen')}</Button>}
            />
          ))}
      </List>
    </Section>
  );
}
