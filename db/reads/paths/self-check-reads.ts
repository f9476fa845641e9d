import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { moduleForSkill } from '../../../bot/domain/paths/module-for-skill.ts';
import { officeKindOf } from '../../../bot/domain/paths/office-kind-of.ts';
import type { SelfCheck } from '../../../bot/domain/paths/self-check.ts';
import type { HelpfulModule, SelfCheckReads } from '../../../bot/domain/paths/self-check-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { type ModuleHead, modulesTaught } from '../modules/teaching.ts';
import { selfChecker } from './self-checker.ts';
import { unitSkillsFor } from './unit-skills.ts';

const p = sql.placeholder;

const findMine = prepared<{ answers: SelfCheck }>(sql`
select answers from self_check where employee_id = ${p('employee')}::bigint and year = ${p('year')}::smallint`);

const titled =
  (modules: readonly ModuleHead[]) =>
  (code: string): HelpfulModule[] =>
    modules.filter((module) => module.code === code).map(({ title }) => ({ code, title }));

/** What the conversation of one chat may look up of self-checks. */
export const createSelfCheckReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): SelfCheckReads => {
  const year = () => Number(localDate(now(), city().agency.zone).slice(0, 4));
  return {
    selfCheckLook: async () => {
      const me = await selfChecker(runner, contact);
      if (!me) return null;
      const [mine] = await findMine(runner, { employee: me.id, year: year() });
      return { year: year(), position: me.position, before: mine?.answers ?? null };
    },
    helpfulModules: async (skills) => {
      const [me, modules] = await Promise.all([selfChecker(runner, contact), modulesTaught(runner)]);
      const unit = city().units.find(({ code }) => code === me?.unit);
      const office = unit ? officeKindOf(unit) : null;
      const codes = new Set(skills.flatMap((skill) => moduleForSkill(skill, office, modules) ?? []));
      return [...codes].flatMap(titled(modules));
    },
    unitSkills: (unit) => unitSkillsFor(runner, city(), { contact, unit, year: year() }),
  };
};
