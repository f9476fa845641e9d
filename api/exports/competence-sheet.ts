import { halfUp, readDecimal } from '../../bot/domain/skm/fraction.ts';
import { competenceOf, competencePoints, type PartStanding } from '../../bot/domain/training/competence.ts';
import { competenceParts, type PositionGroup } from '../../bot/domain/training/ip-asn-rules.ts';
import { positionGroupOf } from '../../bot/domain/training/position-group.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import { type Learner, listLearners } from '../../db/reads/training/exported.ts';
import { asObjects, type Column } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { xlsxOf } from './xlsx.ts';

type Row = { learner: Learner; year: number; group: PositionGroup; parts: readonly PartStanding[] };

const columns: readonly Column<Row>[] = [
  { name: 'nip', kind: 'text', width: 21, of: ({ learner }) => learner.nip },
  { name: 'name', kind: 'text', width: 32, of: ({ learner }) => learner.name },
  { name: 'unit', kind: 'text', width: 20, of: ({ learner }) => learner.unit },
  { name: 'position', kind: 'text', width: 36, of: ({ learner }) => learner.position },
  { name: 'group', kind: 'text', width: 13, of: ({ group }) => group },
  { name: 'year', kind: 'whole', width: 7, of: ({ year }) => year },
  ...competenceParts.flatMap((part): Column<Row>[] => {
    const of = ({ parts }: Row) => parts.find((one) => one.part === part);
    return [
      {
        name: `${part}_points`,
        kind: 'decimal-2',
        width: 18,
        of: (row) => {
          const points = of(row)?.points;
          return points === undefined ? null : halfUp(readDecimal(points), 2);
        },
      },
      { name: `${part}_fulfilled`, kind: 'flag', width: 20, of: (row) => of(row)?.fulfilled ?? null },
    ];
  }),
  { name: 'total', kind: 'decimal-2', width: 8, of: ({ parts }) => halfUp(competencePoints(parts), 2) },
];

/**
 * `export competence`: the competence part of IP-ASN (of 40, PermenPANRB 38/2018) of every ASN who serves, by the
 * certificates verified up to the end of a year. Parts that a position does not ask for are empty. The points are settings,
 * as most of them are not confirmed (`ip-asn-rules.ts`).
 */
export const competenceSheet =
  (format: 'csv' | 'xlsx') =>
  async ({ runner, city, period, unit, service }: Asked): Promise<Made> => {
    if (service !== undefined) return { refused: 'Competence is of people, not of services.' };
    if (period.length !== 'year') return { refused: 'Competence is reckoned by the year: --period 2026.' };
    const year = Number(period.name);
    const { ipAsn } = trainingOf(city.agency.settings);
    const learners = await listLearners(runner, { ...period, unit: unit ?? null });
    const rows = learners
      .filter(({ kind, active }) => active && kind !== 'other')
      .map((learner) => {
        const group = positionGroupOf(learner.position);
        return { learner, year, group, parts: competenceOf(learner.certificates, group, year, ipAsn) };
      });
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(columns, rows))
        : await xlsxOf(`Kompetensi ${year}`, columns, rows);
    return { files: [{ name: `competence-${year}.${format}`, bytes }], data: asObjects(columns, rows) };
  };
