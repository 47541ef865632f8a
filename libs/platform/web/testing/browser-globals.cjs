// What browsers have and jsdom lacks: the router asks for TextEncoder, Mantine for matchMedia and ResizeObserver.
const { TextEncoder, TextDecoder } = require('node:util');
Object.assign(globalThis, { TextEncoder, TextDecoder });
globalThis.matchMedia ??= (query) => ({
  matches: false, media: query, onchange: null,
  addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {}, dispatchEvent: () => false,
});
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
// Nothing has a place in jsdom.
globalThis.Element.prototype.scrollIntoView ??= function scrollIntoView() {};
// jsdom knows the element but not its methods. Browsers focus the first thing in it.
Object.assign(globalThis.HTMLDialogElement.prototype, {
  showModal() {
    this.open = true;
    this.querySelector('button')?.focus();
  },
  close() {
    this.open = false;
  },
});
