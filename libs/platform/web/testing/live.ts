/** For specs: tells the page of an update as the stream from the server would. */
export { tellLive } from '../live/live-hub.js';
