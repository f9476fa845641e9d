import { sql } from 'drizzle-orm';
import { dayOf } from '../../bot/domain/reminding/office-days.ts';
import type { PlannedTurn } from '../../bot/domain/reminding/plan-turn.ts';
import type { Remindable } from '../../bot/training-reminders.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { blanksOfLetter, posting } from '../stores/letter.ts';
import { markAsked } from './used-asked.ts';

const p = sql.placeholder;

const postLetter = prepared<{ id: number }>(posting(sql`(select) as once`));

/** Said again in the same letter, an item is said by its newest occasion only. */
const giveUp = prepared(sql`
delete from reminded r using json_to_recordset(${p('rows')}::text::json) as one (letter bigint, item text)
where r.letter_id = one.letter and r.item = one.item`);

const insertRows = prepared(sql`
insert into reminded (employee_id, item, milestone, lane, day, at, letter_id)
select employee, item, milestone, lane, day, ${p('at')}::timestamptz, letter
from json_to_recordset(${p('rows')}::text::json) as one (employee bigint, item text, milestone text, lane text, day date, letter bigint)
on conflict do nothing`);

const insertListed = prepared(sql`
insert into reminder_listed (supervisor_id, employee_id, item, day) select head, person, item, day
from json_to_recordset(${p('rows')}::text::json) as one (head bigint, person bigint, item text, day date) on conflict do nothing`);

/** What is to be told to whom; `waits`: the number of their letter that still waits in the outbox, which then says this too. */
export type ToTell = { person: Remindable; planned: PlannedTurn; waits: number | undefined };

/** Writes what is told: one letter a person, and what it says. Tells how many letters were written. */
export const writeTurns = async (
  runner: Runner,
  seal: Seal,
  turns: readonly ToTell[],
  { now, asIf }: { now: Date; asIf?: true | undefined },
): Promise<number> => {
  const telling = turns.filter(({ planned }) => planned.say.length > 0);
  if (telling.length === 0) return 0;
  const letters = await Promise.all(
    telling.map(async ({ person, planned: { lane }, waits }) => {
      if (waits !== undefined || !person.chat) return waits;
      const minute = now.toISOString().slice(0, 16);
      const dedupe = `${asIf ? 'remind-at' : 'remind'}:${person.record.employee}:${lane}:${minute}`;
      const letter = { say: 'remind', lane: 'bulk', dedupe } as const;
      const [posted] = await postLetter(runner, blanksOfLetter(seal, person.chat, letter, false));
      return posted?.id;
    }),
  );
  const rows = telling.flatMap(({ person, planned: { say, lane } }, i) => {
    const letter = letters[i];
    const of = { employee: person.record.employee, lane, day: dayOf(person.office, now), letter };
    return letter === undefined ? [] : say.map((one) => ({ ...of, ...one }));
  });
  const listed = telling.flatMap(({ person: head, planned: { list } }) =>
    list.map(({ person, item }) => ({
      head: head.record.employee,
      person,
      item: item.key,
      day: dayOf(head.office, now),
    })),
  );
  await Promise.all([
    giveUp(runner, { rows: JSON.stringify(rows) }),
    insertRows(runner, { rows: JSON.stringify(rows), at: now.toISOString() }),
    ...(rows.some(({ item }) => item.startsWith('used:'))
      ? [markAsked(runner, { rows: JSON.stringify(rows) })]
      : []),
    ...(listed.length > 0 ? [insertListed(runner, { rows: JSON.stringify(listed) })] : []),
  ]);
  return telling.filter(({ waits }) => waits === undefined).length;
};
