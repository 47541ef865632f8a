import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#access/server';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly viewer: Viewer;
  /** The session's id, for listing and ending sessions; null for guests. */
  readonly sessionId: string | null;
  /** The caller's network address as the trusted proxies report it. */
  readonly ip: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Loaders of this request, by the key of who made them. */
  readonly perRequest: Map<object, unknown>;
}

/** Who asks, as read from the request. */
export interface Identity {
  readonly viewer: Viewer;
  readonly sessionId: string | null;
}

/** Tells who a request comes from; given by the domain that knows sessions and spaces. */
export interface IdentitySource {
  identify(request: FastifyRequest): Promise<Identity>;

  /**
   * Who sits behind sessions at this moment, in one statement; for what is delivered over connections that stay open.
   * @param spaceIds the spaces in question: of all others the viewers tell nothing.
   * @returns only those sessions that are still good.
   */
  identifySessions(sessionIds: readonly string[], spaceIds: readonly string[]): Promise<ReadonlyMap<string, Viewer>>;

  /** One word per good session that differs as soon as roles, standing or memberships of its account do; one statement. */
  rightsOfSessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Injection token for the one {@link IdentitySource}. */
export const IDENTITY_SOURCE = Symbol('IdentitySource');

/**
 * A loader (or anything else) that lives as long as the request. Loaders made per process would mix viewers.
 * @param owner the object that makes it, usually `this` of a Nest provider.
 */
export function perRequest<Made>(context: GraphqlContext, owner: object, make: () => Made): Made {
  if (!context.perRequest.has(owner)) context.perRequest.set(owner, make());
  return context.perRequest.get(owner) as Made;
}

/** Parameter decorator: who looks right now. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, host: ExecutionContext): Viewer => GqlExecutionContext.create(host).getContext<GraphqlContext>().viewer,
);
