import type { HallParts } from '../hall.ts';

type Known = NonNullable<HallParts['known']>;

/** How long the city may stay in a Worker's memory (milliseconds): as long as a Node process waits to read it again. */
const keptFor = 60_000;

/** The city as one Worker instance last read it: plain data, the only thing that outlives a request here. */
export const createKnownCity = (now: () => number) => {
  let kept: { known: Known; until: number } | undefined;
  return {
    get: (): Known | undefined => (kept && kept.until > now() ? kept.known : undefined),
    keep: (known: Known): void => {
      kept = { known, until: now() + keptFor };
    },
  };
};

export type KnownCity = ReturnType<typeof createKnownCity>;
