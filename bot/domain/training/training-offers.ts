import type { LocalDate } from '../local-date.ts';
import { wordsOf } from '../words.ts';
import { isOffered } from './enrolling.ts';
import type { Jp } from './jp.ts';
import { readTrainingForm } from './read-training-form.ts';
import { registrationEnds, type Training } from './training.ts';
import { groupOf, type TrainingForm, type TrainingGroup } from './training-form.ts';

/** What somebody looks for among what is offered. */
export type OfferWish = { words: string | null; group: TrainingGroup | null; page: number };

/** An open training in a list; `left`: seats nobody has or waits for, null where there is room for everybody. */
export type Offer = {
  code: string;
  title: string;
  provider: string;
  sponsor: string | null;
  form: TrainingForm;
  jp: Jp;
  ends: LocalDate | null;
  left: number | null;
};

/** One page of them; `groups`: those of which anything is offered at all. */
export type OfferPage = {
  wish: OfferWish;
  total: number;
  pages: number;
  groups: TrainingGroup[];
  offers: Offer[];
};

const perPage = 6;
const last = '9999-12-31';

const haystack = ({ title, provider, sponsor, form, place }: Training): string[] =>
  wordsOf([title, provider, sponsor ?? '', form.replaceAll('_', ' '), place ?? ''].join(' '));

/** How many of the words begin one of the training's own; its form by any name counts as all. */
const hits = (training: Training, said: readonly string[], form: TrainingForm | undefined): number => {
  if (form === training.form) return said.length;
  const known = haystack(training);
  return said.filter((word) => known.some((one) => one.startsWith(word))).length;
};

/** Trainings that the words speak of: all of the words, or, where none has all, most of them. */
const found = (trainings: readonly Training[], words: string): Training[] => {
  const said = wordsOf(words);
  const form = readTrainingForm(words);
  const scored = trainings.map((training) => ({ training, score: hits(training, said, form) }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return most === 0 ? [] : scored.filter(({ score }) => score === most).map(({ training }) => training);
};

/** What is offered today, the nearest end of registration first, without what somebody has a place in or is done with (`mine`). */
export const openTrainings = (
  catalogue: ReadonlyMap<string, Training>,
  { words, group, page }: OfferWish,
  mine: ReadonlySet<string>,
  today: LocalDate,
): Omit<OfferPage, 'offers'> & { trainings: Training[] } => {
  const open = [...catalogue.values()]
    .filter((training) => isOffered(training, today) && (words !== null || !mine.has(training.code)))
    .toSorted((one, other) => {
      const [a, b] = [registrationEnds(one) ?? last, registrationEnds(other) ?? last];
      return a === b ? one.title.localeCompare(other.title, 'id') : a < b ? -1 : 1;
    });
  const fitting = (words === null ? open : found(open, words)).filter(
    ({ form }) => group === null || groupOf(form) === group,
  );
  const pages = Math.max(1, Math.ceil(fitting.length / perPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  return {
    wish: { words, group, page: at },
    total: fitting.length,
    pages,
    groups: [...new Set(open.map(({ form }) => groupOf(form)))],
    trainings: fitting.slice(at * perPage, (at + 1) * perPage),
  };
};
