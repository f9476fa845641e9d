import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { WeightConvention } from '../../bot/domain/skm/ikm.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import type { Respondents } from '../../db/reads/skm-respondents.ts';

/** All that the two pages of a result say. `place`: "Kota Salatiga"; `today`: the local day it is printed; `link`: the public page. */
export type ResultFacts = {
  place: string;
  result: SkmResult;
  respondents: Respondents;
  weight: WeightConvention;
  today: LocalDate;
  link: string;
  locale: string;
};
