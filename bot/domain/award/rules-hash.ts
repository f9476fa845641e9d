import { createHash } from 'node:crypto';
import { type Canonical, canonical } from './canonical.ts';
import type { Cycle } from './cycle.ts';

/** SHA-256 (FIPS 180-4) of data in canonical JSON, as lower-case hex: what anybody gets who writes the same down. */
export const hashOf = (data: Canonical): string =>
  createHash('sha256').update(canonical(data), 'utf8').digest('hex');

/** The `rules_hash` of the bulletin: of the whole cycle as it was opened, dates included. A later change of the schedule is in minutes, not in it. */
export const rulesHash = (cycle: Cycle): string => hashOf(cycle satisfies Canonical);
