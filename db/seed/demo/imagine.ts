import { coordinatorOf, unitFor } from '../../../bot/domain/agency.ts';
import { type FiledReport, fileReport } from '../../../bot/domain/report.ts';
import { kindOf } from '../../../bot/domain/report-kind.ts';
import { newTicket } from '../../../bot/domain/ticket.ts';
import type { ReportDraft } from '../../../bot/effects.ts';
import type { City } from '../../../bot/ports.ts';
import { arrivals } from './arrivals.ts';
import { composeWords } from './compose-words.ts';
import { playOut, type Told } from './course.ts';
import { createDice, type Dice } from './dice.ts';
import type { Hours } from './hours.ts';
import { notOursPlot, type Plot, plots } from './plots.ts';
import { newSpot, type Spot } from './spot.ts';
import texts from './texts.json' with { type: 'json' };
import { categoriesOf, type DemoCategory } from './weights.ts';

/** A report nobody sent: as filed, what became of it, who sent it and who follows it (numbers of invented people, from 0). */
export type DemoReport = {
  report: FiledReport;
  draft: ReportDraft;
  told: readonly Told[];
  /** Which of the officers there are handles it, from 0. */
  officer: number;
  reporter: number;
  followers: readonly { person: number; since: Date }[];
};

export const demoReports = 300;
const demoPeople = 190;

const seed = 2026;
const closedShare = 0.12;
const notOursShare = 0.1;
const followedShare = 0.2;
const rewrites = 12;

/** The numbers of the demo's reports: the same in every hall with that prefix, so that the demo is known again. */
export function demoTickets(prefix: string): string[] {
  const dice = createDice(seed ^ 0x7ac);
  const tickets = new Set<string>();
  while (tickets.size < demoReports) tickets.add(newTicket(prefix, dice.bytes));
  return [...tickets];
}

/**
 * Three months of a city's reports before a moment, oldest first. The same city and moment give the same reports; the
 * older they are, the further they have come. Words, places and people are invented.
 */
export function imagineReports(city: City, until: Date): DemoReport[] {
  const dice = createDice(seed);
  const hours: Hours = {
    zone: city.agency.zone,
    calendar: city.calendar,
    officeHours: city.agency.settings.officeHours,
  };
  const categories = dice.shuffle(categoriesOf(demoReports));
  const received = arrivals(demoReports, until, hours, dice);
  const closed = new Set(dice.shuffle([...categories.keys()]).slice(0, demoReports * closedShare));
  const used = new Set<string>();
  return demoTickets(city.agency.prefix).map((ticket, at) => {
    const key = categories[at];
    const now = received[at];
    if (!key || !now) throw new Error('fewer categories or moments than reports');
    return imagine(city, { ticket, key, at, now, until, hours, used, closed: closed.has(at) }, dice);
  });
}

type Given = {
  ticket: string;
  key: DemoCategory;
  at: number;
  now: Date;
  until: Date;
  hours: Hours;
  used: Set<string>;
  closed: boolean;
};

function imagine(
  city: City,
  { ticket, key, at, now, until, hours, used, closed }: Given,
  dice: Dice,
): DemoReport {
  const category = city.categories.find((one) => one.key === key);
  if (!category) throw new Error(`the city has no category "${key}"`);
  const spot = newSpot(city.regions, dice);
  const notOurs = newMatterOfOthers(key, city, dice);
  const words = newWords(notOurs?.templates ?? texts.reports[key], spot, used, dice);
  const report = fileReport({
    ticket,
    kind: kindOf(words, category),
    category,
    identity: closed ? 'tertutup' : 'biasa',
    forwardAtOnce: !notOurs,
    deadlines: city.deadlines,
    calendar: city.calendar,
    zone: city.agency.zone,
    now,
  });
  const told = playOut(
    notOurs ? notOursPlot : newPlot(dice),
    { at: now, state: report.state, ...(notOurs && { responsible: notOurs.responsible }) },
    until,
    hours,
    dice,
  );
  const office = unitFor(category, city.units, spot.region.code);
  const reporter = Math.floor(dice.throw() ** 1.4 * demoPeople);
  return {
    report,
    draft: {
      unit: ((notOurs && coordinatorOf(city.units)) ?? office).code,
      words,
      place: placeOf(spot),
      photos: [],
    },
    told,
    officer: at,
    reporter,
    followers: report.confidential ? [] : newFollowers(reporter, now, told.at(-1)?.at ?? until, dice),
  };
}

/** What people send here though it is somebody else's, and whose it is: a body of the city's own list, by its key, or one named outright. */
function newMatterOfOthers(
  key: DemoCategory,
  { agency }: City,
  dice: Dice,
): { templates: readonly string[]; responsible: string } | undefined {
  const elsewhere: Partial<Record<DemoCategory, Record<string, string[]>>> = texts.notOurs;
  const matters = elsewhere[key];
  if (!matters || !dice.chance(notOursShare)) return undefined;
  const [whose, templates] = dice.pick(Object.entries(matters));
  const body = agency.settings.notOurAuthority.find((one) => one.key === whose);
  return { templates, responsible: [body?.office ?? whose, body?.phone].filter(Boolean).join(', ') };
}

function newWords(templates: readonly string[], spot: Spot, used: Set<string>, dice: Dice): string {
  let words = '';
  for (let attempt = 0; attempt < rewrites && (words === '' || used.has(words)); attempt++) {
    words = composeWords(dice.pick(templates), spot, dice);
  }
  used.add(words);
  return words;
}

function newPlot(dice: Dice): Plot {
  return dice.pick(plots.flatMap((plot) => Array<Plot>(plot.share).fill(plot)));
}

function placeOf({ region, point, words }: Spot): ReportDraft['place'] {
  return { region: region.code, ...(point && { point, outside: false }), ...(words && { words }) };
}

function newFollowers(reporter: number, from: Date, to: Date, dice: Dice): DemoReport['followers'] {
  if (!dice.chance(followedShare)) return [];
  const people = Array.from({ length: dice.whole(1, 4) }, () => dice.whole(0, demoPeople - 1));
  return [...new Set(people)]
    .filter((person) => person !== reporter)
    .map((person) => ({
      person,
      since: new Date(from.getTime() + dice.throw() * (to.getTime() - from.getTime())),
    }));
}
