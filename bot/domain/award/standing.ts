import { type LocalDate, localDate } from '../local-date.ts';
import { type Phase, type PhaseName, phaseNames } from './phase.ts';

/** The phases as they stand now; `again` names those that were prolonged or begun anew since, in that order. */
export type Schedule = { phases: readonly Phase[]; again: readonly PhaseName[] };

/** How far a cycle has come: not begun, within a phase, or behind one and before the next. `run`: by how many changes of the schedule. */
export type Standing = { run: number } & (
  | { is: 'before' }
  | { is: 'in'; phase: PhaseName }
  | { is: 'after'; phase: PhaseName }
);

/** Positions of a cycle in their order: 0 before all, then two a phase, within it and behind it. */
const stepOf = (standing: Standing): number =>
  standing.is === 'before' ? 0 : 2 * phaseNames.indexOf(standing.phase) + (standing.is === 'in' ? 1 : 2);

const standingOf = (step: number, run: number): Standing => {
  const phase = phaseNames[Math.ceil(step / 2) - 1];
  return phase === undefined ? { run, is: 'before' } : { run, is: step % 2 === 1 ? 'in' : 'after', phase };
};

const stepOn = (phases: readonly Phase[], today: LocalDate): number =>
  Math.max(
    0,
    ...phases.map(({ name, from, until }) => {
      const phase = name;
      if (today < from) return 0;
      return stepOf({ run: 0, is: today > until ? 'after' : 'in', phase });
    }),
  );

/** What is behind a cycle for good, whatever the clock says; a change of the schedule reopens its phase and nothing before it. */
const leastStep = ({ again }: Schedule, furthest: Standing | undefined): number => {
  const last = again.at(-1);
  if (furthest === undefined) return 0;
  return last === undefined || furthest.run >= again.length ? stepOf(furthest) : 2 * phaseNames.indexOf(last);
};

/**
 * Where a cycle stands at a moment by the calendar of `zone`: a phase ends with its last local day, to the second. Ask with the
 * furthest standing ever told (and keep the answer), so that a clock that was moved back reopens nothing.
 */
export const standingAt = (schedule: Schedule, at: Date, zone: string, furthest?: Standing): Standing =>
  standingOf(
    Math.max(stepOn(schedule.phases, localDate(at, zone)), leastStep(schedule, furthest)),
    schedule.again.length,
  );

export const isIn = (standing: Standing, phase: PhaseName): boolean =>
  standing.is === 'in' && standing.phase === phase;

/** Whether a phase has ended: from then on its figures may be told. */
export const isPast = (standing: Standing, phase: PhaseName): boolean =>
  stepOf(standing) >= stepOf({ run: 0, is: 'after', phase });
