import type { FastifyInstance } from 'fastify';
import { programmeSettings, type Config, type Settings } from '#platform/server';
import { AppError } from '#platform/shared';
import { securityText } from './security-txt.js';

const VALID_DAYS = 180;

/** `/.well-known/security.txt`, as soon as the programme has named an address; without one there is nobody to write to. */
export function addWellKnown(server: FastifyInstance, config: Config, settings: Settings): void {
  server.get('/.well-known/security.txt', async (_request, reply) => {
    const { contactAddress } = await settings.get(programmeSettings);
    if (contactAddress === '') throw AppError.notFound();
    const expiresAt = new Date(Date.now() + VALID_DAYS * 86_400_000);
    return reply.type('text/plain; charset=utf-8').send(securityText(contactAddress, expiresAt, config.publicUrl));
  });
  server.get('/robots.txt', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /graphql\nDisallow: /api/\nDisallow: /person/\n'));
}
