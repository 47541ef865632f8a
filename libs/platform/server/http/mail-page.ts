import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/shared';
import type { Config } from '../config/config.js';

/** In development: the mails that would have been sent, newest first, as plain text. */
export function addMailPage(server: FastifyInstance, config: Config): void {
  const folder = path.resolve(config.dataDir, 'mail');

  server.get('/dev/mail', async (_request, reply) => {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')).toSorted().toReversed().slice(0, 100) : [];
    const rows = names.map((name) => {
      const subject = /^Subject: (.*(?:\n[ \t].*)*)/m.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1] ?? name;
      return `<li><a href="/dev/mail/${name}">${escape(decodeWords(subject))}</a></li>`;
    });
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="de"><title>Mails</title><h1>Mails</h1><ul>${rows.join('')}</ul></html>`);
  });

  server.get<{ Params: { name: string } }>('/dev/mail/:name', async (request, reply) => {
    if (!/^[0-9a-f-]{36}\.eml$/.test(request.params.name)) throw AppError.notFound();
    const file = path.join(folder, request.params.name);
    if (!existsSync(file)) throw AppError.notFound();
    return reply.type('text/plain; charset=utf-8').send(readFileSync(file));
  });
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** RFC 2047 words, as far as our own mails use them. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_whole, kind: string, body: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(body, 'base64').toString('utf8')
        : Buffer.from(body.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_hex, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))), 'latin1').toString('utf8'),
    );
}
