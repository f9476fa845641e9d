import {
  dayMinutes,
  dayOf,
  type Employee,
  type OpenItem,
} from '../../../bot/domain/reminding/testing/town.ts';
import type { Course, Life, Taking } from './life.ts';

const dayAt = (minute: number) => Math.floor(minute / dayMinutes);

/** A certificate is to be sent within fourteen days of the end. */
const certificateDays = 14;

/** Nobody is behind before the first quarter ends. */
const firstQuarter = (Date.parse('2026-03-31') - Date.parse(dayOf(0))) / 86_400_000;

/** To register, where the unit owes it, from the day it is known until they are in. */
const registering = ({ code, listed, registerBy }: Course, joins: number | undefined): OpenItem => ({
  key: `register:${code}:${dayOf(registerBy)}`,
  kind: 'register',
  due: dayOf(registerBy),
  born: listed * dayMinutes,
  done: joins,
});

/** To finish it, for who is in: at once when the office wrote them down, else from the next morning on; and then to send the certificate. */
const takingPart = ({ course: { code, completeBy }, joins, by, finishes, sends }: Taking): OpenItem[] => {
  if (joins === undefined) return [];
  const complete: OpenItem = {
    key: `complete:${code}:${dayOf(completeBy)}`,
    kind: 'complete',
    due: dayOf(completeBy),
    born: by === 'office' ? joins : (dayAt(joins) + 1) * dayMinutes,
    done: finishes,
  };
  if (finishes === undefined) return [complete];
  const due = dayOf(dayAt(finishes) + certificateDays);
  return [
    complete,
    { key: `certificate:${code}:${due}`, kind: 'certificate', due, born: finishes, done: sends },
  ];
};

/** What somebody has to be told of, as a clerk would list it from their life, without the engine. */
export const asTold = ({
  nth,
  unit,
  takings,
  hours,
  raise,
  snoozes,
  talks,
  leave,
  stopped,
}: Life): Employee => {
  const items: OpenItem[] = [
    ...takings.flatMap((taking) => [
      ...(taking.course.owedBy === unit ? [registering(taking.course, taking.joins)] : []),
      ...takingPart(taking),
    ]),
    {
      key: 'jp_pace:2026-12-31',
      kind: 'jp_pace',
      due: '2026-12-31',
      born: firstQuarter * dayMinutes,
      done: hours,
    },
    { key: `date:kgb:${dayOf(raise)}`, kind: 'date', due: dayOf(raise), born: 0, done: undefined },
  ];
  return {
    nth,
    items,
    snoozes: snoozes.map(({ at, which, snooze }) => ({
      at,
      snooze,
      item: items[which % items.length]?.key ?? '',
    })),
    talks,
    leave: leave.map(({ from, until }) => ({ from: dayOf(from), until: dayOf(until) })),
    stopped,
  };
};
