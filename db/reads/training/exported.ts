import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import type { CertificateStatus } from '../../../bot/domain/training/certificate-status.ts';
import type { Jp } from '../../../bot/domain/training/jp.ts';
import type { TrainingForm } from '../../../bot/domain/training/training-form.ts';
import type { EmployeeKind } from '../../../bot/domain/training/training-rules.ts';
import { prepared } from '../../prepared.ts';

const p = sql.placeholder;

/** A certificate as the personnel office lists it. `unit`: the code of its holder's unit. */
export type ListedCertificate = {
  nip: string;
  name: string;
  unit: string;
  training: string;
  form: TrainingForm | null;
  provider: string;
  jp: Jp;
  number: string | null;
  date: LocalDate;
  status: CertificateStatus;
};

/** Somebody whose hours are counted. */
export type Learner = {
  nip: string;
  name: string;
  unit: string;
  unitName: string;
  position: string;
  kind: EmployeeKind;
  active: boolean;
  certificates: { date: LocalDate; jp: Jp; form: TrainingForm | null; status: CertificateStatus }[];
};

/** Of a unit and everything below it, or of all. */
const inUnit = sql`(${p('unit')}::text is null or e.unit_code in (
  with recursive below as (
    select code from unit where code = ${p('unit')}::text
    union select part.code from unit part join below on part.parent_code = below.code
  ) select code from below))`;

/** Certificates dated from a local day up to and including another, of people who have left as well. */
export const listCertificates = prepared<ListedCertificate>(sql`
select e.nip, e.name, e.unit_code as unit, c.title as training, c.form, c.provider, c.jp, c.number, c.date::text as date, c.status
from certificate c join employee e on e.id = c.employee_id
where c.date between ${p('from')}::date and ${p('until')}::date and ${inUnit}
order by e.unit_code, e.name, e.nip, c.date, c.id`);

/** Everybody who serves, and who has left but holds a certificate dated from then on. */
export const listLearners = prepared<Learner>(sql`
select e.nip, e.name, e.unit_code as unit, u.name as "unitName", e.position, e.kind, e.active,
  coalesce((select json_agg(json_build_object('date', c.date, 'jp', c.jp, 'form', c.form, 'status', c.status) order by c.date, c.id)
    from certificate c where c.employee_id = e.id and c.date <= ${p('until')}::date), '[]') as certificates
from employee e join unit u on u.code = e.unit_code
where ${inUnit} and (e.active or exists (
  select from certificate c where c.employee_id = e.id and c.date between ${p('from')}::date and ${p('until')}::date))
order by e.unit_code, e.name, e.nip`);
