import type { City } from '../ports.ts';

/** Who speaks, when, and fresh randomness: nothing in a flow looks at a clock or a die but through this. */
export type Moment = {
  now: Date;
  locale: string;
  city: City;
  contact: { id: number; noticed: boolean; channel: string };
  /** Whether a draft waits to be taken up again. */
  drafts: boolean;
  random: (bytes: number) => Uint8Array;
};
