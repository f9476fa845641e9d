import type { Pools } from '../../db/pools.ts';
import { createReads } from '../../db/reads/conversation.ts';
import type { OpenHall } from '../hall.ts';

/** The same hall as if it were another time, for this process alone: the shared clock and the real leases stay as they are. */
export const hallAt = <On extends Pools>(hall: OpenHall<On>, instant: Date): OpenHall<On> => {
  const begun = Date.now();
  const now = () => new Date(instant.getTime() + Date.now() - begun);
  const clock = { ...hall.clock, now, asIf: true as const };
  const reads = createReads(hall.database, hall.seal, hall.city, now);
  return { ...hall, clock, announce: hall.announceBy(now), parts: { ...hall.parts, clock, reads } };
};
