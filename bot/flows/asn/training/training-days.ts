import { say, type Text } from '../../../conversation/reply.ts';
import type { LocalDate } from '../../../domain/local-date.ts';

/** A day as it is said: with its year where that is not this one. */
export const dayText = (day: LocalDate, today: LocalDate): Text =>
  day.slice(0, 4) === today.slice(0, 4) ? { date: day } : { date: day, year: true };

/** When a training is held: a day, the first and the last one, or whenever one likes. */
export const trainingDays = (
  { startsOn, endsOn }: { startsOn: LocalDate | null; endsOn: LocalDate | null },
  today: LocalDate,
): Text => {
  if (startsOn === null) return say('training.days.any');
  return endsOn === null || endsOn === startsOn
    ? dayText(startsOn, today)
    : say('training.days.range', { date: dayText(startsOn, today), until: dayText(endsOn, today) });
};
