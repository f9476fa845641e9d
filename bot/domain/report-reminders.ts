import { type ClockRules, openAsking } from './citizen-pause.ts';
import type { LocalDate } from './local-date.ts';
import { promiseReminders } from './promise-reminders.ts';
import type { Reminder } from './reminder.ts';
import { type ClockFacts, reportClocks } from './report-clocks.ts';
import { addWorkingDays, workingDayBefore } from './working-days.ts';

/**
 * What a local day asks for. A reminder keeps its key for as long as it may be given, so a day on which nobody looked
 * loses nothing and looking twice doubles nothing.
 */
export function remindersDue(facts: ClockFacts, rules: ClockRules, on: LocalDate): Reminder[] {
  const clocks = reportClocks(facts, rules);
  const promises = [
    promiseReminders('verify', clocks.verify, facts, rules, on),
    promiseReminders('first_answer', clocks.firstAnswer, facts, rules, on),
    promiseReminders('settle', clocks.settle, facts, rules, on),
  ];
  return [
    ...promises.flatMap((some, nth) => unlessSaidLater(some, promises.slice(nth + 1).flat())),
    ...ofQuestion(facts, rules, on),
    ...ofSilence(facts, clocks.autoClose?.due, rules, on),
  ];
}

/** Where two promises have the same to say on a day, the later one speaks for both. */
function unlessSaidLater(some: readonly Reminder[], later: readonly Reminder[]): Reminder[] {
  return some.filter((one) => !later.some((other) => family(other) === family(one)));
}

function family({ stage }: Reminder): string {
  return stage === 'own_up' ? 'news' : stage;
}

/** A question lapses after its last day: the citizen hears of it the working day before, the report ends the one after. */
function ofQuestion(facts: ClockFacts, rules: ClockRules, on: LocalDate): Reminder[] {
  const asking = facts.state === 'menunggu_warga' && openAsking(facts.askings, rules);
  if (!asking) return [];
  const { nth, askedOn, limit } = asking;
  const { due } = limit;
  if (on >= addWorkingDays(rules.calendar, due, 1).due)
    return [{ key: `pause:${nth}:end`, stage: 'pause_end', to: 'clock', due, does: 'citizen_silent' }];
  const lastCall = workingDayBefore(rules.calendar, due);
  return lastCall > askedOn && on >= lastCall && on <= due
    ? [{ key: `pause:${nth}:answer_soon`, stage: 'answer_soon', to: 'citizen', due }]
    : [];
}

/** The citizen's silence counts as a yes on the working day after the last one they had. */
function ofSilence(
  { settledOn }: ClockFacts,
  due: LocalDate | undefined,
  rules: ClockRules,
  on: LocalDate,
): Reminder[] {
  if (due === undefined || on < addWorkingDays(rules.calendar, due, 1).due) return [];
  return [{ key: `auto_close:${settledOn}`, stage: 'auto_close', to: 'clock', due, does: 'auto_close' }];
}
