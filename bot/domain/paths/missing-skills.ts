import type { ModuleAim } from '../coaching/module-for.ts';
import type { OfficeKind } from '../modules/office-kind.ts';
import { compare, type Fraction, fraction, halfUp } from '../skm/fraction.ts';
import { smallGroup } from '../skm/hide-small.ts';
import { lowAnswer } from './hardest.ts';
import { moduleForSkill } from './module-for-skill.ts';
import { type SelfCheck, type Skill, skills } from './self-check.ts';

/** A skill that a unit misses: of how many people's words, their average from 1 to 4, and the module that may help. */
export type MissingSkill = { skill: Skill; n: number; average: string; module: string | null };

/** A unit's list for those who plan training; nothing of a unit where fewer than five answered. */
export type UnitSkills = { unit: string; missing: readonly MissingSkill[] } | { unit: string; hidden: true };

const missed = (
  checks: readonly SelfCheck[],
  office: OfficeKind | null,
  modules: readonly ModuleAim[],
): MissingSkill[] =>
  skills
    .flatMap((skill): (MissingSkill & { exact: Fraction })[] => {
      const given = checks.map((check) => check[skill]).filter((answer) => answer !== undefined);
      const weak = given.filter((answer) => answer <= lowAnswer).length;
      if (given.length < smallGroup || weak * 2 < given.length) return [];
      const exact = fraction(
        given.reduce((sum: number, answer) => sum + answer, 0),
        given.length,
      );
      const module = moduleForSkill(skill, office, modules);
      return [{ skill, n: given.length, average: halfUp(exact, 2), module, exact }];
    })
    .toSorted((one, other) => compare(one.exact, other.exact))
    .map(({ exact: _, ...rest }) => rest);

/**
 * The skills a unit misses, weakest first: those of which half of the people asked say that they cannot do them yet. Nobody's own
 * answers can be read from it; a skill that fewer than five were asked about is left out.
 */
export const missingSkills = (
  { unit, office, checks }: { unit: string; office: OfficeKind | null; checks: readonly SelfCheck[] },
  modules: readonly ModuleAim[],
): UnitSkills =>
  checks.length < smallGroup ? { unit, hidden: true } : { unit, missing: missed(checks, office, modules) };
