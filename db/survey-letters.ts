import { sql } from 'drizzle-orm';
import type { Bulletins, SurveyLetters } from '../bot/bulletin.ts';
import { addCalendarDays, localDate } from '../bot/domain/local-date.ts';
import { officeOf } from '../bot/domain/office.ts';
import type { City } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import { coachedSince } from './reads/coaching/coached.ts';
import { serviceOffices } from './reads/services.ts';
import { surveyWeekOf } from './reads/survey-week.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';
import { propose } from './stores/survey-proposal.ts';

const p = sql.placeholder;

const alone = prepared(sql`select pg_advisory_xact_lock(hashtext('pendopo survey week'))`);

/** So long a head hears of an element by its goal alone, with the same figure again after 30 and 90 days. */
const coachedDays = 183;

const findTaken = prepared<{ taken: boolean }>(
  sql`select exists (select from letter where dedupe = any(${p('keys')}::text[])) as taken`,
);

const markTold = prepared(
  sql`update skm_comment set told = true where id = any(array(select unnest(${p('ids')}::text[])::uuid))`,
);

/** Letters of the survey on PostgreSQL, beside the other bulletins. */
export const createSurveyLetters = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
  { staff, unsent, post }: Bulletins,
): SurveyLetters => ({
  staff,
  unsent,
  post,
  units: async () => {
    const { units, categories } = city();
    return (await serviceOffices(pool)).map(({ code: unit }) => ({
      unit,
      office: officeOf(unit, units, categories),
    }));
  },
  propose: async (now) => {
    const { agency, units, categories } = city();
    const proposed = await propose(pool, city(), now);
    const coached = await coachedSince(pool, addCalendarDays(localDate(now, agency.zone), -coachedDays));
    return proposed.filter(
      ({ unit, element }) => !coached.has(`${officeOf(unit.code, units, categories)} ${element}`),
    );
  },
  tell: ({ unit, now, keys }, write) =>
    pool.begin(async (tx) => {
      await alone(tx, {});
      const [row] = await findTaken(tx, { keys });
      if (row?.taken) return 0;
      const { week, told } = await surveyWeekOf(tx, seal, city(), { unit, now });
      const bulletins = write(week);
      if (bulletins.length === 0) return 0;
      await Promise.all([
        ...bulletins.flatMap(({ to, letter }) => addLetters(tx, seal, to, [letter])),
        markTold(tx, { ids: told }),
      ]);
      return bulletins.length;
    }),
});
