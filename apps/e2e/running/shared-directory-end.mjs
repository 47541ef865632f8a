import { rmSync } from 'node:fs';

/** After all journeys of a run. */
export default function end() {
  rmSync(process.env['JOURNEYS_SHARED'], { recursive: true, force: true });
}
