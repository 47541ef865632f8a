import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '#platform/web';
import { toast } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { useWaitingReplies } from './outbox.js';

/** Sends what waits, and says what became of it where the thread itself is not open. */
export function Sender() {
  const t = useTexts(threadsTexts);
  const navigate = useNavigate();
  const { outbox, waiting } = useWaitingReplies();
  const told = useRef(new Set<string>());
  useEffect(
    () =>
      outbox.onArrival(({ threadId, place }) => {
        if (outbox.isShown(threadId)) return;
        if (place === undefined) toast(t('outbox.sent'));
        else toast(t('outbox.sentTo', { title: place.title }), { action: { label: t('outbox.open'), run: () => void navigate(place.path) } });
      }),
    [outbox, navigate, t],
  );
  useEffect(() => {
    for (const { id, threadId, error } of waiting) {
      if (error === undefined || told.current.has(id)) continue;
      told.current.add(id);
      if (!outbox.isShown(threadId)) toast(t('outbox.refusedElsewhere'), { kind: 'danger', action: { label: t('outbox.toBegun'), run: () => void navigate('/angefangen') } });
    }
  }, [outbox, waiting, navigate, t]);
  return null;
}
