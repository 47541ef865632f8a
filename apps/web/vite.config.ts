import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { generateTypes } from '../../tooling/generate-types.mjs';
import { licenceNotes } from '../../tooling/licence-notes.mjs';
import { subsetFonts } from '../../tooling/subset-fonts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Makes what the sources import from generated/. */
function generated(): Plugin {
  return {
    name: 'generated',
    async config() {
      generateTypes();
      await subsetFonts();
    },
  };
}

/** The two fonts of every page are asked for at once instead of after the style sheet. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /\/(inter|source-serif-4)-latin-[^/]{8}\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          })),
    },
  };
}

/** Puts the licences of what others wrote beside the product; the footer links to them. */
function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
      const fonts = ['inter', 'source-serif-4'].map((family) => path.join(root, 'node_modules/@fontsource-variable', family));
      this.emitFile({ type: 'asset', fileName: 'lizenzen.txt', source: licenceNotes(modules, fonts) });
    },
  };
}

/** Shorter texts are not worth a second file. */
const smallestBytes = 1024;

/** Compresses once at build, as hard as possible, instead of at every request. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|svg|json|txt)$/.test(name) || name.startsWith('.vite/')) continue;
        const file = path.join(dir, name);
        const content = readFileSync(file);
        if (content.length < smallestBytes) continue;
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
      }
    },
  };
}

const backend = process.env['BACKEND_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  root: path.join(root, 'apps/web'),
  // Put on scripts and styles; the server replaces it in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react(), generated(), preloadFonts(), licences(), precompress()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: path.join(root, 'dist/web'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Pictures inside scripts would have to be asked for by every page.
    assetsInlineLimit: 0,
    // The editor is one piece of 600 kB and only loaded to write; what counts for readers is checked by tooling/check-size.mjs.
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      // Only style sheets act by being imported: what a library's index offers beyond its routes stays out of the first load.
      treeshake: { moduleSideEffects: (id) => /\.css($|\?)|\/apps\/web\/main\.tsx$/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, apart from our own code, so that a release of ours leaves it in the browsers' caches.
            { name: 'foundation', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@apollo|graphql|rxjs|@wry|optimism|@0no-co|gql\.tada)[\\/]/ },
            // Small things that many pages use travel together: an office's line is slow by round trips, not by bytes.
            { name: 'shared', test: /(libs[\\/](ui|platform)[\\/](web|shared)[\\/](?!mantine|.*i18n)|node_modules[\\/]@tabler[\\/])/, minShareCount: 4 },
            { name: 'texts-de', test: /(libs[\\/](platform|ui)[\\/]web|apps[\\/]web[\\/]shell)[\\/]i18n[\\/]de\.json/ },
            { name: 'texts-en', test: /(libs[\\/](platform|ui)[\\/]web|apps[\\/]web[\\/]shell)[\\/]i18n[\\/]en\.json/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/api', '/feed/', '/health', '/dev'].map((place) => [place, { target: backend, changeOrigin: false }])),
  },
});
