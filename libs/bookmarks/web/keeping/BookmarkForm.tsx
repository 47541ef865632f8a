import { useState, type ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { Button, Form, Row, TextArea, TextField, toast, useForm } from '#ui/web';
import { bookmarksTexts } from '../bookmarks-texts.js';
import { berlinDay } from './berlin-day.js';
import { useKeeping, type Target } from './bookmark.queries.js';

/** As the server counts. */
const NOTE_MAX = 500;

/** Days that are chosen with one press; any other in the field. */
const SOON = [
  { key: 'remind.tomorrow', days: 1 },
  { key: 'remind.week', days: 7 },
  { key: 'remind.month', days: 30 },
] as const;

interface BookmarkFormProps extends Target {
  /** What is noted so far; null where the thing is not kept yet. */
  readonly kept: { readonly note: string; readonly remindOn: string | null } | null;
  readonly onDone: () => void;
  readonly actions?: ReactNode;
}

/** Why it is kept, and when to be reminded. Both may stay empty. */
export function BookmarkForm({ kind, id, kept, onDone, actions }: BookmarkFormProps) {
  const t = useTexts(bookmarksTexts);
  const { keep } = useKeeping({ kind, id });
  const [now] = useState(() => new Date());
  const form = useForm({
    initial: { note: kept?.note ?? '', remindOn: kept?.remindOn ?? '' },
    check: ({ remindOn }): { remindOn?: string } => (remindOn !== '' && remindOn !== kept?.remindOn && remindOn < berlinDay(now) ? { remindOn: t('errors.bookmark.dayPast') } : {}),
    submit: async (values) => {
      await keep(values);
      toast(t(kept === null ? 'kept' : 'saved'));
      onDone();
    },
    texts: bookmarksTexts,
  });
  return (
    <Form form={form} submitLabel={t(kept === null ? 'keep' : 'save')} actions={actions}>
      <TextArea label={t('note')} help={t('note.help')} optional maxLength={NOTE_MAX} rows={3} {...form.field('note')} />
      <TextField label={t('remind')} help={t('remind.help')} type="date" optional narrow min={berlinDay(now)} {...form.field('remindOn')} />
      <Row gap="tight">
        {SOON.map(({ key, days }) => (
          <Button key={key} size="small" kind="quiet" onClick={() => form.set({ remindOn: berlinDay(now, days) })}>{t(key)}</Button>
        ))}
        {form.values.remindOn !== '' && <Button size="small" kind="quiet" onClick={() => form.set({ remindOn: '' })}>{t('remind.none')}</Button>}
      </Row>
    </Form>
  );
}
