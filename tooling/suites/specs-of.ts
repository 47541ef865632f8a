import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/**
 * The specs of a library's server, one after the other in one suite. Reading the server in takes longer than most specs, and a
 * runner does it anew for each file; here it is done once. Each of them can still be run by itself, and what replaces
 * modules (`*.alone.spec.ts`) only is. Not several libraries: types of one would be in the schema of another.
 */
export function describeSpecsOf(library: string): void {
  const specs = globSync(`libs/${library}/{server,shared}/**/*.spec.ts`, { cwd: root }).filter((spec) => !spec.endsWith('.alone.spec.ts'));
  if (specs.length === 0) throw new Error(`${library} has no specs`);
  describe.each(specs.toSorted())('%s', (spec) => {
    // Its hooks stay within this block, its mistakes too: one that cannot be read is one that fails.
    try {
      require(path.join(root, spec));
    } catch (error) {
      it('can be read', () => {
        throw error;
      });
    }
    afterAll(() => {
      jest.restoreAllMocks();
      jest.useRealTimers();
    });
  });
}
