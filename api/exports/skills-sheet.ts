import { say } from '../../bot/conversation/reply.ts';
import type { MissingSkill } from '../../bot/domain/paths/missing-skills.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { skillsOfUnits } from '../../db/reads/paths/unit-skills.ts';
import { asObjects, type Column } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { xlsxOf } from './xlsx.ts';

type Row = {
  unit: string;
  unitName: string;
  year: number;
  hidden: boolean;
  missing: (MissingSkill & { name: string; title: string | null }) | null;
};

/** `n` people were asked about a skill, `average` from 1 (cannot yet) to 4 (could teach it). `hidden`: fewer than five people answered. */
const columns: readonly Column<Row>[] = [
  { name: 'unit', kind: 'text', width: 24, of: ({ unit }) => unit },
  { name: 'unit_name', kind: 'text', width: 40, of: ({ unitName }) => unitName },
  { name: 'year', kind: 'whole', width: 7, of: ({ year }) => year },
  { name: 'hidden', kind: 'flag', width: 9, of: ({ hidden }) => hidden },
  { name: 'skill', kind: 'text', width: 22, of: ({ missing }) => missing?.skill ?? null },
  { name: 'skill_name', kind: 'text', width: 56, of: ({ missing }) => missing?.name ?? null },
  { name: 'n', kind: 'whole', width: 6, of: ({ missing }) => missing?.n ?? null },
  { name: 'average', kind: 'decimal-2', width: 10, of: ({ missing }) => missing?.average ?? null },
  { name: 'module', kind: 'text', width: 20, of: ({ missing }) => missing?.module ?? null },
  { name: 'module_title', kind: 'text', width: 40, of: ({ missing }) => missing?.title ?? null },
];

const rowsOf = async ({ runner, city, period, unit, locale }: Asked): Promise<Row[]> => {
  const year = Number(period.name);
  const { lists, titles } = await skillsOfUnits(runner, city, { year, unit: unit ?? null });
  return lists.flatMap((list): Row[] => {
    const unitName = city.units.find(({ code }) => code === list.unit)?.name ?? list.unit;
    const head = { unit: list.unit, unitName, year };
    if (!('missing' in list)) return [{ ...head, hidden: true, missing: null }];
    if (list.missing.length === 0) return [{ ...head, hidden: false, missing: null }];
    return list.missing.map((one) => {
      const name = translate(locale, say(`skill.${one.skill}`));
      const title = one.module === null ? null : (titles.get(one.module) ?? null);
      return { ...head, hidden: false, missing: { ...one, name, title } };
    });
  });
};

/**
 * `export skills`: what half of a unit's people or more cannot do by themselves yet, by the self-checks of a year, and the module
 * that may help; a row a unit and skill, weakest first, and one row for a unit of which nothing is shown or nothing is missing.
 */
export const skillsSheet =
  (format: 'csv' | 'xlsx') =>
  async (asked: Asked): Promise<Made> => {
    const { period, service } = asked;
    if (service !== undefined) return { refused: 'Skills are of people, not of services.' };
    if (period.length !== 'year') return { refused: 'People check themselves once a year: --period 2026.' };
    const rows = await rowsOf(asked);
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(columns, rows))
        : await xlsxOf(`Kebutuhan ${period.name}`, columns, rows);
    return { files: [{ name: `skills-${period.name}.${format}`, bytes }], data: asObjects(columns, rows) };
  };
