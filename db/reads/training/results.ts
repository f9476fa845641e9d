import { sql } from 'drizzle-orm';
import type { TrainingFacts } from '../../../bot/domain/coaching/training-results.ts';
import type { UsedAnswer } from '../../../bot/domain/coaching/used-at-work.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { fraction, halfUp } from '../../../bot/domain/skm/fraction.ts';
import type { TrainingForm } from '../../../bot/domain/training/training-form.ts';
import type { ReviewQuestion } from '../../../bot/domain/training/training-review.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { fewestShown } from '../../show-fives.ts';

const p = sql.placeholder;

type Sums = { [question in ReviewQuestion]: number };
type Used = { [A in UsedAnswer]: number };

type Row = Omit<TrainingFacts, 'used'> & {
  title: string;
  provider: string;
  form: TrainingForm;
  sponsor: string | null;
  endedOn: LocalDate | null;
  reviews: number;
  sums: Sums | null;
  used: Used;
};

/** What is known of how a training went; averages with two decimals, null where fewer than five answered. */
export type TrainingFigures = TrainingFacts &
  Pick<Row, 'title' | 'provider' | 'form' | 'sponsor' | 'endedOn'> & {
    review: { answers: number; averages: { readonly [question in ReviewQuestion]: string } } | null;
  };

const lastDay = sql`coalesce(t.ends_on, t.starts_on, t.complete_by)`;

/**
 * Of the answers that everybody may see by provider (`reviewTraining`), whole fives of each training, always the same ones: so
 * neither two of these lists nor this one and the provider's page, one subtracted from the other, tell what fewer than five said.
 */
const findResults = prepared<Row>(sql`
with provided as (
  select r.*, row_number() over (partition by t.provider order by r.id) as nth, count(*) over (partition by t.provider) as beside
  from training_review r join training t on t.code = r.training_code
), settled as (
  select *, row_number() over (partition by training_code order by id) as own, count(*) over (partition by training_code) as owns
  from provided where nth <= beside - beside % ${p('fewest')}::int
), reviews as (
  select training_code, count(*)::int as answers, json_build_object('material', sum(material), 'trainer', sum(trainer),
    'benefit', sum(benefit), 'organisation', sum(organisation)) as sums
  from settled where own <= owns - owns % ${p('fewest')}::int group by training_code
), uses as (
  select training_code, answer, row_number() over (partition by training_code order by id) as nth,
    count(*) over (partition by training_code) as beside from training_use
), used as (
  select training_code, count(*) filter (where answer = 'often')::int as often,
    count(*) filter (where answer = 'sometimes')::int as sometimes, count(*) filter (where answer = 'not_yet')::int as not_yet
  from uses where nth <= beside - beside % ${p('fewest')}::int group by training_code
), done as (
  select training_code, count(*)::int as finished from (
    select employee_id, training_code from enrolment where state = 'registered' and finished_on is not null
    union select employee_id, training_code from certificate where status = 'sah' and training_code is not null
  ) d group by training_code
)
select t.code as training, t.title, t.provider, t.form, t.jp, t.sponsor, t.cost::float8 as cost, ${lastDay}::text as "endedOn",
  coalesce(d.finished, 0) as finished, coalesce(r.answers, 0) as reviews, r.sums,
  json_build_object('often', coalesce(u.often, 0), 'sometimes', coalesce(u.sometimes, 0), 'not_yet', coalesce(u.not_yet, 0)) as used
from training t left join done d on d.training_code = t.code left join reviews r on r.training_code = t.code
  left join used u on u.training_code = t.code
where case when ${lastDay} is null then t.listed_on <= ${p('until')}::date
  else ${lastDay} between ${p('from')}::date and ${p('until')}::date and (${lastDay} <= ${p('today')}::date or d.finished > 0) end
order by ${lastDay} nulls last, t.title, t.code`);

/** Trainings whose last day lies between two local days, once it is over or somebody finished, and those without days that were listed until then; each as a whole. */
export const trainingFigures = async (
  runner: Runner,
  { from, until, today }: { from: LocalDate; until: LocalDate; today: LocalDate },
): Promise<TrainingFigures[]> =>
  (await findResults(runner, { from, until, today, fewest: fewestShown })).map(
    ({ sums, reviews, ...rest }) => ({
      ...rest,
      review: sums && {
        answers: reviews,
        averages: {
          material: halfUp(fraction(sums.material, reviews), 2),
          trainer: halfUp(fraction(sums.trainer, reviews), 2),
          benefit: halfUp(fraction(sums.benefit, reviews), 2),
          organisation: halfUp(fraction(sums.organisation, reviews), 2),
        },
      },
    }),
  );
