import { sql } from 'drizzle-orm';
import { agencyHours } from '../bot/domain/agency-hours.ts';
import { addCalendarDays, endOfLocalDay, type LocalDate, localDate } from '../bot/domain/local-date.ts';
import { isAnswer } from '../bot/domain/skm/elements.ts';
import { isSurveyForm, type SurveyForm } from '../bot/domain/skm/survey-form.ts';
import { allFours, suspect } from '../bot/domain/skm/suspicion.ts';
import type { City } from '../bot/ports.ts';
import { alone, countForms } from './count-forms.ts';
import type { Database } from './database.ts';
import { forgetMenus } from './forget-menus.ts';
import { keepComments } from './keep-comments.ts';
import { prepared, type Runner } from './prepared.ts';
import { surveyPeriodOf } from './reads/ratable.ts';
import type { Seal } from './sealed.ts';
import { showFives } from './show-fives.ts';
import { urnPlace } from './stores/rate-service.ts';

const p = sql.placeholder;

type Rested = { id: string; kind: string; service: string; unit: string; at: string; sealed: Uint8Array };

const resting = prepared<Rested>(sql`
select q.id, q.kind, q.service_code as service, s.unit_code as unit, q.at::text as at, q.sealed
from skm_urn q join service s on s.code = q.service_code where q.at <= ${p('until')}::timestamptz for update of q`);

const takeOut = prepared(
  sql`delete from skm_urn where id = any(array(select unnest(${p('ids')}::text[])::uuid))`,
);

const insertQuick = prepared(sql`
insert into skm_quick (unit_code, service_code, counted_on, score)
select unit, service, counted_on, score
from jsonb_to_recordset(${p('rows')}::text::jsonb) as one (unit text, service text, counted_on date, score smallint)`);

/** What is written anew each night, so that neither its place nor its transaction tells of the night it came. */
const mixComments = prepared(sql`
with gone as (delete from skm_comment where not told returning *)
insert into skm_comment select * from gone order by gen_random_uuid()`);

const mixMarks = prepared(sql`
with gone as (delete from skm_mark returning *)
insert into skm_mark select * from gone order by hash`);

/** Letters of surveys that were sent: what is left of them would tell when somebody answered. */
const forgetLetters = prepared(sql`
delete from letter where fleeting and state in ('sent', 'dropped') and created_at <= ${p('until')}::timestamptz`);

type Opened = Omit<Rested, 'sealed' | 'at'> & { at: Date; content: unknown };

/** What does not open stays in the urn: it is for an operator to find out why. */
const opened = (seal: Seal, { sealed, at, ...one }: Rested): Opened[] => {
  try {
    return [{ ...one, at: new Date(at), content: JSON.parse(seal.open('survey', urnPlace(one.id), sealed)) }];
  } catch {
    return [];
  }
};

/** The forms of one service with what is odd about them. */
const flagged = (city: City, forms: readonly (Opened & { content: SurveyForm })[]) => {
  const odd = suspect(
    forms.map(({ at, content }) => ({ at, allFours: allFours(content.answers) })),
    agencyHours(city),
  );
  return forms.map((form, at) => ({ form, flags: odd[at] ?? [] }));
};

const grouped = <T extends { service: string }>(all: readonly T[]): T[][] => [
  ...Map.groupBy(all, ({ service }) => service).values(),
];

const move = async (tx: Runner, seal: Seal, city: City, rested: readonly Rested[], day: LocalDate) => {
  const all = rested.flatMap((one) => opened(seal, one));
  const base = ({ unit, service, at }: Opened) => ({
    unit,
    service,
    counted_on: surveyPeriodOf(city, at).until,
  });
  const forms = all.flatMap((one) =>
    one.kind === 'survey' && isSurveyForm(one.content) ? [{ ...one, content: one.content }] : [],
  );
  const scores = all.flatMap((one) =>
    one.kind === 'quick' && isAnswer(one.content) ? [{ ...one, content: one.content }] : [],
  );
  const answers = grouped(forms)
    .flatMap((ofService) => flagged(city, ofService))
    .map(({ form, flags }) => ({
      ...base(form),
      ...form.content.answers,
      ...form.content.respondent,
      flags,
    }));
  const comments = forms.flatMap(({ unit, service, content: { comment } }) =>
    comment ? [{ unit, service, comment }] : [],
  );
  await countForms(tx, 'chat', answers);
  await insertQuick(tx, {
    rows: JSON.stringify(scores.map((one) => ({ ...base(one), score: one.content }))),
  });
  await keepComments(tx, seal, comments, day);
  const ids = [...forms, ...scores].map(({ id }) => id);
  await takeOut(tx, { ids });
  return ids.length;
};

/**
 * The nightly shuffle: forms of the days before leave the urn, in an order drawn by lot, with nothing that tells when each
 * came or beside which mark; what is five by then is shown. Gives how many moved; a second run in a night moves nothing.
 */
export const shuffleSurvey = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: City,
  now: Date,
): Promise<number> => {
  const { zone } = city.agency;
  const yesterday = addCalendarDays(localDate(now, zone), -1);
  const until = endOfLocalDay(yesterday, zone).toISOString();
  const moved = await pool.begin(async (tx) => {
    await alone(tx, {});
    const count = await move(tx, seal, city, await resting(tx, { until }), yesterday);
    await showFives(tx, yesterday);
    await mixComments(tx, {});
    await mixMarks(tx, {});
    await forgetLetters(tx, { until });
    await forgetMenus(tx, seal, {
      from: endOfLocalDay(addCalendarDays(yesterday, -7), zone).toISOString(),
      until,
    });
    return count;
  });
  await pool.unsafe('vacuum skm_urn, skm_mark, skm_answer, skm_quick, skm_comment, talk');
  return moved;
};
