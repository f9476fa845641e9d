import type { StaffRole } from '../roles.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { AwardCategory } from './award-category.ts';
import { isCoreValue } from './berakhlak.ts';
import type { Cycle } from './cycle.ts';
import { missingLetters } from './missing-letters.ts';
import { isIn, type Standing } from './standing.ts';

/** A nomination before it is made. `made`: the categories in which this person has one that was not declined; hats by `hatsOf`. */
export type NominationDraft = {
  standing: Standing;
  nominator: { id: number; hats: readonly StaffRole[] };
  nominee: { id: number; kind: EmployeeKind; active: boolean };
  category: AwardCategory;
  value: string;
  story: string;
  made: readonly AwardCategory[];
};

/** `story`: so many characters are missing. */
export type NominationFault =
  | { is: 'phase' | 'nominator' | 'oneself' | 'nominee' | 'category' | 'already' | 'value' }
  | { is: 'story'; missing: number };

/**
 * Every reason why a nomination cannot be taken: only in its phase, by whom the cycle lets, one a person and category, never
 * oneself, for one of the seven values, with a story long enough to hold an example.
 */
export const nominationFaults = (
  draft: NominationDraft,
  { categories, nomination }: Pick<Cycle, 'categories' | 'nomination'>,
): NominationFault[] => {
  const { nominator, nominee, category } = draft;
  const hat = nomination.nominators === 'all' ? 'asn' : 'supervisor';
  const missing = missingLetters(draft.story, nomination.storyLeast);
  const reasons: readonly (readonly [boolean, NominationFault])[] = [
    [!isIn(draft.standing, 'nominasi'), { is: 'phase' }],
    [!nominator.hats.includes(hat), { is: 'nominator' }],
    [nominator.id === nominee.id, { is: 'oneself' }],
    [!nominee.active || nominee.kind === 'other', { is: 'nominee' }],
    [!categories.includes(category), { is: 'category' }],
    [draft.made.includes(category), { is: 'already' }],
    [!isCoreValue(draft.value), { is: 'value' }],
    [missing > 0, { is: 'story', missing }],
  ];
  return reasons.flatMap(([applies, fault]) => (applies ? [fault] : []));
};
