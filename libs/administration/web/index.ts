/** Pages around the programme: imprint and its like, settings, the record of deliberate acts. */
export { administrationRoutes } from './administration.routes.js';
