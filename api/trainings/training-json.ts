import { jpText } from '../../bot/domain/training/jp.ts';
import type { PublicTrainings } from '../../db/reads/training/public.ts';
import { calendarOf, providerOf } from './training-card.ts';

/** `/pelatihan.json`: what the pages say, as data; what is kept back there is null here. */
export const trainingJson = ({ trainings, providers }: PublicTrainings, publicUrl: string) => ({
  trainings: trainings
    .filter(({ offered }) => offered)
    .map(({ training, slug, left }) => ({
      code: training.code,
      title: training.title,
      provider: slug,
      form: training.form,
      jp: Number(jpText(training.jp)),
      starts_on: training.startsOn,
      ends_on: training.endsOn,
      register_by: training.registerBy,
      complete_by: training.completeBy,
      place: training.place,
      seats_left: left,
      sponsor: training.sponsor,
      url: training.url,
      calendar: `${publicUrl}${calendarOf(training)}`,
    })),
  providers: providers.map(({ slug, name, done, review, used }) => ({
    slug,
    name,
    page: `${publicUrl}${providerOf(slug)}`,
    completed: done,
    answers: review?.answers ?? null,
    material: review ? Number(review.averages.material) : null,
    trainer: review ? Number(review.averages.trainer) : null,
    benefit: review ? Number(review.averages.benefit) : null,
    organisation: review ? Number(review.averages.organisation) : null,
    used_at_work_answers: used?.answers ?? null,
    used_at_work_percent: used ? Number(used.percent) : null,
  })),
});
