import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Item } from '../../domain/reminding/item.ts';
import type { LearningAsk } from '../../domain/reminding/learning-ask.ts';
import { jpText } from '../../domain/training/jp.ts';
import type { YearStanding } from '../../domain/training/year-standing.ts';
import { type Calendar, countWorkingDays } from '../../domain/working-days.ts';
import { askChoices, askText } from './learning-ask-words.ts';
import { personnelDateText } from './personnel-date-text.ts';
import { openChoice } from './reminder-choice.ts';

/** An item as it is said now; `last`: when it is passed over once more, whoever looks after the unit sees it. */
export type Spoken = { item: Item; last: boolean };

/** Everything that one letter of reminders says: items, nearest first; below them extras that stand alone, and what learning asks; and a supervisor's list. */
export type ReminderWords = {
  items: readonly Spoken[];
  below: readonly Text[];
  asks: readonly LearningAsk[];
  list: readonly { name: string; item: Item }[];
  standing: YearStanding;
  today: LocalDate;
  calendar: Calendar;
};

type Words = ReminderWords;

/** So many are said; of the rest how many. */
const most = 8;

const printed = (jp: number): string => jpText(jp).replace('.', ',');

const left = (due: LocalDate, { today, calendar }: Words): Text => {
  if (due === today) return say('training-reminder.left.today');
  if (due < today)
    return say('training-reminder.left.late', { count: countWorkingDays(calendar, due, today) });
  const days = countWorkingDays(calendar, today, due);
  return days === 0
    ? say('training-reminder.left.last')
    : say('training-reminder.left.days', { count: days });
};

/** The year stands with a day of another one. */
const dayText = (day: LocalDate, { today }: Words): Text =>
  day.slice(0, 4) === today.slice(0, 4) ? { date: day } : { date: day, year: true };

/** What is to be done and by when. */
const lineOf = ({ kind, due, reason }: Item, words: Words): Text => {
  const blanks = { date: dayText(due, words), left: left(due, words) };
  const title = literal(reason.about);
  switch (kind) {
    case 'register':
      return say('training-reminder.register', { title, ...blanks });
    case 'complete':
      return say('training-reminder.complete', { title, ...blanks });
    case 'certificate':
      return say('training-reminder.certificate', { title, ...blanks });
    case 'date':
      return say('training-reminder.date', { title: personnelDateText(reason.about), ...blanks });
    case 'jp_pace': {
      const { standing } = words;
      const target = standing.duty.is === 'target' ? standing.duty.jp : 0;
      return say('training-reminder.jp', {
        done: printed(standing.verified),
        target: printed(target),
        count: standing.left.workingDays,
      });
    }
    default:
      return kind satisfies never;
  }
};

/** Why this person hears of it, and from whom that comes. */
const reasonOf = ({ reason }: Item): Text => {
  const asker = literal(reason.asker);
  switch (reason.source) {
    case 'own_registration':
      return say('training-reminder.why.own');
    case 'enrolled_by_office':
      return say('training-reminder.why.office', { asker });
    case 'mandatory':
      return say('training-reminder.why.mandatory', { asker });
    case 'yearly_hours':
      return say('training-reminder.why.hours', { asker });
    case 'personnel_file':
      return say('training-reminder.why.file', { date: { date: reason.asOf ?? '', year: true } });
    default:
      return reason.source satisfies never;
  }
};

/** Hours so far, beside what earns some. */
const hours = ({ items, standing }: Words): Text[] => {
  const earns = items.some(({ item: { kind } }) => kind !== 'jp_pace' && kind !== 'date');
  if (!earns || items.some(({ item }) => item.kind === 'jp_pace') || standing.duty.is !== 'target') return [];
  return [
    say('training-reminder.hours', {
      done: printed(standing.verified),
      target: printed(standing.duty.jp),
      count: standing.left.workingDays,
    }),
  ];
};

const lastWord = ({ items }: Words): Text[] =>
  items.some(({ last }) => last) ? [say('training-reminder.third')] : [];

const more = (count: number): Text[] => (count > 0 ? [say('training-reminder.more', { count })] : []);

const itemPart = (words: Words): Text[] => {
  const { items } = words;
  const [first] = items;
  if (!first) return [];
  if (items.length === 1)
    return [
      {
        join: [
          say('training-reminder.one'),
          lineOf(first.item, words),
          reasonOf(first.item),
          ...hours(words),
          ...lastWord(words),
        ],
        by: '\n',
      },
    ];
  const lines = items
    .slice(0, most)
    .map(({ item }): Text => ({ join: [literal('•'), lineOf(item, words), reasonOf(item)], by: ' ' }));
  const end = [...more(items.length - most), ...hours(words), ...lastWord(words)];
  return [{ join: [say('training-reminder.many', { count: items.length }), ...lines, ...end], by: '\n' }];
};

const listPart = ({ list }: Words): Text[] => {
  if (list.length === 0) return [];
  const lines = list.slice(0, most).map(({ name, item }) =>
    say('training-reminder.list.line', {
      name: literal(name),
      title:
        item.kind === 'jp_pace'
          ? say('training-reminder.list.jp')
          : item.kind === 'date'
            ? personnelDateText(item.reason.about)
            : literal(item.reason.about),
      date: { date: item.due },
    }),
  );
  return [{ join: [say('training-reminder.list'), ...lines, ...more(list.length - most)], by: '\n' }];
};

const choicesOf = ({ items, asks, list }: Words): Choice[] => {
  const [first] = items;
  return [
    ...(first ? [openChoice(first.item)] : []),
    ...asks.flatMap(askChoices),
    ...(first || asks.some(({ is }) => is === 'recall')
      ? [
          { id: 'go:snooze:tomorrow', label: say('button.tomorrow') },
          { id: 'go:snooze:next_week', label: say('button.next-week') },
        ]
      : []),
    ...(items.length > most ? [{ id: 'go:trainings', label: say('button.see-all') }] : []),
    ...(list.length > 0 ? [{ id: 'go:unit', label: say('button.see-unit') }] : []),
  ];
};

/** The one message of a day: what is near, why this person hears of it, and one tap to the thing itself. */
export const reminderReply = (words: ReminderWords): Reply => {
  const choices = choicesOf(words);
  return {
    text: {
      join: [...itemPart(words), ...words.below, ...words.asks.map(askText), ...listPart(words)],
      by: '\n\n',
    },
    ...(choices.length > 0 && { choices }),
  };
};
