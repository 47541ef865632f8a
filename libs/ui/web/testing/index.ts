/** For specs of pages and components; never imported by the product. */
export { renderInPage } from './renderInPage.js';
