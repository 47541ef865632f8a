/** Pages around the programme: imprint and its like, settings, the record of deliberate acts. */
export { administrationRoutes, administrationWaiting } from './administration.routes.js';
