import { forbidden } from './boundaries.mjs';

export default {
  forbidden: forbidden(),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'] },
  },
};
