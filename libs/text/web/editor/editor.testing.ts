/** What TipTap asks of a browser and jsdom does not have: places on the screen, and the event of pasting. */
export function completeJsdom(): void {
  const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  const none = Object.assign([nowhere], { item: () => nowhere }) as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => none;
  Element.prototype.getClientRects = () => none;
  Element.prototype.scrollIntoView = () => undefined;
  document.elementFromPoint = () => null;
  Object.assign(globalThis, { ClipboardEvent: class extends Event {} });
}
