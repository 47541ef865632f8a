import type { Limit } from '#platform/server';

/** New posts reach everybody who follows the thread; a changed one keeps its former text for ever and reaches whoever is named anew. */
export const WRITING: Limit = { name: 'threads.write', tries: 120, withinSeconds: 3600 };
