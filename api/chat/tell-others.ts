import { createAnnounce } from '../../bot/jobs/announce.ts';
import { createUntolds } from '../../db/untolds.ts';
import type { OpenHall } from '../hall.ts';

/** Writes the letters that follow from what happened to reports, and sends none: each terminal prints its own, never a neighbour's. */
export const tellOthers = ({
  database,
  seal,
  city,
  clock,
  roomOf,
}: Pick<OpenHall, 'database' | 'seal' | 'city' | 'clock' | 'roomOf'>): (() => Promise<unknown>) =>
  createAnnounce({ untolds: createUntolds(database, seal, city), city, now: clock.now, roomOf });
