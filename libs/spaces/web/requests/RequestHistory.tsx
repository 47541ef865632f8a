import { useTexts } from '#platform/web';
import { DateTime, Section } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './requests.module.css';

interface Step {
  readonly act: 'requested' | 'askedBack' | 'answered' | 'approved' | 'declined' | 'withdrawn' | 'reminded' | 'joinedOtherwise';
  readonly actorName: string | null;
  readonly note: string;
  readonly at: string;
}

/** Who decided what when. */
export function RequestHistory({ steps }: { readonly steps: readonly Step[] }) {
  const t = useTexts(spacesTexts);
  return (
    <Section title={t('queue.history')} level={3}>
      <ol className={classes.history}>
        {steps.map((step) => (
          <li key={`${step.act} ${step.at}`}>
            <span>
              {t(`act.${step.act}`, { name: step.actorName ?? t('act.somebody') })} · <DateTime at={step.at} as="dateTime" />
            </span>
            {step.note !== '' && step.act !== 'joinedOtherwise' && <blockquote>{step.note}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
