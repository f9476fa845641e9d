import { addCalendarDays } from '../../bot/domain/local-date.ts';
import { type Extra, extrasOn } from '../../bot/domain/reminding/extra.ts';
import { learningAsk } from '../../bot/domain/reminding/learning-ask.ts';
import { dayOf, startOfDay } from '../../bot/domain/reminding/office-days.ts';
import { officeOfTown } from '../../bot/domain/reminding/office-of-town.ts';
import { planTurn, type Turn } from '../../bot/domain/reminding/plan-turn.ts';
import { supervisorList } from '../../bot/domain/reminding/supervisor-list.ts';
import { mayWrite } from '../../bot/domain/reminding/writing-hours.ts';
import type { Training } from '../../bot/domain/training/training.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import type { City } from '../../bot/ports.ts';
import type { TrainingExtras } from '../../bot/training-extras.ts';
import type { Remindable } from '../../bot/training-reminders.ts';
import type { Database } from '../database.ts';
import type { Runner } from '../prepared.ts';
import { readCatalogue } from '../reads/training/catalogue.ts';
import type { Seal } from '../sealed.ts';
import { readLearning } from './learning.ts';
import {
  addLooks,
  claimEverybody,
  claimLooks,
  forgetUnsent,
  holdUnsaid,
  keepLooks,
  rowsOfLetters,
} from './looks.ts';
import { readPeople } from './people.ts';
import { readSubordinates } from './subordinates.ts';
import { type ToTell, writeTurns } from './write-turns.ts';

/** So many people are seen to in one transaction. */
const atOnce = 100;

/** A letter that is being sent is waited for (milliseconds). */
const sendingMs = 60_000;

/** `asIf`: the moment is this process's alone, so that everybody is looked at and nothing is noted for the next time. */
type When = { city: City; now: Date; extras: TrainingExtras; asIf?: true | undefined };

type Round = When & { seal: Seal; catalogue: ReadonlyMap<string, Training> };

/** What there is to tell of a day below the items; of whoever may not be written to now it is not asked yet. */
const extrasOf = async (
  { extras, city, now }: Round,
  people: readonly Remindable[],
  heads: ReadonlySet<number>,
): Promise<(person: Remindable) => Extra[]> => {
  const today = dayOf(officeOfTown(city), now);
  const due = ({ record }: Remindable) => extrasOn(today, heads.has(record.employee));
  const ready = people.filter((one) => !one.stopped && !one.talking && mayWrite(one, now));
  const [week] = extrasOn(today, false);
  const month = extrasOn(today, true).find(({ is }) => is === 'digest');
  const units = [...new Set(ready.map(({ record }) => record.unit))];
  const leading = ready.map(({ record }) => record.employee).filter((employee) => heads.has(employee));
  const [lines, digests] = await Promise.all([
    week?.is === 'week' && units.length > 0 ? extras.weekLines(units, week.monday) : undefined,
    month?.is === 'digest' && leading.length > 0 ? extras.digests(leading, month.month) : undefined,
  ]);
  const has = ({ record }: Remindable, { is }: Extra): boolean =>
    is === 'week' ? lines?.has(record.unit) === true : digests?.has(record.employee) === true;
  const asked = new Set(ready);
  return (person) => due(person).filter((extra) => !asked.has(person) || has(person, extra));
};

type Seen = { seen: number; written: number; last: number };

/** One transaction: those whose turn it is are held, read, decided on and written. Gives how many that were, and the letters. */
const seeToSome = async (tx: Runner, round: Round, after: number): Promise<Seen> => {
  const { city, now, catalogue, seal, asIf } = round;
  const claimed = asIf
    ? await claimEverybody(tx, { after, most: atOnce })
    : await claimLooks(tx, { now: now.toISOString(), most: atOnce });
  if (claimed.length === 0) return { seen: 0, written: 0, last: after };
  const reached = claimed.filter(({ linked }) => linked);
  const employees = reached.map(({ employee }) => employee);
  const heads = reached.filter(({ leads }) => leads).map(({ employee }) => employee);
  await forgetUnsent(tx, { employees });
  const unsaid = await holdUnsaid(tx, { employees });
  const office = officeOfTown(city);
  const today = dayOf(office, now);
  const [rows, people, others, learning] = await Promise.all([
    rowsOfLetters(tx, { letters: unsaid.map(({ letter }) => letter) }),
    readPeople(tx, city, { employees, catalogue, now }),
    readSubordinates(tx, city, { heads, catalogue, now }),
    readLearning(tx, { employees, today }),
  ]);
  const extrasFor = await extrasOf(round, [...people.values()], new Set(heads));
  const letterOf = new Map(unsaid.map((one) => [one.employee, one]));
  const tomorrow = startOfDay(office, addCalendarDays(today, 1));
  const looks = new Map(claimed.map(({ employee }) => [employee, tomorrow]));
  const turns = [...people].flatMap(([employee, person]): ToTell[] => {
    const waits = letterOf.get(employee);
    if (waits?.state === 'sending') {
      looks.set(employee, new Date(now.getTime() + sendingMs));
      return [];
    }
    if (!person.chat) return [];
    const below = others.get(employee) ?? { people: [], listed: [] };
    const { certificates } = person.record;
    const standing = learning.get(employee);
    const ask = standing && learningAsk({ employee, certificates, ...standing }, today);
    const turn: Turn = {
      ...person,
      unsaid: rows.filter(({ letter }) => letter === waits?.letter),
      extras: [...extrasFor(person), ...(ask ? [ask] : [])],
      lines: (at) => supervisorList({ ...person, ...below, talking: false }, at),
    };
    const planned = planTurn(turn, trainingOf(city.agency.settings).milestones, now);
    looks.set(employee, planned.nextAt);
    return [{ person, planned, waits: waits?.letter }];
  });
  const written = await writeTurns(tx, seal, turns, { now, asIf });
  if (!asIf) await keepLooks(tx, looks);
  return { seen: claimed.length, written, last: claimed.at(-1)?.employee ?? after };
};

/**
 * Sees to everybody whose turn it is: at most one letter a person, which waits in the outbox without words and finds them
 * when it is sent. Run by any number of processes at once, and twice, it writes once. Gives how many letters were written.
 */
export const planReminders = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  when: When,
): Promise<number> => {
  await addLooks(pool, { now: when.now.toISOString() });
  const round: Round = { ...when, seal, catalogue: await readCatalogue(pool) };
  let written = 0;
  for (let after = 0; ; ) {
    const one = await pool.begin((tx) => seeToSome(tx, round, after));
    written += one.written;
    after = one.last;
    if (one.seen < atOnce) return written;
  }
};
