import { localDate } from '../../bot/domain/local-date.ts';
import { yearOf } from '../../bot/domain/training/certificate.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import { yearStanding } from '../../bot/domain/training/year-standing.ts';
import { type Learner, listCertificates, listLearners } from '../../db/reads/training/exported.ts';
import { asObjects } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { certificateColumns, type LearnerYear, learnerColumns } from './training-columns.ts';
import { sheetOf, workbookOf } from './xlsx.ts';

/** The years of a period that have begun; at least its first. */
const yearsOf = ({ period, city, now }: Asked): number[] => {
  const first = yearOf(period.from);
  const last = Math.min(yearOf(period.until), yearOf(localDate(now, city.agency.zone)));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at);
};

const inYear = (learner: Learner, year: number, { city: { agency, calendar } }: Asked): LearnerYear => {
  const { rules } = trainingOf(agency.settings);
  return {
    learner,
    standing: yearStanding(learner.certificates, learner.kind, `${year}-12-31`, calendar, rules),
  };
};

/** Everybody's whole years, as what is owed is owed by the year. */
const learnerYears = async (asked: Asked): Promise<LearnerYear[]> => {
  const years = yearsOf(asked);
  const learners = await listLearners(asked.runner, {
    from: `${years[0]}-01-01`,
    until: `${years.at(-1)}-12-31`,
    unit: asked.unit ?? null,
  });
  return learners.flatMap((learner) => years.map((year) => inYear(learner, year, asked)));
};

/**
 * `export training`: every certificate dated in the period, verified or not, by unit, name and day; as a workbook with a
 * second sheet that sums up each person's years. A unit is taken with everything below it.
 */
export const trainingSheet =
  (format: 'csv' | 'xlsx') =>
  async (asked: Asked): Promise<Made> => {
    const { runner, period, unit, service } = asked;
    if (service !== undefined) return { refused: 'Training is of people, not of services.' };
    const rows = await listCertificates(runner, { ...period, unit: unit ?? null });
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(certificateColumns, rows))
        : await workbookOf([
            sheetOf('Sertifikat', certificateColumns, rows),
            sheetOf('Ringkasan', learnerColumns, await learnerYears(asked)),
          ]);
    return {
      files: [{ name: `training-${period.name}.${format}`, bytes }],
      data: asObjects(certificateColumns, rows),
    };
  };
