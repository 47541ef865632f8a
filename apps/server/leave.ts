/** What is still open after everything was closed must not keep the process. */
const PATIENCE_MS = 2_000;

/**
 * Ends the process by letting it run out of work. `process.exit` waits for the threads of V8, and one that compiles in the
 * background may be waiting for a collection by the main thread: then neither ends, ever (Node 24, about one of fifty starts
 * that were refused). In a process that ends by itself these threads are told first.
 */
export function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), PATIENCE_MS).unref();
}
