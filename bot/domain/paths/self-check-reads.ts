import type { PositionGroup } from '../training/ip-asn-rules.ts';
import type { SelfCheck, Skill } from './self-check.ts';

/** Whom the self-check asks: by their position; `before`: what they said this year already. */
export type SelfCheckLook = { year: number; position: PositionGroup; before: SelfCheck | null };

/** A module that may help, with its title. */
export type HelpfulModule = { code: string; title: string };

/**
 * What a unit's self-checks of a year come to for whoever plans its learning; `people`: how many answered, null where they
 * were fewer than five. `missing`: weakest first, without figures, as single answers could be read from how these move.
 */
export type UnitSkillsLook = {
  unit: string;
  year: number;
  people: number | null;
  missing: { skill: Skill; module: HelpfulModule | null }[];
};

/** What a conversation may look up of self-checks. */
export type SelfCheckReads = {
  /** Null for whoever is no ASN. */
  selfCheckLook: () => Promise<SelfCheckLook | null>;
  /** At most one for each skill, each once. */
  helpfulModules: (skills: readonly Skill[]) => Promise<HelpfulModule[]>;
  /** One's own unit, or (`unit`) another; null for whoever may not see it. */
  unitSkills: (unit: string | null) => Promise<UnitSkillsLook | null>;
};
