import { sql } from 'drizzle-orm';
import { endOfLocalDay, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import { openItems } from '../../../bot/domain/training/help-needed.ts';
import {
  type KindWord,
  wasGreeted,
  wasSpokenOf,
  wordsSince,
} from '../../../bot/domain/training/kind-word.ts';
import type { PersonItem, PersonView } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../staff-chat.ts';
import { readLearners } from './learners.ts';
import { type Overseen, overseen } from './oversight.ts';
import { type Speaker, speakerOf } from './speaker.ts';

const p = sql.placeholder;

const findWords = prepared<{ item: string; at: string }>(sql`
select item, at from kind_word where employee_id = ${p('employee')}::bigint and at >= ${p('since')}`);

/** Kind words that somebody was sent in the days that still count. */
export const kindWordsTo = async (
  runner: Runner,
  zone: string,
  { employee, today }: { employee: number; today: LocalDate },
): Promise<KindWord[]> => {
  const before = endOfLocalDay(wordsSince(today), zone).getTime() - 86_400_000;
  const rows = await findWords(runner, { employee, since: new Date(before).toISOString() });
  return rows.map(({ item, at }) => ({ item, on: localDate(new Date(at), zone) }));
};

const findReach = prepared<{ id: number }>(sql`
select c.id::int as id from ${staffChat} c join contact own on own.id = c.id
where c.employee_id = ${p('employee')}::bigint and c.unreachable_at is null and own.stopped_at is null`);

const dayMs = 86_400_000;
const daysTo = (due: LocalDate, today: LocalDate): number =>
  Math.round((Date.parse(due) - Date.parse(today)) / dayMs);

/** Whoever a chat speaks as and the colleague of that number, where the one may see the other's learning. */
export const colleagueOf = async (
  runner: Runner,
  city: Pick<City, 'units'>,
  { contact, employee }: { contact: number; employee: number },
): Promise<{ me: Speaker; colleague: Overseen } | undefined> => {
  const me = await speakerOf(runner, contact);
  const colleague = me && (await overseen(runner, city, me, employee));
  return me && colleague && { me, colleague };
};

/** A colleague's card; null for whoever may not see it and for a number that nobody has. */
export const personViewFor = async (
  runner: Runner,
  city: City,
  { contact, employee, now }: { contact: number; employee: number; now: Date },
): Promise<PersonView | null> => {
  const both = await colleagueOf(runner, city, { contact, employee });
  if (!both) return null;
  const { me, colleague } = both;
  const { agency, units } = city;
  const today = localDate(now, agency.zone);
  const [[learner], words, reach] = await Promise.all([
    readLearners(runner, city, { employees: [employee], now }),
    kindWordsTo(runner, agency.zone, { employee, today }),
    findReach(runner, { employee }),
  ]);
  if (!learner) return null;
  const { record, items, standing } = learner;
  const { verified, waiting, duty, missing, above } = standing;
  return {
    id: employee,
    name: colleague.name,
    position: colleague.position,
    unit: units.find(({ code }) => code === colleague.unit)?.name ?? colleague.unit,
    today,
    verified,
    waiting,
    duty,
    missing,
    above,
    reach: reach.length > 0,
    greeted: wasGreeted(words, today),
    items: openItems(items, today).map(
      ({ kind, key, due, reason }): PersonItem => ({
        kind,
        key,
        about: reason.about,
        due,
        left: daysTo(due, today),
        spoken: wasSpokenOf(words, key, today),
      }),
    ),
    certificates: record.certificates.map(({ id, title, jp, date, status }) => ({
      id,
      title,
      jp,
      date,
      status,
    })),
    may: {
      enrol: mayForColleague(me, colleague, 'enrol-others', units),
      judge: mayForColleague(me, colleague, 'verify-certificate', units),
    },
  };
};
