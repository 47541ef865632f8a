import { useEffect, useRef, useState } from 'react';
import { announce, useTexts, useViewer } from '#platform/web';
import { Alert, Button, DateTime, RadioGroup, Row } from '#ui/web';
import { conflictOf, conflictParts, firstChoices, openCount, settledDraft, type ConflictChoices, type ConflictPart } from './conflict.js';
import type { DraftText, StoredDraft } from './draft.js';
import type { Passage, PassageChoice } from './merge-texts.js';
import { wordSegments } from './word-segments.js';
import classes from './conflict.module.css';
import { writingTexts } from './writing-texts.js';

interface PlacedPassage {
  readonly part: ConflictPart;
  readonly key: string;
  readonly passage: Passage;
  /** Which of the open passages of its part. */
  readonly here: number;
}

function placesOf(part: ConflictPart, passages: readonly Passage[]): readonly PlacedPassage[] {
  return passages.map((passage, position) => ({ part, key: `${part}-${position}`, passage, here: openCount(passages.slice(0, position)) }));
}

interface ConflictPanelProps {
  readonly base: DraftText;
  readonly mine: DraftText;
  readonly theirs: StoredDraft;
  readonly onSettle: (text: DraftText) => void;
}

/** Two versions of one text: what could be joined is joined, the rest is decided place by place. Nothing is thrown away. */
export function ConflictPanel({ base, mine, theirs, onSettle }: ConflictPanelProps) {
  const t = useTexts(writingTexts);
  const viewer = useViewer();
  const conflict = conflictOf(base, mine, theirs.text);
  const [choices, setChoices] = useState<ConflictChoices>(() => firstChoices(conflict));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const isOwn = theirs.savedBy?.accountId === viewer.accountId;
  const name = theirs.savedBy?.name ?? t('others.someone');
  const theirsLabel = theirs.isReleasedBeside === true ? t('stale.theirsReleased') : isOwn ? t('stale.theirsOwn') : typeof theirs.savedBy?.name === 'string' ? t('stale.theirs', { name }) : t('stale.theirsUnnamed');
  const total = conflictParts.reduce((sum, part) => sum + openCount(conflict[part]), 0);
  const choose = (part: ConflictPart, place: number, choice: PassageChoice) =>
    setChoices((before) => ({ ...before, [part]: before[part].map((known, position) => (position === place ? choice : known)) }));
  const intro = theirs.isReleasedBeside === true ? 'stale.textReleased' : isOwn ? 'stale.textOwn' : 'stale.text';

  const places = conflictParts.flatMap((part) => placesOf(part, conflict[part]));
  const numberOf = (key: string) => places.filter(({ passage }) => passage.kind === 'open').findIndex((place) => place.key === key) + 1;
  return (
    <section className={classes.panel} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>{t('stale.title')}</h2>
      <Alert kind="warning">
        {theirs.savedAt === '' ? t(intro, { name, when: '' }) : t.rich(intro, { name, when: <DateTime at={theirs.savedAt} /> })} {t('stale.open', { count: total })}
      </Alert>
      {total > 1 && (
        <Row>
          <Button size="small" onClick={() => setChoices(firstChoices(conflict, 'mine'))}>{t('stale.allMine')}</Button>
          <Button size="small" onClick={() => setChoices(firstChoices(conflict, 'theirs'))}>{t('stale.allTheirs')}</Button>
        </Row>
      )}
      {places.map(({ part, key, passage, here }) =>
        passage.kind === 'settled' ? (
          part === 'body' && <Settled key={key} passage={passage} />
        ) : (
          <Place
            key={key}
            title={`${t('stale.place', { number: numberOf(key), total })} · ${t(`stale.part.${part}`)}`}
            name={key}
            passage={passage}
            theirsLabel={theirsLabel}
            canBoth={part === 'body'}
            choice={choices[part][here] ?? 'mine'}
            onChoose={(choice) => choose(part, here, choice)}
          />
        ),
      )}
      <p className={classes.note}>{t('stale.kept')}</p>
      <Row>
        <Button
          kind="primary"
          onClick={() => {
            onSettle(settledDraft(base, mine, theirs.text, choices));
            announce(t('stale.settled'));
            window.scrollTo({ top: 0 });
          }}
        >
          {t('stale.goOn')}
        </Button>
      </Row>
    </section>
  );
}

function Settled({ passage }: { readonly passage: Extract<Passage, { kind: 'settled' }> }) {
  const t = useTexts(writingTexts);
  const count = passage.text.trim().split(/\n{2,}/).length;
  return (
    <details className={classes.settled}>
      <summary>{t('stale.shared', { count })}</summary>
      <div className={classes.source}>{passage.text.trim()}</div>
    </details>
  );
}

interface PlaceProps {
  readonly title: string;
  readonly name: string;
  readonly passage: Extract<Passage, { kind: 'open' }>;
  readonly theirsLabel: string;
  readonly canBoth: boolean;
  readonly choice: PassageChoice;
  readonly onChoose: (choice: PassageChoice) => void;
}

function Place({ title, name, passage, theirsLabel, canBoth, choice, onChoose }: PlaceProps) {
  const t = useTexts(writingTexts);
  const segments = wordSegments(passage.theirs.trim(), passage.mine.trim());
  return (
    <div className={classes.place}>
      <h3>{title}</h3>
      <div className={classes.sides}>
        <Side label={t('stale.mine')} isChosen={choice !== 'theirs'} segments={segments.filter(({ kind }) => kind !== 'removed')} />
        <Side label={theirsLabel} isChosen={choice !== 'mine'} segments={segments.filter(({ kind }) => kind !== 'added')} />
      </div>
      <RadioGroup
        label={t('stale.choose')}
        name={name}
        value={choice}
        onChange={onChoose}
        choices={[
          { value: 'mine', label: t('stale.takeMine') },
          { value: 'theirs', label: t('stale.takeTheirs') },
          ...(canBoth ? [{ value: 'both' as const, label: t('stale.takeBoth') }] : []),
        ]}
      />
    </div>
  );
}

function Side({ label, isChosen, segments }: { readonly label: string; readonly isChosen: boolean; readonly segments: ReturnType<typeof wordSegments> }) {
  const t = useTexts(writingTexts);
  return (
    <div className={isChosen ? classes.chosen : classes.side}>
      <h4>{label}</h4>
      <div className={classes.source}>
        {segments.length === 0 && <em>{t('stale.empty')}</em>}
        {segments.map((segment, position) =>
          segment.kind === 'same' ? (
            segment.text
          ) : (
            // The words of one side keep their order.
            <mark key={position}>{segment.text}</mark>
          ),
        )}
      </div>
    </div>
  );
}
