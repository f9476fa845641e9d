import { addCalendarDays, type LocalDate } from '../local-date.ts';

/** "Dipakai di pekerjaan?", asked once so many days after a training; after `untilDays` more nobody remembers. */
export const usedRule = { afterDays: 60, untilDays: 30 } as const;

export const usedAnswers = ['often', 'sometimes', 'not_yet'] as const;
export type UsedAnswer = (typeof usedAnswers)[number];

/** A training somebody finished; `on` is the day of its certificate. */
export type Finished = { person: string; training: string; on: LocalDate };

/**
 * Who is asked today, and about which training: each once, one question a person, the training that ended first. `quiet` are those
 * who wrote STOP or left.
 */
export const usedQuestions = (
  finished: readonly Finished[],
  {
    asked,
    quiet,
    today,
  }: { asked: readonly Omit<Finished, 'on'>[]; quiet: readonly string[]; today: LocalDate },
): Finished[] => {
  const key = ({ person, training }: Omit<Finished, 'on'>) => `${person}\n${training}`;
  const [before, still] = [new Set(asked.map(key)), new Set(quiet)];
  const due = finished
    .filter((one) => {
      const from = addCalendarDays(one.on, usedRule.afterDays);
      const inTime = from <= today && today <= addCalendarDays(from, usedRule.untilDays);
      return inTime && !before.has(key(one)) && !still.has(one.person);
    })
    .toSorted((one, other) =>
      one.on < other.on ? -1 : one.on > other.on ? 1 : key(one) < key(other) ? -1 : 1,
    );
  return due.filter(({ person }, at) => due.findIndex((other) => other.person === person) === at);
};
