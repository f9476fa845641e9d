import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';
import { layAfter, type Phase, type PhaseName } from './phase.ts';
import type { Schedule } from './standing.ts';

/** A schedule that was changed; `estimate` where it leaves the days for which holidays are decreed. */
export type Changed = { schedule: Schedule; estimate: boolean };

/**
 * Gives a phase more working days, as once to the vote below its quorum; what follows moves behind it. Where that is decided
 * after its end, the days run from the day of the decision, so that nobody loses one of them.
 */
export const prolong = (
  schedule: Schedule,
  calendar: Calendar,
  { name, days, decidedOn }: { name: PhaseName; days: number; decidedOn: LocalDate },
): Changed => {
  const { earlier, phase, later } = aroundOf(schedule, name);
  const dayBefore = addCalendarDays(decidedOn, -1);
  const last = addWorkingDays(calendar, phase.until > dayBefore ? phase.until : dayBefore, days);
  const rest = layAfter(calendar, last.due, later);
  return {
    schedule: {
      phases: [...earlier, { ...phase, days: phase.days + days, until: last.due }, ...rest.phases],
      again: [...schedule.again, name],
    },
    estimate: last.estimate || rest.estimate,
  };
};

/** Begins a phase anew on the working day after a decision, as the time for objections after a changed result; what follows moves behind it. */
export const restart = (
  schedule: Schedule,
  calendar: Calendar,
  { name, decidedOn }: { name: PhaseName; decidedOn: LocalDate },
): Changed => {
  const { earlier, phase, later } = aroundOf(schedule, name);
  const rest = layAfter(calendar, decidedOn, [phase, ...later]);
  return {
    schedule: { phases: [...earlier, ...rest.phases], again: [...schedule.again, name] },
    estimate: rest.estimate,
  };
};

const aroundOf = ({ phases }: Schedule, name: PhaseName) => {
  const at = phases.findIndex((phase) => phase.name === name);
  const phase: Phase | undefined = phases[at];
  if (phase === undefined) throw new RangeError(`the schedule has no phase ${name}`);
  return { earlier: phases.slice(0, at), phase, later: phases.slice(at + 1) };
};
