import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/logger.js';

/**
 * One line per answer: which route, how it ended, how long it took. No address, no query, no names: the route is the
 * pattern, not what was asked for.
 */
export function logAnswers(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', async (request, reply) => {
    const line = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) logger.warn(line, 'answered');
    else logger.debug(line, 'answered');
  });
}
