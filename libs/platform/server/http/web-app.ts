import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/shared';
import { programmeSettings } from '../settings/programme.settings.js';
import type { Settings } from '../settings/settings.js';
import { chosenLocaleOf } from './locale-cookie.js';
import { contentSecurityPolicy } from './security-headers.js';

/** Their names carry a hash of their content: a browser never has to ask again. */
const FOREVER = 'public, max-age=31536000, immutable';

export interface WebAppOptions {
  /** The folder that the web's build wrote. */
  readonly folder: string;
  readonly settings: Settings;
  readonly version: string;
}

/**
 * Serves the built web: assets as they are, every other page address with the one document. The document is the same
 * for everybody, up to the language chosen in this browser; what a viewer may see comes only through GraphQL.
 */
export async function addWebApp(server: FastifyInstance, options: WebAppOptions): Promise<void> {
  const file = path.join(options.folder, 'index.html');
  if (!existsSync(file)) throw new Error(`Die Oberfläche fehlt unter ${options.folder}; bauen Sie sie mit: npm run build`);
  const document = readFileSync(file, 'utf8');

  await server.register(fastifyStatic as never, {
    root: path.resolve(options.folder),
    wildcard: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html', '**/*.map', '**/*.br', '**/*.gz', '.vite/**'],
    setHeaders: (reply: { header(name: string, value: string): void }, served: string) => {
      reply.header('cache-control', served.includes(`${path.sep}assets${path.sep}`) ? FOREVER : 'public, max-age=3600');
    },
  } as never);

  server.get('/*', async (request, reply) => {
    const pathname = request.url.split(/[?#]/, 1)[0] ?? '/';
    if (!isPage(pathname)) throw AppError.notFound();
    const nonce = randomBytes(16).toString('base64');
    const programme = await options.settings.get(programmeSettings);
    const locale = chosenLocaleOf(request.headers.cookie) ?? programme.locale;
    const boot = {
      locale,
      address: programme.address,
      programmeName: programme.name,
      version: options.version,
    };
    // `<` never appears in the JSON, so no value can end the element it stands in.
    const bootJson = JSON.stringify(boot).replaceAll('<', '\\u003c');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(
        document
          .replaceAll('__CSP_NONCE__', nonce)
          .replace(/(<script[^>]*id="boot"[^>]*>)[^<]*/, (_whole, opening: string) => opening + bootJson)
          .replace(/<html lang="[a-z]*"/, `<html lang="${locale}"`),
      );
  });
}

/** Everything with a dot in its last part is a file that does not exist; interfaces have no pages. */
function isPage(pathname: string): boolean {
  return !/^\/(api|graphql|assets|health|dev|\.well-known)(\/|$)/.test(pathname) && !/\/[^/]*\.[^/]*$/.test(pathname);
}
