import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { Given, Item, Lane, Milestone } from './item.ts';
import { lastCall, type Milestones } from './milestones.ts';
import { dayOf, startOfDay } from './office-days.ts';
import { outstanding, type Said, saidOf } from './outstanding.ts';
import { type Planned, planOf } from './plan.ts';
import { mayWrite, nextWriting, type Worker } from './writing-hours.ts';

/** One person at one moment: what is open, what was said before (of open items and of today), and whether they listen. */
export type Reminded = Worker & {
  items: readonly Item[];
  given: readonly Given[];
  /** *Berhenti*: nothing is written until they ask for it again. */
  stopped: boolean;
  /** A conversation is under way; a reminder waits for its end. */
  talking: boolean;
};

/** The whole message: every item with its occasion, the nearest deadline first. */
export type Saying = { say: readonly { item: Item; milestone: Milestone }[]; lane: Lane };

/** `later` is the first moment at which there would be something to say, as things stand; any change asks anew. */
export type Decision = ({ is: 'say' } & Saying) | { is: 'later'; at: Date } | { is: 'nothing' };

type Agenda = { item: Item; plan: readonly Planned[]; said: Said }[];

/** A talk is looked at again after so many milliseconds. */
const talkMs = 15 * 60_000;

/**
 * What is to be said to one person now. It holds no memory: ask it at the moment of sending, record what it says with that
 * moment in the same transaction, and asking again, after a restart or from another process, says nothing new.
 */
export function decide(person: Reminded, milestones: Milestones, now: Date): Decision {
  if (person.stopped) return { is: 'nothing' };
  const agenda = agendaOf(person, milestones);
  const saying = sayingOn(dayOf(person.office, now), agenda, person);
  if (saying && !person.talking && mayWrite(person, now)) return { is: 'say', ...saying };
  const at = nextSaying(person, agenda, now);
  return at ? { is: 'later', at } : { is: 'nothing' };
}

function agendaOf(person: Reminded, milestones: Milestones): Agenda {
  return person.items
    .filter(({ done }) => !done)
    .map((item) => ({
      item,
      plan: planOf(item, milestones, person),
      said: saidOf(item, person.given, person.office),
    }));
}

/** Everything that is to be said on a day, in the message that is left of it; `undefined` when nothing is. */
function sayingOn(day: LocalDate, agenda: Agenda, { given, office }: Reminded): Saying | undefined {
  const from = startOfDay(office, day);
  const until = startOfDay(office, addCalendarDays(day, 1));
  const lanes = given.filter(({ at }) => from <= at && at < until).map(({ lane }) => lane);
  if (lanes.includes('deadline')) return undefined;
  const lane = lanes.includes('day') ? 'deadline' : 'day';
  const say = agenda
    .flatMap(({ item, plan, said }) => {
      const one = outstanding(item, plan, said, day);
      return one && (lane === 'day' || one.milestone === lastCall)
        ? [{ item, milestone: one.milestone }]
        : [];
    })
    .toSorted(({ item: one }, { item: other }) => inOrder(one, other));
  return say.length > 0 ? { say, lane } : undefined;
}

const inOrder = (one: Item, other: Item): number => {
  const [a, b] = [`${one.due} ${one.key}`, `${other.due} ${other.key}`];
  return a < b ? -1 : a > b ? 1 : 0;
};

function nextSaying(person: Reminded, agenda: Agenda, now: Date): Date | undefined {
  const today = dayOf(person.office, now);
  const soon = new Date(now.getTime() + (person.talking ? talkMs : 0));
  const days = new Set([
    addCalendarDays(today, 1),
    ...person.leave.map(({ until }) => addCalendarDays(until, 1)),
    ...agenda.flatMap(({ plan }) => plan.map(({ on }) => on)),
  ]);
  const from = [...days].filter((day) => day > today).toSorted();
  const starts = from.map((day) => startOfDay(person.office, day));
  for (const start of [soon, ...starts]) {
    const at = nextWriting(person, start);
    if (at && sayingOn(dayOf(person.office, at), agenda, person)) return at;
  }
  return undefined;
}
