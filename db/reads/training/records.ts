import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { owes } from '../../../bot/domain/training/owes.ts';
import { positionGroupOf } from '../../../bot/domain/training/position-group.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import type { TrainingRecord } from '../../../bot/domain/training/training-record.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

type Row = Pick<TrainingRecord, 'employee' | 'name' | 'unit' | 'position' | 'kind'> & {
  created: string;
  enrolments: TrainingRecord['enrolments'] | null;
  certificates: TrainingRecord['certificates'] | null;
  dates: TrainingRecord['dates'] | null;
};

const ofThem = sql`employee_id = e.id`;

const findRecords = prepared<Row>(sql`
select e.id::int as employee, e.name, e.unit_code as unit, e.position, e.kind, e.created_at::text as created,
  (select json_agg(json_build_object('training', training_code, 'state', state, 'source', source, 'completeBy', complete_by, 'since', since,
      'attendedOn', attended_on, 'finishedOn', finished_on, 'reviewed', reviewed) order by training_code)
    from enrolment where ${ofThem}) as enrolments,
  (select json_agg(json_build_object('id', id, 'training', training_code, 'title', title, 'form', form, 'provider', provider, 'place', place,
      'batch', batch, 'startsOn', starts_on, 'endsOn', ends_on, 'jp', jp, 'number', number, 'date', date, 'status', status, 'reason', reason)
      order by date desc, id desc)
    from certificate where ${ofThem}) as certificates,
  (select json_agg(json_build_object('kind', kind, 'date', date, 'note', note, 'asOf', as_of) order by date, kind)
    from personnel_date where ${ofThem}) as dates
from employee e where e.active and e.id = any(${p('employees')}::bigint[]) order by e.id`);

/** What is known of active employees as far as learning goes, in the order of their ids. */
export const readTrainingRecords = async (
  runner: Runner,
  { units, agency }: Pick<City, 'units' | 'agency'>,
  { employees, catalogue }: { employees: readonly number[]; catalogue: ReadonlyMap<string, Training> },
): Promise<TrainingRecord[]> => {
  const tree = new Map(units.map((unit) => [unit.code, unit]));
  const mandatory = [...catalogue.values()].filter(({ owing }) => owing.length > 0);
  return (await findRecords(runner, { employees })).map(({ created, ...row }) => {
    const group = positionGroupOf(row.position);
    const owed = mandatory.filter((training) => owes(training, { unit: row.unit, group }, tree));
    return {
      ...row,
      group,
      since: localDate(new Date(created), agency.zone),
      enrolments: row.enrolments ?? [],
      certificates: row.certificates ?? [],
      dates: row.dates ?? [],
      owed: owed.map(({ code }) => code),
    };
  });
};
