import type { FastifyInstance } from 'fastify';
import type { HealthChecks } from './health-checks.js';

/** Tells which part is ill and nothing else: no versions, no addresses. */
export function addHealth(server: FastifyInstance, checks: HealthChecks): void {
  server.get('/health', async (_request, reply) => {
    const { isWell, parts } = await checks.ask();
    return reply.status(isWell ? 200 : 503).send({ status: isWell ? 'ok' : 'ill', parts });
  });
}
