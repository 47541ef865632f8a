/** To the head of the page, with the keyboard too: where what somebody did changed what stands there. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
