import type { Rule, Told } from './rule.ts';
import { rules } from './rules.ts';

/** A rule as the public page says it. */
export type ToldRule = Pick<Rule, 'days' | 'after' | 'end'> & { told: Told };

/** One line for each thing that people are told of. Rules that share a line must agree. Throws on a table that does not. */
export const linesOf = (all: readonly Rule[]): ToldRule[] => {
  const lines = new Map<Told, ToldRule>();
  for (const { told, days, after, end } of all) {
    const line = told && lines.get(told);
    if (line && (line.days !== days || line.after !== after))
      throw new Error(`the rules of "${told}" differ: a page cannot say both`);
    if (told && !line) lines.set(told, { told, days, after, end });
  }
  return [...lines.values()];
};

export const toldRules: readonly ToldRule[] = linesOf(rules);
