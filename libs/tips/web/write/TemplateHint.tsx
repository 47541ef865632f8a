import { useTexts } from '#platform/web';
import { Alert, Button } from '#ui/web';
import { writingTexts } from './writing-texts.js';

export interface TemplateSection {
  readonly title: string;
  readonly help: string;
}

/** The headings of a template under what is already written; those that are there are not repeated. */
export function withTemplate(body: string, sections: readonly TemplateSection[]): string {
  const missing = sections.filter(({ title }) => !body.split('\n').some((line) => /^#{1,6}\s/.test(line) && line.replace(/^#+\s*/, '').trim().toLowerCase() === title.toLowerCase()));
  return [body.trim(), ...missing.map(({ title }) => `## ${title}`)].filter((part) => part !== '').join('\n\n');
}

/** The sections this space likes its tips to have. */
export function TemplateHint({ sections, body, onInsert }: { readonly sections: readonly TemplateSection[]; readonly body: string; readonly onInsert: (body: string) => void }) {
  const t = useTexts(writingTexts);
  const filled = withTemplate(body, sections);
  if (filled === body.trim()) return null;
  const helped = sections.filter(({ help }) => help !== '');
  return (
    <Alert action={<div><Button size="small" onClick={() => onInsert(filled)}>{t('template.insert')}</Button></div>}>
      {t('template.hint', { sections: sections.map(({ title }) => title).join(', ') })}
      {helped.length > 0 && (
        <details>
          <summary>{t('template.what')}</summary>
          <ul>
            {helped.map(({ title, help }) => (
              <li key={title}>
                <strong>{title}:</strong> {help}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Alert>
  );
}
