import { registerEnumType } from '@nestjs/graphql';

export const TipStateEnum = { draft: 'draft', review: 'review', published: 'published', retired: 'retired', hidden: 'hidden' } as const;

registerEnumType(TipStateEnum, {
  name: 'TipState',
  description: 'Where a tip stands between its first word and its end.',
  valuesMap: {
    draft: { description: 'Being written; its authors alone see it.' },
    review: { description: 'Submitted for its first release; authors and moderators of the space see it.' },
    published: { description: 'Whoever may read the space sees it.' },
    retired: { description: 'No longer advised; still readable where it is linked, sinks in search.' },
    hidden: { description: 'Taken out of sight by moderation; its authors and the moderators see it.' },
  },
});

export const TipSortEnum = { revised: 'revised', title: 'title', helped: 'helped' } as const;
export type TipSort = keyof typeof TipSortEnum;

registerEnumType(TipSortEnum, {
  name: 'TipSort',
  description: 'The order of a list of tips.',
  valuesMap: {
    revised: { description: 'What was newly written or thoroughly changed first.' },
    title: { description: 'By title, as a German dictionary sorts.' },
    helped: { description: 'What helped most readers first.' },
  },
});

export const CheckScopeEnum = { mine: 'mine', moderated: 'moderated' } as const;
export type CheckScope = keyof typeof CheckScopeEnum;

registerEnumType(CheckScopeEnum, {
  name: 'TipCheckScope',
  description: 'Whose tips are meant.',
  valuesMap: {
    mine: { description: 'Tips the viewer wrote or helped to write.' },
    moderated: { description: 'All tips of the spaces the viewer moderates.' },
  },
});
