import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { extraOf } from '../../bot/domain/reminding/extra.ts';
import { askNow } from '../../bot/domain/reminding/learning-ask.ts';
import { dayOf } from '../../bot/domain/reminding/office-days.ts';
import { officeOfTown } from '../../bot/domain/reminding/office-of-town.ts';
import type { City } from '../../bot/ports.ts';
import type { ListedLine, OpenReminder, OpenReminders } from '../../bot/training-reminders.ts';
import type { Database } from '../database.ts';
import { prepared, type Runner } from '../prepared.ts';
import { readCatalogue } from '../reads/training/catalogue.ts';
import { lookAgain } from '../stores/training/look-again.ts';
import { readLearning } from './learning.ts';
import { rowsOfLetters } from './looks.ts';
import { readPeople, talkMs } from './people.ts';
import { readOverseen } from './subordinates.ts';
import { takingBack } from './used-asked.ts';

const p = sql.placeholder;

/** Letters whose very chat has a conversation under way. */
const findTalking = prepared<{ letter: number }>(sql`
select l.id::int as letter from letter l join talk t on t.contact_id = l.contact_id
where l.id = any(${p('letters')}::bigint[]) and t.form is not null and t.spoke_at > ${p('quiet')}::timestamptz`);

const findListed = prepared<{ head: number; person: number; item: string; on: LocalDate }>(sql`
select supervisor_id::int as head, employee_id::int as person, item, day::text as on from reminder_listed
where supervisor_id = any(${p('heads')}::bigint[]) and day = any(${p('days')}::date[])`);

const leaveOut = prepared(
  takingBack(sql`
delete from reminded r using json_to_recordset(${p('said')}::text::json) as one (letter bigint, "left" text[])
where r.letter_id = one.letter and r.item <> all(one."left")`),
);

/** One that waited for a later day is said on that day. */
const date = prepared(sql`
update reminded set at = ${p('at')}::timestamptz, day = ${p('today')}::date
where letter_id = any(${p('letters')}::bigint[]) and day <> ${p('today')}::date`);

const unlist = prepared(sql`
delete from reminder_listed d using reminded r where r.letter_id = any(${p('letters')}::bigint[])
  and r.item = 'list:' || d.day and r.employee_id = d.supervisor_id`);

const unsay = prepared(
  takingBack(sql`delete from reminded r where r.letter_id = any(${p('letters')}::bigint[])`),
);

/** Who still passes something over, by supervisor and day of the list. */
const readLists = async (
  runner: Runner,
  city: City,
  {
    rows,
    ...asked
  }: Omit<Parameters<typeof readPeople>[2], 'employees'> & {
    rows: readonly { employee: number; item: string }[];
  },
): Promise<Map<string, ListedLine[]>> => {
  const lists = rows.flatMap(({ employee, item }) => {
    const extra = extraOf(item);
    return extra?.is === 'list' ? [{ employee, day: extra.day }] : [];
  });
  if (lists.length === 0) return new Map();
  const heads = lists.map(({ employee }) => employee);
  const listed = await findListed(runner, { heads, days: lists.map(({ day }) => day) });
  const employees = [...new Set(listed.map(({ person }) => person))];
  const people = await readPeople(runner, city, { ...asked, employees });
  const lines = listed.flatMap(({ head, person, item: key, on }) => {
    const found = people.get(person);
    const item = found?.items.find((one) => one.key === key && !one.done);
    return found && item && !found.stopped
      ? [{ of: `${head} ${on}`, line: { name: found.record.name, item } }]
      : [];
  });
  return new Map(
    [...Map.groupBy(lines, ({ of }) => of)].map(([of, some]) => [of, some.map(({ line }) => line)]),
  );
};

type Rows = Awaited<ReturnType<typeof rowsOfLetters>>;

/** Letters as they stand at one moment. */
const openAt = async (runner: Runner, city: City, rows: Rows, at: Date): Promise<OpenReminder[]> => {
  const letters = [...new Set(rows.map(({ letter }) => letter))];
  const employees = [...new Set(rows.map(({ employee }) => employee))];
  const asked = { catalogue: await readCatalogue(runner), now: at };
  const quiet = new Date(at.getTime() - talkMs).toISOString();
  const [people, lists, talking, overseen, learning] = await Promise.all([
    readPeople(runner, city, { ...asked, employees }),
    readLists(runner, city, { ...asked, rows }),
    findTalking(runner, { letters, quiet }),
    readOverseen(runner, employees),
    readLearning(runner, { employees, today: dayOf(officeOfTown(city), at) }),
  ]);
  const talks = new Set(talking.map(({ letter }) => letter));
  return [...Map.groupBy(rows, ({ letter }) => letter)].flatMap(([letter, planned]): OpenReminder[] => {
    const person = people.get(planned[0]?.employee ?? 0);
    if (!person) return [];
    const { employee, certificates } = person.record;
    const standing = learning.get(employee);
    const list = planned.flatMap(({ item }) => {
      const extra = extraOf(item);
      return extra?.is === 'list' ? (lists.get(`${employee} ${extra.day}`) ?? []) : [];
    });
    return [
      {
        letter,
        person: { ...person, talking: talks.has(letter) },
        at,
        overseen: overseen.has(employee),
        planned,
        list,
        asks: planned.flatMap(({ item: key }) => {
          const extra = extraOf(key);
          const ask = extra && standing && askNow(extra, { employee, certificates, ...standing });
          return ask ? [{ key, ask }] : [];
        }),
      },
    ];
  });
};

/** Reminders on their way, on PostgreSQL. */
export const createOpenReminders = (
  { sql: pool }: Pick<Database, 'sql'>,
  city: () => City,
): OpenReminders => ({
  of: async (letters, now) => {
    const rows = await rowsOfLetters(pool, { letters });
    const moments = Map.groupBy(rows, ({ then }) => then);
    const open: OpenReminder[] = [];
    for (const [then, some] of moments)
      open.push(...(await openAt(pool, city(), some, then === null ? now : new Date(then))));
    return open;
  },
  settle: async (verdicts, now, today) => {
    const said = verdicts.filter((one) => one.is === 'said');
    const back = verdicts.filter((one) => one.is === 'put-back');
    const letters = back.map(({ letter }) => letter);
    await pool.begin((tx) =>
      Promise.all([
        ...(said.length > 0
          ? [
              leaveOut(tx, { said: JSON.stringify(said.map(({ letter, left }) => ({ letter, left }))) }),
              date(tx, { letters: said.map(({ letter }) => letter), today, at: now.toISOString() }),
            ]
          : []),
        ...(back.length > 0
          ? [
              lookAgain(
                tx,
                back.map(({ employee }) => employee),
              ),
              unlist(tx, { letters }),
              unsay(tx, { letters }),
            ]
          : []),
      ]),
    );
  },
});
