/** Keeping things for later: the page with all of them, and what other domains put on theirs. */
export { bookmarksRoutes } from './bookmarks.routes.js';
/** Name it among the texts of a route whose page shows the button, so that it does not wait for words. */
export { bookmarksTexts } from './bookmarks-texts.js';
/** `<BookmarkAction kind="tip" id={tip.id} />` on the page of one thing; asks for its own state. Nothing for guests. */
export { BookmarkAction } from './keeping/BookmarkAction.js';
/** For lists of many things (posts): opened from an entry of their menu, asks only then. */
export { BookmarkDialog } from './keeping/BookmarkDialog.js';
export type { BookmarkDialogProps } from './keeping/BookmarkDialog.js';
