import { sql } from 'drizzle-orm';
import { hatsOn } from '../../bot/domain/case.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import type { City } from '../../bot/ports.ts';
import type { StaffDesk } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';

const p = sql.placeholder;

/**
 * What a message in a group is about, by keys alone. Numbers of messages count through the whole group, so a reply finds
 * its subject whether the message was written for the group or for one of its topics.
 */
export const findPlace = prepared<{
  staff: boolean;
  unit: string | null;
  topics: 'yes' | 'no' | null;
  ticket: string | null;
}>(sql`
select exists (select 1 from contact c join staff_link l on l.contact_id = c.id and l.ended_at is null
    join employee e on e.id = l.employee_id and e.active where c.key = ${p('sender')}) as staff,
  room.unit_code as unit, room.topics,
  coalesce(
    (select split_part(s.about, ':', 2) from shown s where s.message = ${p('reply')}::text and s.about ~ '^(report|case):'
      and (s.contact_id = room.contact_id or s.contact_id in (
        select t.contact_id from group_topic t join office_group g on g.id = t.group_id where g.contact_id = room.contact_id)) limit 1),
    (select r.ticket from contact c join group_topic t on t.contact_id = c.id join report r on r.id = t.report_id
      where c.key = ${p('topic')}::bytea and room.contact_id is not null)) as ticket
from (select) as once left join (
  select g.unit_code, g.topics, g.contact_id from contact c join office_group g on g.contact_id = c.id and g.ended_at is null
  where c.key = ${p('group')}) as room on true`);

const findDesk = prepared<{ unit: string; name: string; kind: string; roles: string[] }>(sql`
select e.unit_code as unit, u.name, e.kind, e.roles from staff_link l join employee e on e.id = l.employee_id
  join unit u on u.code = e.unit_code
where l.contact_id = ${p('contact')} and l.ended_at is null and e.active`);

/** The office of the employee that a chat speaks as. */
export const deskOf = async (
  runner: Runner,
  { units, categories }: City,
  contact: number,
): Promise<StaffDesk | null> => {
  const [found] = await findDesk(runner, { contact });
  if (!found) return null;
  const office = officeOf(found.unit, units, categories);
  const unit = units.find(({ code }) => code === office)?.name ?? found.name;
  return { office, unit, kind: found.kind, roles: found.roles };
};

const findCode = prepared<{ unit: string | null; name: string | null; tried: string[] }>(sql`
select g.unit_code as unit, u.name,
  (select coalesce(json_agg(at), '[]') from code_try
    where contact_id = ${p('contact')} and at > ${p('now')}::timestamptz - interval '24 hours') as tried
from (select) as once left join (group_code g join unit u on u.code = g.unit_code)
  on g.hash = ${p('hash')} and g.expires_at > ${p('now')}`);

/** Whose group a code would link now, and when the chat tried codes before. Nothing is counted. */
export const lookAtGroupCode = async (
  runner: Runner,
  { hash, contact, now }: { hash: Uint8Array; contact: number; now: Date },
): Promise<{ unit?: { code: string; name: string }; tried: Date[] }> => {
  const [found] = await findCode(runner, { hash, contact, now: now.toISOString() });
  const { unit = null, name = null, tried = [] } = found ?? {};
  return {
    ...(unit && name && { unit: { code: unit, name } }),
    tried: tried.map((at) => new Date(at)),
  };
};

/** Whether the employee that a chat speaks as may write notes on a report. */
export const mayNoteOn = (row: CaseRow, contact: number, seal: Seal, city: City): boolean => {
  const who = comerOf(row, 'staff', contact, seal, city);
  return who !== undefined && isGranted(mayAny(hatsOn(caseOf(row, city), who), 'note'));
};

export const mayNote = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, ticket }: { contact: number; ticket: string },
): Promise<boolean> => {
  const row = await readCase(runner, ticket, contact);
  return row !== undefined && mayNoteOn(row, contact, seal, city);
};
