import { type Election, type Paper, paperOf } from '../ballot/paper.ts';
import type { AwardCategory } from './award-category.ts';

/** Papers made in this process: each has a table of its key that is worth keeping. */
const made = new Map<string, Paper>();
const madeMost = 12;

/** The ballot paper of a category, made once. Throws where the cycle's key or names are none, which the freeze does not let pass. */
export const votePaper = (
  { cycle, rules_hash, public_key }: Election,
  category: AwardCategory,
  candidates: readonly string[],
): Paper => {
  const key = JSON.stringify([cycle, rules_hash, public_key, category, candidates]);
  const known = made.get(key);
  if (known) return known;
  const paper = paperOf({ cycle, rules_hash, public_key }, { category, candidates });
  if (!paper) throw new Error(`cycle ${cycle} has no ballot paper for ${category}`);
  if (made.size >= madeMost) made.clear();
  made.set(key, paper);
  return paper;
};
