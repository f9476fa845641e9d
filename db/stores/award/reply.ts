import { sql } from 'drizzle-orm';
import { judgeBar } from '../../../bot/domain/award/may-judge.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { committeeQuestion } from '../../reads/award/committee-question.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';

const p = sql.placeholder;

const setReply = prepared<{ name: string; asker: number | null; unit: string; unitNow: string }>(sql`
update award_nominee n set reply = ${p('words')} from employee e
where n.id = ${p('nominee')}::bigint and n.employee_id = ${p('employee')}::bigint and e.id = n.employee_id
  and n.verdict = 'asked' and n.reply is null
returning e.name, n.verdict_by::int as asker, n.unit_code as unit, e.unit_code as "unitNow"`);

const findStaff = prepared<{ id: number; unit: string; kind: string; roles: string[] }>(sql`
select id::int as id, unit_code as unit, kind, to_json(roles) as roles from employee where active and roles <> '{}' order by id`);

/** Whoever asked, if they may still judge the nominee; else every member who may. */
const readersOf = async (
  runner: Runner,
  { units, categories }: City,
  nominee: { id: number; offices: readonly string[] },
  asker: number | null,
): Promise<number[]> => {
  const members = (await findStaff(runner, {})).filter(({ id, unit, ...file }) => {
    const judge = { id, office: officeOf(unit, units, categories), hats: hatsOf({ ...file, active: true }) };
    return judgeBar(judge, nominee) === null;
  });
  const all = members.map(({ id }) => id);
  return asker !== null && all.includes(asker) ? [asker] : all;
};

/** The nominee's answer to the committee's question, once a question, which goes back to whoever asked. Throws `Overtaken` where none is open for them. */
export const answerCommittee = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee, words }: Extract<Effect, { do: 'award.reply' }>,
  now: Date,
): Promise<void> => {
  const [employee, question] = await Promise.all([
    employeeOf(runner, contact),
    committeeQuestion(runner, city, { contact, nominee, now }),
  ]);
  if (employee === undefined || !question?.open) throw new Overtaken();
  const [row] = await setReply(runner, { nominee, employee, words });
  if (!row) throw new Overtaken();
  const offices = [row.unit, row.unitNow].map((unit) => officeOf(unit, city.units, city.categories));
  const say = {
    text: {
      key: 'award-verdict.replied',
      with: { name: { literal: row.name }, message: { literal: words } },
    },
    choices: [{ id: `go:candidate:${nominee}`, label: { key: 'button.committee.look' } }],
  } as const;
  for (const reader of await readersOf(runner, city, { id: employee, offices }, row.asker))
    await tellEmployee(runner, seal, city, { employee: reader, say }, now);
};
