import { addCalendarDays } from '../local-date.ts';
import { decide, type Reminded } from './decide.ts';
import { type Extra, extraKey, extraMilestone, ridesAlong } from './extra.ts';
import type { Given, Lane, Milestone } from './item.ts';
import type { Milestones } from './milestones.ts';
import { dayOf, startOfDay } from './office-days.ts';
import type { SupervisorLine } from './supervisor-list.ts';
import { mayWrite, nextWriting } from './writing-hours.ts';

/**
 * One person whose turn it is. `unsaid`: what was planned for them and still waits in the outbox; `extras`: what there is to
 * tell below the items, once it is known; `lines`: of the people they look after.
 */
export type Turn = Reminded & {
  unsaid: readonly Pick<Given, 'item' | 'milestone'>[];
  extras: readonly Extra[];
  lines: (at: Date) => readonly SupervisorLine<number>[];
};

/** What is written for a person now, all of it in one letter (nothing: no letter), and when they are looked at again. */
export type PlannedTurn = {
  say: readonly { item: string; milestone: Milestone }[];
  lane: Lane;
  list: readonly SupervisorLine<number>[];
  nextAt: Date;
};

/** What waits in the outbox takes what the day brings: as if it had been said before the day began. */
const asWaiting = ({ given, unsaid, office }: Turn, now: Date): Given[] => {
  const before = new Date(startOfDay(office, dayOf(office, now)).getTime() - 1);
  const waits = new Set(unsaid.map(({ item, milestone }) => `${item} ${milestone}`));
  return given.map((one) =>
    waits.has(`${one.item} ${one.milestone}`) && one.at > before ? { ...one, at: before } : one,
  );
};

const isSpokenTo = (given: readonly Given[], { office }: Turn, at: Date): boolean => {
  const today = dayOf(office, at);
  return given.some((one) => dayOf(office, one.at) === today);
};

/** What lies below the items at a moment; once the message of the day was said it waits for the next one. */
const below = (turn: Turn, given: readonly Given[], at: Date) => {
  if (turn.stopped || isSpokenTo(given, turn, at)) return { extras: [], list: [] };
  const told = new Set(given.map(({ item, milestone }) => `${item} ${milestone}`));
  const list = turn.lines(at);
  const extras = [
    ...turn.extras,
    ...(list.length > 0 ? [{ is: 'list', day: dayOf(turn.office, at) } as const] : []),
  ];
  return { extras: extras.filter((extra) => !told.has(`${extraKey(extra)} ${extraMilestone(extra)}`)), list };
};

/**
 * What one person is told now and when to look again: not later than with the next day, for hours that keep their pace today
 * need not tomorrow.
 */
export const planTurn = (turn: Turn, milestones: Milestones, now: Date): PlannedTurn => {
  const given = asWaiting(turn, now);
  const decision = decide({ ...turn, given }, milestones, now);
  const tomorrow = startOfDay(turn.office, addCalendarDays(dayOf(turn.office, now), 1));
  const soonest = (...moments: (Date | undefined)[]) =>
    new Date(Math.min(tomorrow.getTime(), ...moments.flatMap((at) => (at ? [at.getTime()] : []))));
  const { lane } = decision.is === 'say' ? decision : { lane: 'day' as const };
  const items =
    decision.is === 'say' ? decision.say.map(({ item, milestone }) => ({ item: item.key, milestone })) : [];
  if (turn.talking || !mayWrite(turn, now)) {
    const opens = nextWriting(turn, new Date(now.getTime() + (turn.talking ? talkMs : 0)));
    const isWorth = opens && opens < tomorrow && !below(turn, given, opens).extras.every(ridesAlong);
    const more = isWorth ? opens : undefined;
    return {
      say: [],
      lane,
      list: [],
      nextAt: soonest(decision.is === 'later' ? decision.at : undefined, more),
    };
  }
  const { extras, list } = below(turn, given, now);
  const isWorth = items.length > 0 || !extras.every(ridesAlong);
  const told = isWorth
    ? extras.map((extra) => ({ item: extraKey(extra), milestone: extraMilestone(extra) }))
    : [];
  const say = [...items, ...told];
  const said = [...given, ...say.map((one) => ({ ...one, lane, at: now }))];
  const next = say.length > 0 ? decide({ ...turn, given: said }, milestones, now) : decision;
  return { say, lane, list, nextAt: soonest(next.is === 'later' ? next.at : undefined) };
};

/** A conversation under way is looked at again after so many milliseconds. */
const talkMs = 15 * 60_000;
