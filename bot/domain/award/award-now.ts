import type { PublicKey } from '../ballot/bulletin.ts';
import type { LocalDate } from '../local-date.ts';
import type { Cycle } from './cycle.ts';
import type { PhaseName } from './phase.ts';
import type { Schedule, Standing } from './standing.ts';

/** A cycle as it stands at a moment; `frozen`: roll and candidates are fixed, `closed`: no ballot is taken any more. */
export type AwardNow = {
  id: number;
  code: string;
  cycle: Cycle;
  rulesHash: string;
  publicKey: PublicKey;
  schedule: Schedule;
  standing: Standing;
  rollHash: string | null;
  frozen: boolean;
  closed: boolean;
  announced: boolean;
  decided: boolean;
};

const phaseOf = ({ schedule }: Pick<AwardNow, 'schedule'>, name: PhaseName) => {
  const phase = schedule.phases.find((one) => one.name === name);
  if (!phase) throw new RangeError(`the schedule has no phase ${name}`);
  return phase;
};

/** The first local day of a phase by the schedule as it stands now. */
export const phaseBegins = (award: Pick<AwardNow, 'schedule'>, name: PhaseName): LocalDate =>
  phaseOf(award, name).from;

/** The last local day of a phase by the schedule as it stands now. */
export const phaseEnds = (award: Pick<AwardNow, 'schedule'>, name: PhaseName): LocalDate =>
  phaseOf(award, name).until;
