import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** Writes a file into the tree, lints it, takes it away again; answers what the lint said. */
function lintPlanted(file: string, source: string): { readonly isClean: boolean; readonly report: string } {
  const planted = path.join(root, file);
  writeFileSync(planted, source);
  try {
    const cruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const { status, stdout } = spawnSync(process.execPath, [cruise, '--config', '.dependency-cruiser.mjs', file], { cwd: root, encoding: 'utf8' });
    return { isClean: status === 0, report: stdout };
  } finally {
    rmSync(planted);
  }
}

describe('the boundaries', () => {
  it.each([
    ['a ring that reaches upwards', 'libs/access/server/planted.ts', "import { spacesDomain } from '#spaces/server';\nexport const planted = spacesDomain;\n", 'boundary-access-server'],
    ['a hub that knows content', 'libs/search/server/planted.ts', "import { tipsDomain } from '#tips/server';\nexport const planted = tipsDomain;\n", 'boundary-search-server'],
    ['a sibling without a line', 'libs/accounts/server/planted.ts', "import type { spacesDomain } from '#spaces/server';\nexport type Planted = typeof spacesDomain;\n", 'boundary-accounts-server'],
    ['web that reaches into a server', 'libs/tips/web/planted.ts', "import { tipsDomain } from '#tips/server';\nexport const planted = tipsDomain;\n", 'boundary-tips-web'],
    ['a library that imports an application', 'libs/tips/server/planted.ts', "import { domains } from '../../../apps/server/domains.js';\nexport const planted = domains;\n", 'boundary-tips-server'],
    ['a way past the index', 'libs/spaces/server/planted.ts', "import { Account } from '../../accounts/server/account/account.entity.js';\nexport const planted = Account;\n", 'only-through-the-index'],
    ['a name that leads nowhere', 'libs/tips/server/planted.ts', "import { nothing } from '#nowhere/server';\nexport const planted = nothing;\n", 'resolvable'],
  ])('refuse %s', (_case, file, source, rule) => {
    const { isClean, report } = lintPlanted(file, source);
    expect(isClean).toBe(false);
    expect(report).toContain(rule);
  });

  it('let through what the table allows', () => {
    const planted = lintPlanted('libs/spaces/server/planted.ts', "import { Account } from '#accounts/server';\nexport const planted = Account;\n");
    expect(planted.report).toContain('no dependency violations');
    expect(planted.isClean).toBe(true);
  });
});
