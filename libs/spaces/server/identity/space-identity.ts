import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { guestViewer, type ProgrammeRole, type SiteRole, type Standing, type Viewer } from '#access/server';
import { hashToken, Sessions, sessionTokenOf } from '#accounts/server';
import { chosenLocaleOf, CONFIG, Db, type Config, type Identity, type IdentitySource } from '#platform/server';
import { PUBLIC_SPACES_SQL, READABLE_OF_SPACES_SQL, READABLE_SPACES_SQL, RIGHTS_SQL } from './readable-spaces.js';

interface IdentityRow {
  readonly session_id: string;
  readonly last_seen_at: Date;
  readonly account_id: string;
  readonly standing: 'waiting' | 'approved' | 'declined';
  readonly site_roles: readonly SiteRole[];
  readonly programme_roles: readonly ProgrammeRole[];
  readonly locale: 'de' | 'en';
  readonly readable: readonly string[];
  readonly moderated: readonly string[];
}

/** Turns a request into a viewer with one statement, anew each time: roles and blocks act on the next request. */
@Injectable()
export class SpaceIdentity implements IdentitySource {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async identify(request: FastifyRequest): Promise<Identity> {
    const token = sessionTokenOf(request, this.config);
    const row = token === null ? undefined : await this.rowOf(token);
    if (row === undefined) {
      const spaces = await this.db.hotQuery<{ id: string }>(PUBLIC_SPACES_SQL);
      return { viewer: guestViewer(new Set(spaces.map((space) => space.id)), localeOf(request)), sessionId: null };
    }
    await this.sessions.seen(row.session_id, row.last_seen_at);
    return { viewer: viewerFrom(row), sessionId: row.session_id };
  }

  async identifySessions(sessionIds: readonly string[], spaceIds: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    const rows = await this.db.query<Omit<IdentityRow, 'last_seen_at'>>(
      `select v.id as session_id, v.account_id, v.standing, v.site_roles, v.programme_roles, v.locale, ${READABLE_OF_SPACES_SQL}
       from live_session v where v.id = any($1::uuid[])`,
      [sessionIds, spaceIds],
    );
    return new Map(rows.map((row) => [row.session_id, viewerFrom(row)]));
  }

  async rightsOfSessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; rights: string }>(`select v.id, ${RIGHTS_SQL} as rights from live_session v where v.id = any($1::uuid[])`, [sessionIds]);
    return new Map(rows.map(({ id, rights }) => [id, rights]));
  }

  /** The viewer an account would be now; for mails, notices and live events, at the moment of sending. */
  async viewerOf(accountId: string): Promise<Viewer | null> {
    const [row] = await this.db.query<IdentityRow>(
      `select v.*, ${READABLE_SPACES_SQL}
       from (select id as account_id, standing, site_roles, programme_roles, locale from account
             where id = $1 and deleted_at is null and standing in ('waiting', 'approved', 'declined')
               and (suspended_until is null or suspended_until <= now())) v`,
      [accountId],
    );
    return row === undefined ? null : viewerFrom(row);
  }

  private async rowOf(token: string): Promise<IdentityRow | undefined> {
    const [row] = await this.db.hotQuery<IdentityRow>(
      `select v.id as session_id, v.last_seen_at, v.account_id, v.standing, v.site_roles, v.programme_roles, v.locale, ${READABLE_SPACES_SQL}
       from live_session v where v.token_hash = $1`,
      [hashToken(token)],
    );
    return row;
  }
}

function viewerFrom(row: Omit<IdentityRow, 'session_id' | 'last_seen_at'>): Viewer {
  const standing: Standing = row.standing === 'approved' ? 'approved' : 'waiting';
  const readable = new Set(row.readable);
  return {
    accountId: row.account_id,
    standing,
    siteRoles: new Set(row.site_roles),
    programmeRoles: new Set(row.programme_roles),
    readableSpaceIds: readable,
    moderatedSpaceIds: new Set(row.moderated.filter((id) => readable.has(id))),
    locale: row.locale,
  };
}

/** A guest's language: as chosen in this browser, else as the browser asks for. */
function localeOf(request: FastifyRequest): 'de' | 'en' {
  return chosenLocaleOf(request.headers.cookie) ?? (/^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'de');
}
