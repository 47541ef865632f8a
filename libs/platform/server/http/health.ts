import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** Tells which part is ill and nothing else: no versions, no addresses. */
export function addHealth(server: FastifyInstance, parts: { readonly dataSource: DataSource }): void {
  server.get('/health', async (_request, reply) => {
    const database = await parts.dataSource.query('select 1').then(
      () => 'ok' as const,
      () => 'ill' as const,
    );
    return reply.status(database === 'ok' ? 200 : 503).send({ status: database, parts: { database } });
  });
}
