import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform/shared';
import { compiledQueries } from '../graphql/compiled-queries.js';
import { IDENTITY_SOURCE, type GraphqlContext, type IdentitySource } from '../graphql/context.js';
import { formatErrorWith } from '../graphql/format-error.js';
import { OPERATION_LIMITS, operationLimitRules } from '../graphql/operation-limits.js';
import { inputValidation } from '../graphql/validation.js';
import { addHealth } from '../http/health.js';
import { HealthChecks } from '../http/health-checks.js';
import { HttpErrors } from '../http/http-errors.js';
import { logAnswers } from '../http/request-log.js';
import { addSecurity } from '../http/security-headers.js';
import { RateLimits } from '../limits/rate-limits.js';
import { Live } from '../live/live.js';
import { addLiveRoute } from '../live/live-route.js';
import type { Logger } from '../logging/logger.js';
import { Outbox } from '../outbox/outbox.js';
import { PlatformModule, type PlatformParts } from './platform.module.js';
import type { ServerDomain } from './server-domain.js';

/** A GraphQL request carries at most one long text; files have routes of their own. */
const BODY_LIMIT_BYTES = 2_000_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** A report comes with the headers of what it is about, or all of it. */
const REPORT_LIMIT_BYTES = 1_000_000;
export const IMPORT_LIMIT_BYTES = 50_000_000;

export interface ServerOptions extends PlatformParts {
  readonly domains: readonly ServerDomain[];
  /** A file that receives the generated schema; absent: kept in memory. */
  readonly schemaFile?: string;
}

/** Composes domains into one initialised application, not yet listening. The outbox's queues exist, nothing is worked off yet. */
export async function createServer(options: ServerOptions): Promise<NestFastifyApplication> {
  const { config, logger } = options;
  let identities: IdentitySource | null = null;

  const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: options.schemaFile ?? true,
    sortSchema: true,
    graphiql: config.environment === 'development',
    introspection: config.environment !== 'production',
    hideSchemaDetailsFromClientErrors: config.environment === 'production',
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // Else it waits ten seconds for the open streams, before those who keep them open are told to end them.
    stopOnApplicationShutdown: true,
    parseOptions: { maxTokens: OPERATION_LIMITS.tokens },
    validationRules: [...operationLimitRules],
    plugins: [ApolloServerPluginCacheControlDisabled(), compiledQueries],
    formatError: formatErrorWith(logger),
    // A refused field is an ordinary GraphQL answer; clients read `extensions.code`.
    preserveHttpStatusForExecutionErrors: false,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => {
      if (identities === null) throw new Error('server is not ready');
      const { viewer, sessionId } = await identities.identify(request);
      return { viewer, sessionId, ip: request.ip, request, reply, perRequest: new Map() };
    },
  } as ApolloDriverConfig);

  @Module({ imports: [PlatformModule.with(options), graphql, ...options.domains.map((domain) => domain.module)] })
  class ApplicationModule {}

  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
  });
  const fastify = adapter.getInstance();
  addSecurity(fastify as never, config);
  logAnswers(fastify as never, logger);
  // Mails that a mail server hands in, as they are.
  fastify.addContentTypeParser('message/rfc822', { parseAs: 'string', bodyLimit: REPORT_LIMIT_BYTES }, (_request, body, done) => done(null, body));
  await adapter.register(fastifyCookie as never);
  await adapter.register(fastifyCompress as never, { threshold: 1400, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } } as never);
  await adapter.register(fastifyMultipart as never, { limits: { fileSize: IMPORT_LIMIT_BYTES, files: 500, fields: 50 } } as never);

  const app = await NestFactory.create<NestFastifyApplication>(ApplicationModule, adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
    bodyParser: true,
  });
  app.useGlobalPipes(inputValidation);
  app.useGlobalFilters(new HttpErrors(logger));
  identities = app.get<IdentitySource>(IDENTITY_SOURCE, { strict: false });
  // Domains register their consumers while they initialise; then the queues can be made.
  await app.init();
  const outbox = app.get(Outbox);
  await outbox.prepare();
  const health = app.get(HealthChecks);
  health.add({ name: 'database', isEssential: true, isWell: async () => (await options.dataSource.query('select 1')) !== null });
  health.add({ name: 'worker', isEssential: true, isWell: () => outbox.isReachable() });
  addHealth(fastify as never, health);
  addLiveRoute(fastify as never, { config, logger, identities, schema: app.get(GraphQLSchemaHost).schema, limits: app.get(RateLimits), live: app.get(Live) });
  return app;
}

/** Nest's own chatter on starting is of interest to nobody who runs the product. */
function nestLogger(logger: Logger): LoggerService {
  const line = (message: unknown): string => (message instanceof Error ? (message.stack ?? message.message) : String(message));
  return {
    log: () => undefined,
    warn: (message: unknown) => logger.warn(line(message)),
    error: (message: unknown, ...rest: unknown[]) => {
      if (!(message instanceof AppError)) logger.error({ rest: rest.map(String) }, line(message));
    },
    fatal: (message: unknown) => logger.fatal(line(message)),
  };
}
