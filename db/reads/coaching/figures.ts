import { coordinatorOf } from '../../../bot/domain/agency.ts';
import { factsOf, rulesOf } from '../../../bot/domain/clock-facts.ts';
import type { Figure, Window } from '../../../bot/domain/coaching/figure.ts';
import { firstAnswers } from '../../../bot/domain/coaching/first-answers.ts';
import { addCalendarDays, endOfLocalDay } from '../../../bot/domain/local-date.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { ClockFacts } from '../../../bot/domain/report-clocks.ts';
import { elements } from '../../../bot/domain/skm/elements.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { caseOf } from '../case.ts';
import { receivedPages } from '../clocked.ts';
import { talliesBetween } from '../skm-tallies.ts';
import { complaintDays } from './complaints.ts';

/** A report that came so many days before a window may have had its first answer promised in it: pauses and holidays move the day. */
const lookBackDays = 60;

/** The figures of offices for a window, by the office's code. */
type OfficeFigures = ReadonlyMap<string, readonly Figure[]>;

const add = <V>(map: Map<string, V[]>, office: string, ...values: V[]): void => {
  map.set(office, [...(map.get(office) ?? []), ...values]);
};

/** First answers that were promised in a window. */
const answersIn = async (runner: Runner, city: City, window: Window): Promise<Map<string, Figure[]>> => {
  const rules = rulesOf(city);
  const { zone } = rules;
  const { units, categories } = city;
  const came = {
    from: endOfLocalDay(addCalendarDays(window.from, -lookBackDays - 1), zone).toISOString(),
    until: endOfLocalDay(window.until, zone).toISOString(),
  };
  const facts = new Map<string, ClockFacts[]>();
  for await (const rows of receivedPages(runner, came))
    for (const row of rows) {
      const { filed, timeline } = caseOf(row, city);
      const office = officeOf(row.unit, units, categories);
      const known = facts.get(office) ?? [];
      known.push(factsOf(filed, timeline, rules));
      facts.set(office, known);
    }
  return new Map(
    [...facts].map(([office, all]) => [
      office,
      [{ ...window, kind: 'on-time', ...firstAnswers(all, rules, window) }],
    ]),
  );
};

const complaintsIn = async (runner: Runner, city: City, window: Window): Promise<Map<string, Figure[]>> => {
  const { agency, units, categories } = city;
  const counts = new Map<string, number>();
  for (const { unit, count } of await complaintDays(runner, window, agency.zone)) {
    const office = officeOf(unit, units, categories);
    counts.set(office, (counts.get(office) ?? 0) + count);
  }
  return new Map([...counts].map(([office, count]) => [office, [{ ...window, kind: 'complaints', count }]]));
};

/**
 * Answers of the survey by the day on which they were shown. A form keeps no day of its own: the day of one from the chat is
 * dealt out by lot among those of its service and month, once five are there. So how many forms a window holds is right, and
 * which of a month that it cuts is a draw; nobody can be read off either way.
 */
const elementsIn = async (runner: Runner, city: City, window: Window): Promise<Map<string, Figure[]>> => {
  const { units, categories } = city;
  const rows = await talliesBetween(runner, { by: 'shown', ...window });
  const offices = Map.groupBy(rows, ({ unit }) => officeOf(unit, units, categories));
  return new Map(
    [...offices].map(([office, all]) => [
      office,
      elements.map((element): Figure => {
        const of = (part: 'sum' | 'count') =>
          all.reduce((total, { tally }) => total + tally.elements[element][part], 0);
        return { ...window, kind: 'element', element, sum: of('sum'), count: of('count') };
      }),
    ]),
  );
};

/**
 * What is measured of every office in a window, read at once for all of them. Of whoever sorts reports for the others only the
 * survey: what lies there is not its own.
 */
export const figuresOf = async (runner: Runner, city: City, window: Window): Promise<OfficeFigures> => {
  const [complaints, answers, survey] = await Promise.all([
    complaintsIn(runner, city, window),
    answersIn(runner, city, window),
    elementsIn(runner, city, window),
  ]);
  const desk = coordinatorOf(city.units)?.code;
  const all = new Map<string, Figure[]>();
  for (const part of [complaints, answers])
    for (const [office, figures] of part) if (office !== desk) add(all, office, ...figures);
  for (const [office, figures] of survey) add(all, office, ...figures);
  return all;
};

const zeroOf = (figure: Figure, window: Window): Figure => {
  switch (figure.kind) {
    case 'complaints':
      return { ...window, kind: 'complaints', count: 0 };
    case 'on-time':
      return { ...window, kind: 'on-time', met: 0, of: 0 };
    case 'element':
      return { ...window, kind: 'element', element: figure.element, sum: 0, count: 0 };
    default:
      return figure satisfies never;
  }
};

/** The same figure of an office in another window; where nothing came, it stands on nothing. */
export const sameFigure = (figures: OfficeFigures, office: string, first: Figure, window: Window): Figure =>
  figures
    .get(office)
    ?.find(
      (one) =>
        one.kind === first.kind &&
        (one.kind !== 'element' || (first.kind === 'element' && one.element === first.element)),
    ) ?? zeroOf(first, window);
