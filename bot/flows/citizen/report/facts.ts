import { type Form, fact } from '../../../conversation/form.ts';
import type { Place } from '../../../conversation/questions/place.ts';
import { suggestCategories } from '../../../domain/category.ts';
import { dangerIn } from '../../../domain/danger.ts';
import { placesNamed } from '../../../domain/places-named.ts';
import { type Answers, chosenCategory, type Facts, placeWords, pointOf, type Where } from './answers.ts';
import { whereIs } from './where.ts';

const suggestedMost = 3;

/** What a report looks up: categories its words speak of, regions it may have meant, and reports like it nearby. */
export const facts: NonNullable<Form<Answers, Facts>['facts']> = {
  suggested: fact<Answers, string[], string>({
    of: ({ detail }) => detail,
    read: async (reads, detail, { city }) => {
      const known = suggestCategories(detail, city.categories, suggestedMost, city.synonyms);
      return known.length > 0 ? known : (await reads.suggestCategories(detail)).slice(0, suggestedMost);
    },
  }),
  danger: fact<Answers, Facts['danger'], string>({
    of: ({ detail, place }) => [detail, placeWords(place)].filter(Boolean).join('. ') || undefined,
    read: async (_, words) => dangerIn(words) ?? null,
  }),
  where: fact<Answers, Where, Place>({
    of: ({ place }) => place ?? undefined,
    read: async (_, place, { city }) => whereIs(place, city.regions),
  }),
  regions: fact<Answers, string[], string>({
    of: ({ place }) => placeWords(place),
    read: async (reads, words, { city }) =>
      placesNamed(words, city.regions).length > 0 ? [] : reads.regionsLike(words),
  }),
  nearby: fact<Answers, Facts['nearby'], { category: string; lat: number; lon: number; words: string }>({
    of: (answers, moment) => {
      const point = pointOf(answers.place);
      const category = chosenCategory(answers, moment);
      if (!point || !category || category.sensitive !== 'none') return undefined;
      return { category: category.key, ...point, words: answers.detail ?? '' };
    },
    read: (reads, at) => reads.similarReports(at),
  }),
};
