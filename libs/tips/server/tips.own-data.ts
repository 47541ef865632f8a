import { ownLists } from '#accounts/server';

const text = 'x.tip_id as "tipId", x.title, x.summary, x.body';

/**
 * What a person wrote: released texts that are the person's own revisions, drafts the person saved last, notes, handbooks.
 * Also from spaces the person has left: the words stay their own. Texts of co-authors are not among them.
 */
export const tipsOwnData = ownLists('tips', {
  revisions: `select ${text}, x.number, x.note, x.created_at as "createdAt" from tip_revision x where x.author_id = $1 order by x.created_at, x.id`,
  drafts: `select ${text}, x.note, x.saved_at as "savedAt" from tip_working_copy x where x.saved_by = $1 order by x.saved_at, x.tip_id`,
  keptDrafts: `select ${text}, x.saved_at as "savedAt" from tip_kept_draft x where x.saved_by = $1 order by x.saved_at, x.id`,
  foundHelpful: 'select tip_id as "tipId", created_at as "createdAt" from tip_helped where account_id = $1 order by created_at, tip_id',
  notes: 'select tip_id as "tipId", reason, created_at as "createdAt" from tip_note where account_id = $1 order by created_at, id',
  handbooks: `select handbook_id as "handbookId", number, title, intro, chapters, created_at as "createdAt" from handbook_revision where author_id = $1 order by created_at, id`,
});
