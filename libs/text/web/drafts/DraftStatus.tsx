import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconPencil } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce, useLocale, useTexts } from '#platform/web';
import type { Translate } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { DraftState } from './draft-keeper.js';
import classes from './drafts.module.css';

const icons = { saved: IconCircleCheck, unsaved: IconPencil, saving: IconPencil, offline: IconCloudOff, failed: IconAlertTriangle, conflict: IconAlertTriangle } as const;

/** One line that always says where the text is. Trouble is also read out, once. */
export function DraftStatus({ state }: { readonly state: DraftState }) {
  const t = useTexts(textTexts);
  const { locale } = useLocale();
  const sentence = sentenceOf(state, t, locale);
  const isTrouble = state.kind === 'offline' || state.kind === 'failed' || state.kind === 'conflict';
  useEffect(() => {
    if (isTrouble) announce(sentence);
  }, [isTrouble, sentence]);
  const Icon = icons[state.kind];
  if (sentence === '') return null;
  return (
    <span className={classes.status} data-kind={state.kind}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>{sentence}</span>
    </span>
  );
}

function sentenceOf(state: DraftState, t: Translate<keyof Awaited<ReturnType<typeof textTexts.load>>>, locale: string): string {
  switch (state.kind) {
    case 'saved':
      // Nothing has been saved here yet: the text is as it came.
      return state.at === undefined ? '' : t('draft.saved', { time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(state.at) });
    case 'offline':
      return t(state.isKept ? 'draft.offline' : 'draft.offlineOnly');
    default:
      return t(`draft.${state.kind}`);
  }
}
