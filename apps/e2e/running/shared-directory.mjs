import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before all journeys of a run: a directory for what they share, so that nothing of it is left from a run before. */
export default function begin() {
  process.env['JOURNEYS_SHARED'] = mkdtempSync(path.join(tmpdir(), 'pusteblume-journeys-'));
}
