import type { Bulletin, Reachable, SurveyLetters } from '../bulletin.ts';
import { isDigestDay } from '../domain/calendar-cover.ts';
import { nextDuty, onDuty } from '../domain/duty-hours.ts';
import { localDate } from '../domain/local-date.ts';
import { isNight } from '../domain/night.ts';
import type { StaffRole } from '../domain/roles.ts';
import { surveyOf } from '../domain/skm/survey-settings.ts';
import { hasNews } from '../domain/skm/survey-week.ts';
import { mondayOf } from '../domain/week-figures.ts';
import { proposalReply, surveyWeekReply } from '../flows/officer/survey-news.ts';
import type { City } from '../ports.ts';

type Parts = { letters: SurveyLetters; city: () => City; now: () => Date };
type Scene = { letters: SurveyLetters; city: City; at: Date; staff: readonly Reachable[] };

/** Letters are known by their keys for seven days after they were sent: a head who is away longer sees proposals in the letter of the week. */
const proposalDays = 5;
const dayMs = 86_400_000;

const ofOffice = ({ staff }: Scene, office: string, hats: readonly StaffRole[]): Reachable[] =>
  staff.filter((one) => one.office === office && hats.some((hat) => one.hats.includes(hat)));

/** Once for all of an office that is there now or later today, so that what people wrote reaches them together. */
const tellWeek = async (scene: Scene, unit: string, office: string): Promise<number> => {
  const { at, city, letters } = scene;
  const { zone } = city.agency;
  const today = localDate(at, zone);
  const crew = ofOffice(scene, office, ['supervisor', 'officer']);
  if (!crew.some(({ employee, duty }) => onDuty(employee, at, duty))) return 0;
  const readers = crew.flatMap(({ hearer, employee, duty }) => {
    const due = nextDuty(employee, at, duty);
    const key = `survey-week:${unit}:${mondayOf(today)}:${employee}`;
    return due && localDate(due, zone) === today ? [{ to: hearer, key, due }] : [];
  });
  return letters.tell({ unit, now: at, keys: readers.map(({ key }) => key) }, (week) =>
    hasNews(week)
      ? readers.map(({ to, key, due }): Bulletin => {
          const delay = due.getTime() - at.getTime();
          const say = surveyWeekReply(week);
          return { to, letter: { say, lane: 'bulk', dedupe: key, ...(delay > 0 && { delay }) } };
        })
      : [],
  );
};

/** Of each unit one letter to each head for what was found at one time. */
const tellProposals = async (scene: Scene, units: ReadonlyMap<string, string>): Promise<number> => {
  const { at, city, letters } = scene;
  const { low } = surveyOf(city.agency.settings);
  const found = (await letters.propose(at)).filter(
    (one) => at.getTime() - one.at.getTime() < proposalDays * dayMs,
  );
  const heaps = Map.groupBy(found, ({ unit, at: since }) => `${unit.code}:${since.getTime()}`);
  const wanted = [...heaps].flatMap(([heap, all]): Bulletin[] => {
    const [first] = all;
    const office = first && units.get(first.unit.code);
    if (!first || !office) return [];
    return ofOffice(scene, office, ['supervisor'])
      .filter(({ employee, duty }) => onDuty(employee, at, duty))
      .map(({ hearer: to, employee }) => ({
        to,
        letter: {
          say: proposalReply(first.unit, all, low.below),
          lane: 'bulk',
          dedupe: `survey-proposal:${heap}:${employee}`,
        },
      }));
  });
  const unsent = await letters.unsent(wanted.map(({ letter }) => letter.dedupe));
  return letters.post(wanted.filter(({ letter }) => unsent.has(letter.dedupe)));
};

/**
 * What offices hear of their survey. On the first working day of a week the week before, once an office, its heads and
 * officers together; and once a survey period has ended, what its heads are proposed. Never a person, never single answers.
 * Gives how many letters were written.
 */
export const createSurveyWeek =
  ({ letters, city, now }: Parts) =>
  async (): Promise<number> => {
    const at = now();
    const { agency, calendar } = city();
    if (isNight(at, agency.zone)) return 0;
    const units = await letters.units();
    const scene: Scene = { letters, city: city(), at, staff: await letters.staff(at) };
    let written = await tellProposals(scene, new Map(units.map(({ unit, office }) => [unit, office])));
    if (!isDigestDay(calendar, localDate(at, agency.zone))) return written;
    for (const { unit, office } of units) written += await tellWeek(scene, unit, office);
    return written;
  };
