import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { announce, useLocale, useTexts } from '#platform/web';
import { formatTime } from '#ui/web';
import type { SaveState } from './draft-keeper.js';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

const isToday = (at: string) => new Date(at).toDateString() === new Date().toDateString();

/** Where the text is, always visible: "Gespeichert 14:32". */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const t = useTexts(writingTexts);
  const { locale } = useLocale();
  const time = (at: string) => formatTime(at, 'time', locale);

  // Saving every few seconds must not chatter: only trouble and its end are read out.
  const wasTrouble = useRef(false);
  const isTrouble = state.kind === 'kept' || state.kind === 'refused' || state.kind === 'stale';
  useEffect(() => {
    if (isTrouble && !wasTrouble.current) announce(t(state.kind === 'stale' ? 'save.stale' : state.kind === 'refused' ? 'save.refused' : 'save.keptSpoken'));
    if (wasTrouble.current && state.kind === 'saved') announce(t('save.saved', { time: time(state.at) }));
    if (isTrouble || state.kind === 'saved') wasTrouble.current = isTrouble;
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isTrouble, state.kind]);

  switch (state.kind) {
    case 'untouched':
      return <span className={classes.saveLine}>{t('save.untouched')}</span>;
    case 'saved':
      return (
        <span className={classes.saveLine}>
          <IconCloudCheck {...icon} />
          <span>{isToday(state.at) ? t('save.saved', { time: time(state.at) }) : t('save.savedOn', { date: formatTime(state.at, 'shortDate', locale) })}</span>
        </span>
      );
    case 'waiting':
    case 'saving':
      return (
        <span className={classes.saveLine}>
          <IconLoader2 {...icon} />
          <span>{t(state.kind === 'waiting' ? 'save.waiting' : 'save.saving')}</span>
        </span>
      );
    case 'kept':
      return (
        <span className={classes.saveTrouble}>
          <IconCloudOff {...icon} />
          <span>{t('save.keptShort', { time: time(state.at) })}</span>
        </span>
      );
    case 'refused':
      return (
        <span className={classes.saveTrouble}>
          <IconAlertTriangle {...icon} />
          <span>{t('save.refused')}</span>
        </span>
      );
    case 'stale':
      return (
        <span className={classes.saveTrouble}>
          <IconAlertTriangle {...icon} />
          <span>{t('save.stale')}</span>
        </span>
      );
  }
}
