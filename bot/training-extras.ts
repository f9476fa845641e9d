import type { Text } from './conversation/reply.ts';
import type { LocalDate } from './domain/local-date.ts';

/**
 * What the reminder engine says below the items of somebody's message of the day. Asked when the day is planned, for whom
 * there is something to tell at all, and again at the moment of sending, for the words; so an answer is a few sentences that
 * stand alone, with only figures that anybody of the unit may know. Whoever is left out of an answer hears nothing.
 */
export type TrainingExtras = {
  /** By the code of a unit: what changed for citizens because of it in the week before that Monday. */
  weekLines: (units: readonly string[], monday: LocalDate) => Promise<ReadonlyMap<string, Text>>;
  /** By the number of a supervisor (`employee.id`): how learning stands with their people; `month`: the one that ended (`2026-10`). Whoever supervises nobody is left out. */
  digests: (supervisors: readonly number[], month: string) => Promise<ReadonlyMap<number, Text>>;
};

/** Nothing beside the items. */
export const noExtras: TrainingExtras = {
  weekLines: async () => new Map(),
  digests: async () => new Map(),
};
