import type { Module, Step } from './module.ts';

/** How far somebody came: the step that is next (none: the end is reached), and how many of all are done. */
export type Progress = { next: Step | undefined; done: number; of: number };

/**
 * Where somebody stopped: the first step that is not among the done. No place is kept, so a module may be given a new
 * card while people are half-way, and they are shown it; what is done and no longer there counts for nothing.
 */
export const progressIn = ({ steps }: Pick<Module, 'steps'>, done: ReadonlySet<string>): Progress => ({
  next: steps.find(({ id }) => !done.has(id)),
  done: steps.filter(({ id }) => done.has(id)).length,
  of: steps.length,
});
