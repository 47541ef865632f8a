import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { createHandler, type RequestParams } from 'graphql-sse';
import { AppError } from '#platform/shared';
import type { Config } from '../config/config.js';
import type { IdentitySource } from '../graphql/context.js';
import { formatErrorWith } from '../graphql/format-error.js';
import { OPERATION_LIMITS, operationLimitRules } from '../graphql/operation-limits.js';
import { askerOf, httpErrorOf } from '../http/http-errors.js';
import { networkOf, type Limit, type RateLimits } from '../limits/rate-limits.js';
import type { Logger } from '../logging/logger.js';
import { LiveConnection } from './live-connection.js';
import type { Live } from './live.js';
import type { LiveContext } from './live.resolver.js';

/** A subscription is a line; nobody sends a text here. */
const BODY_LIMIT_BYTES = 20_000;
/** A browser that comes back after each lost network stays far below. */
const OPENING: Limit = { name: 'platform.live', tries: 60, withinSeconds: 60 };
/** An ended answer that does not go is cut. */
const ENDING_MS = 1_000;
/** Proxies pass each piece on at once. */
const STREAM_HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', connection: 'close' } as const;

export interface LiveRouteParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly schema: GraphQLSchema;
  readonly identities: IdentitySource;
  readonly limits: RateLimits;
  readonly live: Live;
}

type Arguments = ExecutionArgs & { readonly contextValue: LiveContext & Record<PropertyKey, unknown> };

/**
 * `POST /graphql/stream`: subscriptions as server-sent events, over plain HTTP that passes every office's proxy. The same
 * checks as before `/graphql`: own origin (for all routes), JSON alone (no foreign form sends it), limits, the cookie.
 */
export function addLiveRoute(server: FastifyInstance, parts: LiveRouteParts): void {
  const { config, logger, schema, identities, limits, live } = parts;
  const format = formatErrorWith(logger);
  const rules = [...specifiedRules, ...operationLimitRules, ...(config.environment === 'production' ? [NoSchemaIntrospectionCustomRule] : [])];

  const subscribing = createHandler<FastifyRequest, LiveContext, LiveContext & Record<PropertyKey, unknown>>({
    // One connection per subscription; no state between requests.
    authenticate: () => null,
    validate: () => [],
    onSubscribe: (request, params) => ({ schema, ...operationOf(schema, rules, params), contextValue: request.context }) as Arguments,
    onNext: async (context, _request, result) => {
      await context.connection?.room();
      if (!('errors' in result) || result.errors === undefined) return undefined;
      return { ...result, errors: result.errors.map((error) => format(error instanceof GraphQLError ? error.toJSON() : error, error)) } as never;
    },
  });

  server.route({
    method: 'POST',
    url: '/graphql/stream',
    bodyLimit: BODY_LIMIT_BYTES,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        if (!isJson(request.headers)) throw new AppError('BAD_USER_INPUT', 'invalidOperation');
        const { viewer, sessionId } = await identities.identify(request);
        if (viewer.accountId === null || sessionId === null) throw AppError.unauthenticated();
        await limits.countHere(OPENING, `account:${viewer.accountId}`);
        const reader = { accountId: viewer.accountId, sessionId, network: networkOf(request.ip) };
        live.ensureRoom(reader.accountId, reader.network);
        const connection = new LiveConnection(reader, (why) => {
          if (why === 'slow') reply.raw.destroy();
          else setTimeout(() => reply.raw.destroy(), ENDING_MS).unref();
        });
        const context: LiveContext = { viewer, sessionId, ip: request.ip, request, reply, perRequest: new Map(), connection };
        const [body, init] = await subscribing({
          method: 'POST',
          url: request.url,
          headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : name === 'content-type' ? 'application/json' : null) },
          body: (request.body ?? null) as Record<PropertyKey, unknown> | null,
          raw: request,
          context,
        });
        if (init.status !== 200 || body === null || typeof body === 'string') throw new AppError('BAD_USER_INPUT', 'invalidOperation');
        reply.hijack();
        await stream(reply, body, connection);
        return;
      } catch (error) {
        if (reply.raw.headersSent) {
          reply.raw.destroy();
          return;
        }
        const { status, body } = error instanceof GraphQLError ? refusalOf(error) : httpErrorOf(error, logger, askerOf(request));
        await reply.status(status).type('application/json; charset=utf-8').send(body);
      }
    },
  });
}

function isJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** @throws {GraphQLError} for what is no subscription within the limits. */
function operationOf(schema: GraphQLSchema, rules: NonNullable<Parameters<typeof validate>[2]>, params: RequestParams): { readonly document: DocumentNode; readonly operationName?: string; readonly variableValues?: Record<string, unknown> } {
  const { query, operationName, variables } = params;
  if (typeof query !== 'string') throw new GraphQLError('no subscription');
  const document = parse(query, { maxTokens: OPERATION_LIMITS.tokens });
  const [mistake] = validate(schema, document, rules, { maxErrors: 5 });
  if (mistake !== undefined) throw mistake;
  if (getOperationAST(document, operationName)?.operation !== 'subscription') throw new GraphQLError('no subscription');
  return { document, ...(typeof operationName === 'string' && { operationName }), ...(variables !== undefined && { variableValues: variables as Record<string, unknown> }) };
}

/** Says that, not why in words of the schema: those are for development. */
function refusalOf(error: GraphQLError): { readonly status: number; readonly body: object } {
  const reason = typeof error.extensions['reason'] === 'string' ? error.extensions['reason'] : 'invalidOperation';
  return { status: 400, body: { error: { code: 'BAD_USER_INPUT', reason } } };
}

/** Writes piece by piece, each only when the reader has taken the one before. */
async function stream(reply: FastifyReply, pieces: AsyncGenerator<string, void, undefined>, connection: LiveConnection): Promise<void> {
  const { raw } = reply;
  raw.once('close', () => {
    connection.close('left');
    void pieces.return();
  });
  if (raw.destroyed) {
    connection.close('left');
    await pieces.return();
    return;
  }
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...STREAM_HEADERS });
  for await (const piece of pieces) {
    connection.isWriting();
    if (!(await written(raw, piece))) break;
    connection.hasWritten();
  }
  raw.end();
}

function written(raw: ServerResponse, piece: string): Promise<boolean> {
  if (!raw.writable || raw.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    raw.write(piece, (error) => resolve(error === null || error === undefined));
  });
}
