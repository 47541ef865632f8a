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
