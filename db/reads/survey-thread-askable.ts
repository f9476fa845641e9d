import { sql } from 'drizzle-orm';
import type { Askable } from '../../bot/domain/survey-thread.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { presenceOf } from './listeners.ts';
import { ownChats } from './own-chats.ts';
import { ratable, surveyPeriodOf } from './ratable.ts';
import { askersOf } from './survey-thread-askers.ts';

const p = sql.placeholder;

/** Talks of the one who speaks about a service that run, or began since a local day. */
export const threadsAbout = sql`skm_thread where service_code = ${p('service')} and contact_id in ${ownChats}
  and (state <> 'closed' or (opened_at at time zone ${p('zone')})::date >= ${p('from')}::date)`;

const find = prepared<{ unit: string; raters: number[]; running: boolean | null }>(sql`
select s.unit_code as unit, (select json_agg(id) from ${ownChats} mine) as raters,
  (select bool_or(state <> 'closed') from ${threadsAbout}) as running
from service s where s.code = ${p('service')}`);

/** Whether whoever speaks may be asked further about a service; null for a code that nobody has. */
export const askable = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { service, contact, now }: { service: string; contact: number; now: Date },
): Promise<Askable | null> => {
  const known = await ratable(runner, seal, city, { code: service, contact, now });
  if (!known) return null;
  const { code, name, unit, rated, ratedQuickly } = known;
  const { from } = surveyPeriodOf(city, now);
  const [found] = await find(runner, { service: code, contact, from, zone: city.agency.zone });
  if (!found) return null;
  return {
    service: code,
    name,
    unit,
    rated: rated || ratedQuickly,
    there: await presenceOf(runner, city, now, await askersOf(runner, city, found)),
    thread: found.running === null ? 'none' : found.running ? 'running' : 'over',
  };
};
