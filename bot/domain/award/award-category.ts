import { positionGroupOf } from '../training/position-group.ts';

/** Kinds of position that are honoured apart: *manajerial* and the two that are not (UU 20/2023). */
export const awardCategories = ['manajerial', 'fungsional', 'pelaksana'] as const;
export type AwardCategory = (typeof awardCategories)[number];

/** The category to propose for a position; it is read from words, so whoever nominates may choose another. */
export const awardCategoryOf = (position: string): AwardCategory => {
  const group = positionGroupOf(position);
  return group === 'struktural' ? 'manajerial' : group;
};
