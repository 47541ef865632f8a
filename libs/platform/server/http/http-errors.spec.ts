import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Controller, Get, Module, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { pino } from 'pino';
import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { TestServer } from '../testing/test-server.js';
import { askerOf, httpErrorOf } from './http-errors.js';

const lines: string[] = [];
const logger = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});

/** Asks until there is an answer. */
async function waitFor<Found>(look: () => Found | undefined): Promise<Found> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await setTimeout(10);
  }
  throw new Error('waited in vain');
}

describe('what goes wrong outside GraphQL', () => {
  it('is found again in the log by the id that was told', () => {
    const { status, body } = httpErrorOf(new Error('kaputt'), logger);
    expect([status, body]).toEqual([500, { error: { code: 'INTERNAL', reason: 'internal', params: { id: expect.any(String) } } }]);
    expect(lines.join('')).toContain((body as { error: { params: { id: string } } }).error.params.id);
  });

  describe('and breaks off', () => {
    const asked: (() => Readable)[] = [];

    @Controller('/probe')
    class ProbeController {
      @Get()
      read(@Res() reply: FastifyReply): void {
        asked.push(() => {
          const source = new Readable({ read: () => undefined });
          void reply.send(source);
          return source;
        });
      }
    }

    @Module({ controllers: [ProbeController] })
    class ProbeModule {}

    let server: TestServer;
    beforeAll(async () => {
      server = await TestServer.start([accountsDomain, spacesDomain, { name: 'probe', module: ProbeModule, entities: [], migrations: [] }], { LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) });
      await server.listen();
    });
    afterAll(async () => server.stop());
    beforeEach(() => {
      asked.length = 0;
      lines.length = 0;
    });

    /** The answer as it begins to be sent. */
    const begun = async (): Promise<Readable> => (await waitFor(() => asked[0]))();
    const faults = () => lines.filter((line) => line.includes('request failed'));

    it.each([[true, 0], [false, 1]])('is no fault where whoever asked has gone on to another page: %s', (isGone, lineCount) => {
      const asker = askerOf({ raw: { socket: { destroyed: isGone } } });
      expect(httpErrorOf(Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }), logger, asker).status).toBe(500);
      expect(lines).toHaveLength(lineCount);
    });

    it('is one where the store it comes from breaks off, and somebody waits for it', async () => {
      const answer = fetch(`${await server.listen()}/probe`);
      (await begun()).destroy();
      const { error } = (await (await answer).json()) as { error: { params: { id: string } } };
      expect(faults()).toEqual([expect.stringContaining(error.params.id)]);
    });
  });
});
