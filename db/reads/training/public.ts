import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { fraction, halfUp } from '../../../bot/domain/skm/fraction.ts';
import { isOffered, seatsLeft } from '../../../bot/domain/training/enrolling.ts';
import { providerSlug } from '../../../bot/domain/training/provider-slug.ts';
import { registrationEnds, type Training } from '../../../bot/domain/training/training.ts';
import { type ReviewQuestion, reviewQuestions } from '../../../bot/domain/training/training-review.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { fewestShown } from '../../show-fives.ts';
import { readCatalogue } from './catalogue.ts';

const p = sql.placeholder;

const findTaken = prepared<{ code: string; taken: number }>(sql`
select training_code as code, count(*)::int as taken from enrolment where state = 'registered' group by training_code`);

const findDone = prepared<{ provider: string; done: number }>(sql`
select t.provider, count(*)::int as done from (
  select employee_id, training_code from enrolment where state = 'registered' and finished_on is not null
  union select employee_id, training_code from certificate where status = 'sah' and training_code is not null
) d join training t on t.code = d.training_code group by t.provider`);

type Sums = { [question in ReviewQuestion]: number };

/** Whole fives only, always the same ones (`reviewTraining`). */
const findReviews = prepared<{ provider: string; answers: number } & Sums>(sql`
select provider, count(*)::int as answers, sum(material)::int as material, sum(trainer)::int as trainer,
  sum(benefit)::int as benefit, sum(organisation)::int as organisation
from (select t.provider, r.*, row_number() over (partition by t.provider order by r.id) as nth,
    count(*) over (partition by t.provider) as beside
  from training_review r join training t on t.code = r.training_code) answered
where nth <= beside - beside % ${p('fewest')}::int group by provider`);

/** Whole fives of each training, always the same ones (`answerUsed`). */
const findUses = prepared<{ provider: string; answers: number; used: number }>(sql`
select t.provider, count(*)::int as answers, count(*) filter (where answer <> 'not_yet')::int as used
from (select training_code, answer, row_number() over (partition by training_code order by id) as nth,
    count(*) over (partition by training_code) as beside from training_use) u join training t on t.code = u.training_code
where nth <= beside - beside % ${p('fewest')}::int group by t.provider`);

/** A training as everybody may know it; `left`: free seats, where they are counted. */
export type PublicTraining = { training: Training; slug: string; offered: boolean; left: number | null };

/** A provider as everybody may know it: nothing from fewer than five; averages, and whole percent that use it at work. */
export type PublicProvider = {
  slug: string;
  name: string;
  done: number | null;
  review: { answers: number; averages: { [question in ReviewQuestion]: string } } | null;
  used: { answers: number; percent: string } | null;
};

export type PublicTrainings = {
  trainings: readonly PublicTraining[];
  providers: readonly PublicProvider[];
};

const byDeadline = ({ training: one }: PublicTraining, { training: other }: PublicTraining): number => {
  const [a, b] = [one, other].map(
    (each) => `${registrationEnds(each) ?? '9999'} ${each.title} ${each.code}`,
  ) as [string, string];
  return a < b ? -1 : 1;
};

const bySlug = <V>(rows: readonly ({ provider: string } & V)[]): Map<string, ({ provider: string } & V)[]> =>
  Map.groupBy(rows, ({ provider }) => providerSlug(provider));

const total = <V>(rows: readonly V[] | undefined, of: (row: V) => number): number =>
  (rows ?? []).reduce((sum, row) => sum + of(row), 0);

/** Every training and provider, as everybody may know them on a local day; the nearest deadline first. */
export const publicTrainings = async (runner: Runner, today: LocalDate): Promise<PublicTrainings> => {
  const [catalogue, taken, done, reviews, uses] = await Promise.all([
    readCatalogue(runner),
    findTaken(runner, {}),
    findDone(runner, {}),
    findReviews(runner, { fewest: fewestShown }),
    findUses(runner, { fewest: fewestShown }),
  ]);
  const seats = new Map(taken.map((row) => [row.code, row.taken]));
  const trainings = [...catalogue.values()]
    .map((training) => ({
      training,
      slug: providerSlug(training.provider),
      offered: isOffered(training, today),
      left: seatsLeft(training, seats.get(training.code) ?? 0),
    }))
    .toSorted(byDeadline);
  const [doneBy, reviewsBy, usesBy] = [bySlug(done), bySlug(reviews), bySlug(uses)];
  const names = new Map(trainings.map(({ slug, training }) => [slug, training.provider]));
  const providers = [...names].map(([slug, name]): PublicProvider => {
    const finished = total(doneBy.get(slug), (row) => row.done);
    const own = reviewsBy.get(slug);
    const answers = total(own, (row) => row.answers);
    const asked = total(usesBy.get(slug), (row) => row.answers);
    const using = total(usesBy.get(slug), (row) => row.used);
    const average = (question: ReviewQuestion) =>
      halfUp(
        fraction(
          total(own, (row) => row[question]),
          answers,
        ),
        2,
      );
    return {
      slug,
      name,
      done: finished >= fewestShown ? finished : null,
      review:
        answers >= fewestShown
          ? {
              answers,
              averages: Object.fromEntries(
                reviewQuestions.map((question) => [question, average(question)]),
              ) as { [question in ReviewQuestion]: string },
            }
          : null,
      used: asked > 0 ? { answers: asked, percent: halfUp(fraction(using * 100, asked), 0) } : null,
    };
  });
  return {
    trainings,
    providers: providers.toSorted((one, other) => one.name.localeCompare(other.name, 'id')),
  };
};
