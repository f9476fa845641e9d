import { type Choice, type Reply, say, type Text } from '../../conversation/reply.ts';
import { addCalendarDays, type LocalDate } from '../../domain/local-date.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import type { TextKey } from '../../i18n/keys.ts';

/** The reminders that people of the staff are given. */
export type StaffReminder = Extract<Reminder, { stage: 'half_time' | 'day_before' | 'escalate' }>;

type About = { ticket: string; category: Text; today: LocalDate };

/** Which promise a reminder is about, as its key begins. */
const promiseOf = (key: string): 'verify' | 'first_answer' | 'settle' => {
  if (key.startsWith('verify:')) return 'verify';
  return key.startsWith('first_answer:') ? 'first_answer' : 'settle';
};

/** What the staff reads of a promise that comes near or was not kept; `may`: what this person may do about it. */
export const reminderReply = (
  reminder: StaffReminder,
  about: About,
  may: readonly ReportAction[],
): Reply => ({
  text: textOf(reminder, about),
  choices: [
    ...choicesOf(reminder, about.ticket, may),
    { id: `go:case:${about.ticket}`, label: say('button.see-case') },
  ],
  about: `case:${about.ticket}`,
});

const textOf = (reminder: StaffReminder, { ticket, category, today }: About): Text => {
  const date: Text = { date: reminder.due };
  const blanks = { ticket, category };
  const promise = promiseOf(reminder.key);
  switch (reminder.stage) {
    case 'half_time':
      return say(`remind.half.${promise}`, { ...blanks, date });
    case 'day_before':
      return say(`remind.before.${promise}`, { ...blanks, when: spoken(reminder.due, today) });
    case 'escalate':
      return promise !== 'verify' && !reminder.mayExtend
        ? say('remind.last-date', { ...blanks, date })
        : say(`remind.escalate.${promise}`, { ...blanks, date });
    default:
      return reminder satisfies never;
  }
};

/** "besok, Jumat, 27 Nov". */
const spoken = (due: LocalDate, today: LocalDate): Text => {
  const date: Text = { date: due };
  if (due === today) return say('remind.today', { date });
  return due === addCalendarDays(today, 1) ? say('remind.tomorrow', { date }) : date;
};

/** The conversations a reminder leads to, each under the step it needs. */
const doors = {
  planned: { needs: 'extend', form: 'new-date', label: 'button.shape.planned', as: ' planned' },
  notYet: { needs: 'extend', form: 'new-date', label: 'button.not-yet', as: ' not-yet' },
  extend: { needs: 'extend', form: 'new-date', label: 'button.extend', as: ' planned' },
  reassign: { needs: 'return', form: 'return', label: 'button.reassign', as: '' },
  accept: { needs: 'accept', form: 'accept', label: 'button.case.accept', as: '' },
  answer: { needs: 'answer', form: 'answer', label: 'button.case.answer', as: '' },
  forward: { needs: 'forward', form: 'forward', label: 'button.case.forward', as: '' },
} as const satisfies { [door: string]: { needs: ReportAction; form: string; label: TextKey; as: string } };

const doorsOf = (reminder: StaffReminder): readonly (keyof typeof doors)[] => {
  switch (reminder.stage) {
    case 'half_time':
      return ['accept', 'answer', 'forward'];
    case 'day_before':
      return ['planned', 'notYet', 'accept', 'answer', 'forward'];
    case 'escalate':
      return [...(reminder.mayExtend ? (['extend'] as const) : []), 'reassign', 'forward'];
    default:
      return reminder satisfies never;
  }
};

const choicesOf = (reminder: StaffReminder, ticket: string, may: readonly ReportAction[]): Choice[] =>
  doorsOf(reminder)
    .map((door) => doors[door])
    .filter(({ needs }) => may.includes(needs))
    .map(({ form, label, as }) => ({ id: `go:${form}:${ticket}${as}`, label: say(label) }));
