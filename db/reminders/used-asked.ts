import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';

/** That "dipakai di pekerjaan?" is put to people, by the rows of the letters that do. */
export const markAsked = prepared(sql`
insert into training_use_asked (employee_id, training_code, asked_on)
select employee, substr(item, length('used:') + 1), day
from json_to_recordset(${sql.placeholder('rows')}::text::json) as one (employee bigint, item text, day date)
where starts_with(item, 'used:') on conflict do nothing`);

/** Takes reminders (`reminded r`) back; whoever was to be asked with them was not asked. */
export const takingBack = (gone: SQL): SQL => sql`
with gone as (${gone} returning r.employee_id, r.item)
delete from training_use_asked u using gone
where u.employee_id = gone.employee_id and gone.item = 'used:' || u.training_code and not u.answered`;
