import { createMakeExercises } from '../db/exercises/make-exercises.ts';
import type { OpenHall } from './hall.ts';

/** What makes exercises of this hall's solved reports. A Worker does not carry it: a Node process beside it makes them for all. */
export const exercisesOf = ({
  database,
  seal,
  city,
  clock,
}: Pick<OpenHall, 'database' | 'seal' | 'city' | 'clock'>): (() => Promise<number>) =>
  createMakeExercises({ database, seal, city, now: clock.now });
