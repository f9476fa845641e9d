import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { elements } from '../../bot/domain/skm/elements.ts';
import { prepared } from '../prepared.ts';
import { before, deleting, type Rule, type Take } from './rule.ts';

const p = sql.placeholder;
const law = 'privacy.md section 5: SKM';

const list = (each: (element: string) => string) => sql.raw(elements.map(each).join(', '));

/** Forms go, what they came to stays: the trigger takes them out of the tally, so they are put in once more beforehand. Never beside the shuffle. */
const keepTally = prepared<{ gone: number }>(sql`
with alone as materialized (
  select pg_advisory_xact_lock(hashtext('pendopo survey'))
), gone as (
  delete from skm_answer where exists (select from alone) and ctid = any(array(select ctid from skm_answer where counted_on < ${before}::date limit ${p('most')}::int)) returning *
), kept as (
  insert into skm_tally (unit_code, service_code, counted_on, shown_on, flagged, respondents, sums, counts)
  select unit_code, service_code, counted_on, shown_on, cardinality(flags) > 0, count(*),
    array[${list((element) => `coalesce(sum(${element}), 0)`)}]::bigint[], array[${list((element) => `count(${element})`)}]::bigint[]
  from gone group by 1, 2, 3, 4, 5
  on conflict on constraint skm_tally_key do update set respondents = skm_tally.respondents + excluded.respondents,
    sums = skm_added(skm_tally.sums, excluded.sums, 1), counts = skm_added(skm_tally.counts, excluded.counts, 1)
)
select 1 as gone from gone`);

const intoTally: Take = async (runner, { before, most }) =>
  (await keepTally(runner, { before, most })).length;

/** What the survey of services keeps; none of it but wishes and talks leads to a person. */
export const ofSurvey: readonly Rule[] = [
  {
    table: 'skm_answer',
    days: keepDays.surveyForms,
    after: 'event',
    end: 'deleted',
    law,
    told: 'survey',
    take: intoTally,
  },
  {
    table: 'skm_quick',
    days: keepDays.surveyForms,
    after: 'event',
    end: 'deleted',
    law,
    told: 'survey',
    take: deleting('skm_quick', sql`skm_quick.counted_on < ${before}::date`),
  },
  {
    table: 'skm_mark',
    days: keepDays.surveyMarks,
    after: 'event',
    end: 'deleted',
    law,
    told: 'survey-marks',
    take: deleting('skm_mark', sql`skm_mark.ends < ${before}::date`),
  },
  {
    table: 'skm_urn',
    days: keepDays.surveyMarks,
    after: 'event',
    end: 'deleted',
    law: 'what no key of ours opens any more',
    take: deleting('skm_urn', sql`skm_urn.at < ${before}`),
  },
  {
    table: 'skm_comment',
    days: keepDays.surveyComments,
    after: 'event',
    end: 'deleted',
    law,
    told: 'survey-comments',
    take: deleting('skm_comment', sql`skm_comment.week < ${before}::date`),
  },
  {
    table: 'skm_thread',
    days: keepDays.handOver,
    after: 'event',
    end: 'deleted',
    law: 'as the link of a reporter: time enough to come back to the answer',
    told: 'questions',
    take: deleting('skm_thread', sql`skm_thread.last_at < ${before}`),
  },
  {
    table: 'skm_wish',
    days: keepDays.wishes,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: what was asked for a year ago may be asked again',
    told: 'wishes',
    take: deleting('skm_wish', sql`skm_wish.since < ${before}::date`),
  },
];
