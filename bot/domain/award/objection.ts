import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { StaffRole } from '../roles.ts';
import type { Cycle } from './cycle.ts';
import { missingLetters } from './missing-letters.ts';
import { isIn, type Schedule, type Standing } from './standing.ts';

/** Why an objection to the provisional result cannot be taken; `reason`: so many characters are missing. */
export type ObjectionFault = { is: 'phase' | 'objector' } | { is: 'reason'; missing: number };

/** Any ASN may object, in its phase (working days of the cycle) and with a reason. */
export const objectionFaults = (
  draft: { standing: Standing; hats: readonly StaffRole[]; reason: string },
  { nomination }: Pick<Cycle, 'nomination'>,
): ObjectionFault[] => {
  const missing = missingLetters(draft.reason, nomination.reasonLeast);
  return [
    ...(isIn(draft.standing, 'masa_sanggah') ? [] : [{ is: 'phase' as const }]),
    ...(draft.hats.includes('asn') ? [] : [{ is: 'objector' as const }]),
    ...(missing > 0 ? [{ is: 'reason' as const, missing }] : []),
  ];
};

/** The last day on which an objection is answered in writing: the one before the decision begins. */
export const answerObjectionBy = ({ phases }: Schedule): LocalDate => {
  const decision = phases.find(({ name }) => name === 'keputusan');
  if (!decision) throw new RangeError('the schedule has no decision');
  return addCalendarDays(decision.from, -1);
};

/** A member of the committee; `open`: objections already in the member's hands. */
export type CommitteeMember = { id: number; office: string; open: number };

/** Whom an objection is about and who made it: people, and the offices of both. */
export type Concerned = { people: readonly number[]; offices: readonly string[] };

/**
 * The two members who look at an objection: from other offices than anyone concerned, who has least to do first. `undefined`
 * where fewer than two are left; the committee must then be joined by somebody else.
 */
export const reviewersFor = (
  { people, offices }: Concerned,
  committee: readonly CommitteeMember[],
): readonly [CommitteeMember, CommitteeMember] | undefined => {
  const [first, second] = committee
    .filter(({ id, office }) => !people.includes(id) && !offices.includes(office))
    .toSorted((one, other) => one.open - other.open || one.id - other.id);
  return first && second && [first, second];
};

/** What an answered objection does to the cycle: a changed result restarts the time for objections once, and never again. */
export const afterObjection = (
  changed: boolean,
  { again }: Pick<Schedule, 'again'>,
): 'unchanged' | 'restart' | 'changed' => {
  if (!changed) return 'unchanged';
  return again.includes('masa_sanggah') ? 'changed' : 'restart';
};
