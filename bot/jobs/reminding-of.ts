import { literal, type Reply, say } from '../conversation/reply.ts';
import { openTo } from '../domain/case.ts';
import { closingTime, onDuty } from '../domain/duty-hours.ts';
import { endOfLocalDay, type LocalDate, localDate } from '../domain/local-date.ts';
import type { Reminder } from '../domain/reminder.ts';
import { addWorkingDays } from '../domain/working-days.ts';
import { answerSoon } from '../flows/citizen/answer-soon.ts';
import { neutralNews } from '../flows/citizen/news.ts';
import { reminderReply, type StaffReminder } from '../flows/officer/reminder-reply.ts';
import type { Hearer } from '../news.ts';
import type { City, Letter } from '../ports.ts';
import type { Giving, Hand, Watched } from '../reminding.ts';
import { actingOffice, coordinators, crewsFor, present } from './crew.ts';

/** The group of the office: not asked for yet, or none. */
type Room = Hearer | 'unasked' | 'none';

/** What the reminders of a report come to; `wantsRoom`: somebody is to be told in the office's group, if it has one. */
type Reminding = { givings: readonly Giving[]; wantsRoom: boolean };

/** A head who stays away longer than this many working days is not waited for. */
const headWaits = 3;
const hourMs = 3_600_000;

const letter = (reply: Reply): Letter => ({ say: reply, lane: 'interactive' });

const unitName = ({ units }: City, code: string): string =>
  units.find((unit) => unit.code === code)?.name ?? code;

const replyFor = (watched: Watched, reminder: StaffReminder, hand: Hand | 'group', city: City, now: Date) => {
  const { ticket, category, it } = watched;
  if (it.sensitive !== 'none') return neutralNews(`go:case:${ticket}`);
  const label = city.categories.find(({ key }) => key === category)?.label ?? category;
  const about = { ticket, category: literal(label), today: localDate(now, city.agency.zone) };
  return reminderReply(reminder, about, hand === 'group' ? [] : openTo(it, hand.who));
};

/** Said to a coordinator in an office's stead. */
const inStead = (reply: Reply, unit: string): Reply => ({
  ...reply,
  text: { join: [say('remind.for-office', { unit: literal(unit) }), reply.text], by: '\n\n' },
});

/** To the staff: whoever is on duty; where nobody will be in time, the office's group, and without one the coordinators. */
const toStaff = (
  watched: Watched,
  reminder: StaffReminder,
  room: Room,
  city: City,
  now: Date,
): Giving['letters'] | 'later' | 'wants-room' => {
  const { calendar, agency } = city;
  const today = localDate(now, agency.zone);
  const head = addWorkingDays(calendar, reminder.due, headWaits).due;
  const last = reminder.stage === 'escalate' ? head : reminder.due;
  const until = last < today ? today : last;
  const written = (hands: readonly Hand[], as = (reply: Reply) => reply) =>
    hands.map((hand) => ({
      to: hand.hearer,
      letter: letter(as(replyFor(watched, reminder, hand, city, now))),
    }));
  const there = present(crewsFor(watched, reminder, city, today), now, until);
  if (there === 'later' || watched.it.sensitive !== 'none')
    return typeof there === 'string' ? 'later' : written(there);
  if (there !== 'nobody') return written(there);
  if (room === 'unasked') return 'wants-room';
  if (room !== 'none') {
    const isOpen = onDuty(0, now, { ...watched.duty, roster: [], absences: [] });
    const reply = replyFor(watched, reminder, 'group', city, now);
    return isOpen ? [{ to: room, letter: letter(reply) }] : 'later';
  }
  const stead = present([coordinators(watched)], now, reminder.due);
  const unit = unitName(city, actingOffice(watched, city));
  return typeof stead === 'string' ? 'later' : written(stead, (reply) => inStead(reply, unit));
};

/** Until an office has closed on the promised day it may still keep its word; on a day off that is 17.00. */
const officeMayStill = (due: LocalDate, { duty }: Watched, now: Date): boolean => {
  const evening = new Date(endOfLocalDay(due, duty.zone).getTime() - 7 * hourMs);
  return now.getTime() < (closingTime(due, duty) ?? evening).getTime();
};

const giving = (
  watched: Watched,
  reminder: Reminder,
  room: Room,
  city: City,
  now: Date,
): Giving | 'later' | 'wants-room' => {
  const { key } = reminder;
  switch (reminder.stage) {
    case 'half_time':
    case 'day_before':
    case 'escalate': {
      const letters = toStaff(watched, reminder, room, city, now);
      if (typeof letters === 'string') return letters;
      const nudge = reminder.stage === 'half_time' && watched.it.sensitive === 'none';
      return { key, letters, ...(nudge && { nudge }) };
    }
    case 'own_up':
      if (reminder.onlyAfterHours && officeMayStill(reminder.due, watched, now)) return 'later';
      return { key, letters: [], step: { action: 'own_up', given: { date: reminder.nextNews } } };
    case 'news':
      return { key, letters: [], step: { action: 'own_up', given: { date: reminder.nextNews } } };
    case 'answer_soon': {
      const { reporter: to, ticket, it } = watched;
      const reply =
        it.sensitive === 'none'
          ? answerSoon(ticket, unitName(city, it.office), reminder.due)
          : neutralNews(`go:track:${ticket}`);
      return { key, letters: to ? [{ to, letter: letter(reply) }] : [] };
    }
    case 'pause_end':
    case 'auto_close':
      return { key, letters: [], step: { action: reminder.does } };
    default:
      return reminder satisfies never;
  }
};

/** What the reminders of one report that were not given yet come to now. */
export const remindingOf = (watched: Watched, room: Room, city: City, now: Date): Reminding => {
  const all = watched.pending.map((reminder) => giving(watched, reminder, room, city, now));
  return {
    givings: all.filter((one) => typeof one !== 'string'),
    wantsRoom: all.includes('wants-room'),
  };
};
