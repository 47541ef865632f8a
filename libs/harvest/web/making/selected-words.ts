/** Words that are selected in a text of the page; nothing where the selection is empty or reaches beyond that text. */
export function selectedWords(text: Element): string | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  if (!text.contains(selection.getRangeAt(0).commonAncestorContainer)) return undefined;
  const words = selection.toString().replace(/[ \t]+/g, ' ').trim();
  return words === '' ? undefined : words;
}
