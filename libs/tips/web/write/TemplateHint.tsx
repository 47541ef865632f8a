import { useTexts } from '#platform/web';
import { Alert, Button } from '#ui/web';
import { writingTexts } from './writing-texts.js';

export interface TemplateSection {
  readonly title: string;
  readonly help: string;
}

const headingsOf = (body: string) => [...body.matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)].map(([, words]) => (words ?? '').toLowerCase());

/** Whether a text already has some of the sections: then its author knows the template. */
export function isTemplateUsed(body: string, sections: readonly TemplateSection[]): boolean {
  return sections.some(({ title }) => headingsOf(body).includes(title.toLowerCase()));
}

/** The headings of a template under what is already written. */
export function withTemplate(body: string, sections: readonly TemplateSection[]): string {
  return [body.trim(), ...sections.map(({ title }) => `## ${title}`)].filter((part) => part !== '').join('\n\n');
}

/** The sections this space likes its tips to have. */
export function TemplateHint({ sections, body, onInsert }: { readonly sections: readonly TemplateSection[]; readonly body: string; readonly onInsert: (body: string) => void }) {
  const t = useTexts(writingTexts);
  if (isTemplateUsed(body, sections)) return null;
  const helped = sections.filter(({ help }) => help !== '');
  return (
    <Alert action={<div><Button size="small" onClick={() => onInsert(withTemplate(body, sections))}>{t('template.insert')}</Button></div>}>
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
