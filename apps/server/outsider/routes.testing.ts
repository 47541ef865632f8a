import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { strFromU8, unzipSync } from 'fflate';
import type { Caller, TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { MARK, type ClosedWorld } from './closed-world.testing.js';
import type { RowKind } from './rows.testing.js';

/** What a plain route can name in a space. */
export interface RouteNames {
  readonly slug: string;
  readonly spaceId: string;
  readonly handbookId: string;
  /** Of a feed that somebody made who has left the space since. */
  readonly feedToken: string;
}

interface Request {
  readonly url: string;
  /** Fields and files of a form, where the route takes one. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface RouteRow {
  readonly kind: Extract<RowKind, 'anybody' | 'own' | 'place' | 'coordination'>;
  readonly request: (names: RouteNames) => Request;
}

const MEMBERS = 'Name;E-Mail\nNeue Person;neu@beispiel.test\n';

/** A row for every route of a controller, by method and path; one without fails the spec. */
export const ROUTE_ROWS: ReadonlyMap<string, RouteRow> = new Map<string, RouteRow>([
  ['GET /api/pages/:slug', { kind: 'anybody', request: ({ slug }) => ({ url: `/api/pages/${slug}` }) }],
  ['GET /api/spaces/:slug/export.zip', { kind: 'place', request: ({ slug }) => ({ url: `/api/spaces/${slug}/export.zip` }) }],
  ['GET /api/handbooks/:id/export.md', { kind: 'place', request: ({ handbookId }) => ({ url: `/api/handbooks/${handbookId}/export.md` }) }],
  ['POST /api/spaces/:slug/tip-imports', { kind: 'place', request: ({ slug }) => ({ url: `/api/spaces/${slug}/tip-imports`, form: { files: '# Ein Tipp\n\nEin Satz.\n' } }) }],
  ['GET /feed/:token', { kind: 'place', request: ({ feedToken }) => ({ url: `/feed/${feedToken}` }) }],
  ['GET /api/accounts/own-data', { kind: 'own', request: () => ({ url: '/api/accounts/own-data' }) }],
  ['POST /abmelden-von/:token', { kind: 'anybody', request: () => ({ url: '/abmelden-von/das-ist-kein-link' }) }],
  ['POST /api/mail/bounces', { kind: 'anybody', request: () => ({ url: '/api/mail/bounces' }) }],
  ['POST /api/accounts/import/preview', { kind: 'coordination', request: () => ({ url: '/api/accounts/import/preview', form: { file: MEMBERS } }) }],
  ['POST /api/accounts/import', { kind: 'coordination', request: ({ spaceId }) => ({ url: '/api/accounts/import', form: { spaceIds: JSON.stringify([spaceId]), file: MEMBERS } }) }],
]);

export function routeNamesOf({ space, handbookId, feedToken }: ClosedWorld): RouteNames {
  return { slug: space.slug, spaceId: space.id, handbookId, feedToken };
}

export function unknownRouteNames(): RouteNames {
  return { slug: 'gibt-es-nicht', spaceId: uuidv7(), handbookId: uuidv7(), feedToken: 'gibt-es-nicht' };
}

/** Every route that a controller of the application declares. */
export function controllerRoutes(server: TestServer): readonly string[] {
  const controllers = [...server.app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype));
  return controllers.flatMap((controller) => (typeof controller === 'function' ? routesOf(controller) : []));
}

function routesOf(controller: { readonly prototype?: unknown }): readonly string[] {
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  const base = String(Reflect.getMetadata('path', controller));
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata('method', handler);
    if (typeof method !== 'number') return [];
    const path = `/${base}/${String(Reflect.getMetadata('path', handler))}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    return [`${RequestMethod[method]} ${path}`];
  });
}

export interface RouteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Readable, whatever it was packed in. */
  readonly body: string;
}

export async function askRoute(server: TestServer, caller: Caller | null, route: string, names: RouteNames): Promise<RouteAnswer> {
  const row = ROUTE_ROWS.get(route);
  if (row === undefined) throw new Error(`no row for ${route}`);
  const { url, form } = row.request(names);
  const answer = await server.app.inject({
    method: route.startsWith('POST ') ? 'POST' : 'GET',
    url,
    headers: { ...(form !== undefined && { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }), ...(caller?.cookie !== undefined && { cookie: caller.cookie }) },
    ...(form !== undefined && { payload: partsOf(form) }),
    ...(caller?.ip !== undefined && { remoteAddress: caller.ip }),
  });
  const { date: _date, ...headers } = answer.headers;
  return { status: answer.statusCode, headers, body: isZip(answer.rawPayload) ? unzipped(answer.rawPayload) : answer.body };
}

const BOUNDARY = 'grenze-zwischen-teilen';

function partsOf(form: Readonly<Record<string, string>>): string {
  const parts = Object.entries(form).map(([name, value]) => {
    const file = name.startsWith('file') ? '; filename="datei.md"\r\ncontent-type: text/plain' : '';
    return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function unzipped(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => `${name}\n${strFromU8(content)}`).join('\n');
}

/** Body and headers alike: a file name tells a title, too. */
export function showsClosed({ headers, body }: RouteAnswer): boolean {
  return hasMark(`${JSON.stringify(headers)}\n${body}`);
}

/** As written, in small letters as in addresses, or encoded as in links. */
export function hasMark(text: string): boolean {
  return decodeURIComponent(text.replace(/%(?![0-7][0-9a-f])/gi, '%25')).toLowerCase().includes(MARK.toLowerCase());
}
