import { type SelfCheck, type Skill, skills } from './self-check.ts';

/** From here down somebody says that they cannot do it yet, or only with help. */
export const lowAnswer = 2;

/** So many skills are named at the end of a self-check, and so many in a unit's list: more are no help. */
export const mostHardest = 3;

/** What somebody finds hardest, by their own words, hardest first; nothing where they can do everything by themselves. */
export const hardest = (check: SelfCheck): Skill[] =>
  skills
    .filter((skill) => (check[skill] ?? lowAnswer + 1) <= lowAnswer)
    .toSorted((one, other) => (check[one] ?? 0) - (check[other] ?? 0))
    .slice(0, mostHardest);
