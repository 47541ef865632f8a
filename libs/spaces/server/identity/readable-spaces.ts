/**
 * The one place where visibility, membership and entries become the sets a viewer carries. Who may read what lies in a
 * space follows from these sets through `visibleTo`, and from nothing else.
 *
 * Expects a row source `v(account_id, standing, programme_roles)`; yields `readable` and `moderated` as uuid arrays.
 */
export const READABLE_SPACES_SQL = `
  array(
    select space.id from space
    where space.visibility = 'public'
       or (v.standing = 'approved' and (
            (space.visibility = 'programme' and (space.limited_to_role is null or space.limited_to_role = any(v.programme_roles)))
            or exists (select from space_member m where m.space_id = space.id and m.account_id = v.account_id)
            or exists (select from space_entry e where e.space_id = space.id and e.account_id = v.account_id and e.ends_at > now())))
  ) as readable,
  array(
    select m.space_id from space_member m
    where m.account_id = v.account_id and m.role = 'moderator' and v.standing = 'approved'
  ) as moderated`;

/** What everybody may read. */
export const PUBLIC_SPACES_SQL = `select id from space where visibility = 'public'`;
