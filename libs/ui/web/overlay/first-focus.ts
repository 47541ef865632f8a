const FIELD = 'input:not([type="hidden"]):not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"]';

/** More than a reader hears at once before a field: then reading begins at the title. About four lines. */
const LONGEST_INTRODUCTION = 300;

/**
 * Where the keyboard begins in a dialog, as the pattern "Dialog (Modal)" of the WAI-ARIA practices has it: at the first field; without one
 * at what is marked with `data-first`, the choice that changes nothing; else at the title, and also where much is to be read before. A short
 * text before it describes the dialog, so that who hears the page does not miss it.
 * @returns ends the waiting for a content that is still on its way.
 */
export function focusFirst(dialog: HTMLElement, title: HTMLElement, body: HTMLElement): () => void {
  const go = (): void => {
    const first = firstOf(body);
    const before = first === undefined ? [] : introductionOf(body, first);
    const length = before.reduce((sum, part) => sum + textOf(part).length, 0);
    if (first === undefined || length > LONGEST_INTRODUCTION) {
      title.focus();
      return;
    }
    if (before.length > 0) dialog.setAttribute('aria-describedby', before.map((part, at) => (part.id ||= `${title.id}-before-${at}`)).join(' '));
    first.focus();
  };
  if (!isOnItsWay(body)) {
    go();
    return () => undefined;
  }
  title.focus();
  const observer = new MutationObserver(() => {
    if (isOnItsWay(body)) return;
    observer.disconnect();
    // Who has gone on meanwhile stays where they are.
    if (document.activeElement === title) go();
  });
  observer.observe(body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
  return () => observer.disconnect();
}

const textOf = (element: Element): string => (element.closest('[aria-hidden="true"]') === null ? (element.textContent ?? '').trim() : '');

/** Nothing to read yet, or a field whose program is being loaded. */
function isOnItsWay(body: HTMLElement): boolean {
  return body.querySelector('[data-frame][aria-busy="true"]') !== null || [...body.children].every((part) => textOf(part) === '');
}

function firstOf(body: HTMLElement): HTMLElement | undefined {
  const fields = [...body.querySelectorAll<HTMLElement>(FIELD)].filter((field) => field.closest('[hidden], details:not([open])') === null);
  const [field] = fields;
  if (field === undefined) return body.querySelector<HTMLElement>('[data-first]') ?? undefined;
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return field;
  // Of a group one comes to the choice that holds.
  return fields.find((other) => other instanceof HTMLInputElement && other.type === 'radio' && other.name === field.name && other.checked) ?? field;
}

/** What stands before it in the body, without what names the field itself. */
function introductionOf(body: HTMLElement, first: HTMLElement): readonly HTMLElement[] {
  const before: HTMLElement[] = [];
  const frame = first.closest<HTMLElement>('fieldset') ?? first.closest<HTMLElement>('[data-frame], [data-field]') ?? first;
  for (let at: Element | null = body.contains(frame) ? frame : first; at !== null && at !== body; at = at.parentElement) {
    for (let part = at.previousElementSibling; part !== null; part = part.previousElementSibling) {
      if (part instanceof HTMLElement && part.tagName !== 'LEGEND' && part.tagName !== 'BUTTON' && textOf(part) !== '') before.unshift(part);
    }
  }
  return before;
}
