/** Ways in, one's own account, people, and the coordination's work with accounts. */
export { Answers } from './people/Answers.js';
export { accountMenu, accountsRoutes, accountsWaiting, accountsWelcome } from './accounts.routes.js';
