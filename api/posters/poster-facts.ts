import type { SurveyChange } from '../../bot/domain/skm/survey-change.ts';
import type { SurveyFigure } from '../../bot/reads.ts';
import type { Counter } from '../../db/reads/counters.ts';
import type { CounterDoor } from './counter-doors.ts';

/** All that the sheet of a counter says. `figure` and `changes` are for the larger sheet, and only what everybody may know. */
export type PosterFacts = {
  place: string;
  counter: Counter;
  doors: readonly CounterDoor[];
  figure: SurveyFigure | null;
  changes: readonly Pick<SurveyChange, 'said' | 'done'>[];
  locale: string;
};
