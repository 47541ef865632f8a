/** Where somebody of a row source `v` is shut out for a time; once a viewer, not once a space. */
const SUSPENDED_SPACES_SQL = `array(
  select suspension.space_id from space_suspension suspension where suspension.account_id = v.account_id and suspension.ends_at > now())`;

/**
 * The one place where visibility, membership and entries become "may read what lies in this space". Viewers carry its
 * result as sets, `visibleTo` builds on those sets, and "who can see this?" counts by the very same condition.
 *
 * Expects the rows `space` (id, visibility, limited_to_role) and `v` (account_id, standing, site_roles,
 * programme_roles). Who loses the programme role a space is limited to loses sight of it at once; moderators, who
 * answer for the space, do not. Who is suspended in a space reads there what everybody reads.
 */
export const MAY_READ_SPACE_SQL = `(
  space.visibility = 'public'
  or (v.standing = 'approved' and space.id <> all(${SUSPENDED_SPACES_SQL}) and (
    (space.visibility = 'programme' and (space.limited_to_role is null or space.limited_to_role = any(v.programme_roles)))
    or exists (select from space_member m where m.space_id = space.id and m.account_id = v.account_id
      and (space.limited_to_role is null or space.limited_to_role = any(v.programme_roles) or m.role = 'moderator'))
    or ('coordinator' = any(v.site_roles)
      and exists (select from space_entry e where e.space_id = space.id and e.account_id = v.account_id and e.ends_at > now()))
  ))
)`;

/** Spaces that `v` looks after: by role, and neither blocked nor shut out. */
const MODERATED_SQL = `
  select m.space_id from space_member m
  where m.account_id = v.account_id and m.role = 'moderator' and v.standing = 'approved' and m.space_id <> all(${SUSPENDED_SPACES_SQL})`;

/** Expects a row source `v`; yields `readable` and `moderated` as uuid arrays. */
export const READABLE_SPACES_SQL = `
  array(select space.id from space where ${MAY_READ_SPACE_SQL}) as readable,
  array(${MODERATED_SQL}) as moderated`;

/** As {@link READABLE_SPACES_SQL}, but only among the spaces in `$2`; for many viewers at once. */
export const READABLE_OF_SPACES_SQL = `
  array(select space.id from space where space.id = any($2::uuid[]) and ${MAY_READ_SPACE_SQL}) as readable,
  array(${MODERATED_SQL} and m.space_id = any($2::uuid[])) as moderated`;

/**
 * What is open beyond its members, by whom it is open to: the same for all, so that a statement asks once however many it looks at.
 * Spaces that are closed or hidden are not in it: what happens to them is nobody's news but their members'.
 */
const OPENNESS_SQL = `(
  select jsonb_object_agg(open.to_whom, open.spaces) from (
    select case when visibility = 'public' then 'public' else coalesce(limited_to_role, 'programme') end as to_whom, md5(string_agg(id::text, ',' order by id)) as spaces
    from space where visibility in ('public', 'programme') group by 1
  ) open)`;

/** Of what is open, what is so to `v`. */
const OPEN_TO_VIEWER_SQL = `jsonb_path_query_array(${OPENNESS_SQL}, '$.keyvalue() ? (@.key == "public" || @.key == $whom[*]).value',
  jsonb_build_object('whom', case when v.standing = 'approved' then array['programme'] || v.programme_roles else '{}' end))`;

/**
 * One word that differs as soon as what `v` may do does: standing, roles, memberships, entries, suspensions; and when a space closes
 * or opens that `v` belongs to, or that is open to `v`.
 */
export const RIGHTS_SQL = `md5(concat_ws('|', v.standing, v.site_roles::text, v.programme_roles::text,
  (select string_agg(concat_ws(' ', m.space_id, m.role, s.visibility, s.limited_to_role), ',' order by m.space_id)
   from space_member m join space s on s.id = m.space_id where m.account_id = v.account_id),
  'entries', (select string_agg(e.space_id::text, ',' order by e.space_id) from space_entry e where e.account_id = v.account_id and e.ends_at > now()),
  'suspensions', ${SUSPENDED_SPACES_SQL}::text, 'open', ${OPEN_TO_VIEWER_SQL}))`;

/** What everybody may read. */
export const PUBLIC_SPACES_SQL = `select id from space where visibility = 'public'`;

/** Every account that can be an approved viewer now, in the shape {@link MAY_READ_SPACE_SQL} expects. */
export const MEMBER_VIEWERS_SQL = `
  select id as account_id, standing, site_roles, programme_roles from account
  where standing = 'approved' and deleted_at is null and (suspended_until is null or suspended_until <= now())`;

/** Accounts that can look after a space now; whoever is blocked or shut out looks after nothing. @param spaceId SQL. */
export function ableModeratorsSql(spaceId: string): string {
  return `
  select m.account_id from space_member m join (${MEMBER_VIEWERS_SQL}) v on v.account_id = m.account_id
  where m.space_id = ${spaceId} and m.role = 'moderator' and m.space_id <> all(${SUSPENDED_SPACES_SQL})`;
}
