import type { AwardCategory } from './award-category.ts';
import type { Cycle } from './cycle.ts';
import { missingLetters } from './missing-letters.ts';
import { isIn, type Standing } from './standing.ts';

/**
 * A nominee whom a head wants to forward. `heads`: the office that the person is head of; `nominated`: whether a nomination
 * in the category stands; `forwarded`: what offices have forwarded so far.
 */
export type ForwardingDraft = {
  standing: Standing;
  by: { id: number; heads: string | null };
  nominee: { id: number; office: string };
  category: AwardCategory;
  nominated: boolean;
  forwarded: readonly { office: string; category: AwardCategory }[];
  reason: string;
};

/** `reason`: so many characters are missing. */
export type ForwardingFault =
  | { is: 'phase' | 'head' | 'office' | 'oneself' | 'nominated' | 'already' }
  | { is: 'reason'; missing: number };

/** Every reason why a head of office cannot forward a nominee: at most one a category, of the own office, with a written reason, and never oneself. */
export const forwardingFaults = (
  draft: ForwardingDraft,
  { nomination }: Pick<Cycle, 'nomination'>,
): ForwardingFault[] => {
  const { by, nominee, category } = draft;
  const missing = missingLetters(draft.reason, nomination.reasonLeast);
  const before = draft.forwarded.some((one) => one.office === nominee.office && one.category === category);
  const reasons: readonly (readonly [boolean, ForwardingFault])[] = [
    [!isIn(draft.standing, 'nominasi'), { is: 'phase' }],
    [by.heads === null, { is: 'head' }],
    [by.heads !== null && by.heads !== nominee.office, { is: 'office' }],
    [by.id === nominee.id, { is: 'oneself' }],
    [!draft.nominated, { is: 'nominated' }],
    [before, { is: 'already' }],
    [missing > 0, { is: 'reason', missing }],
  ];
  return reasons.flatMap(([applies, fault]) => (applies ? [fault] : []));
};
