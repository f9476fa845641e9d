import type { Reply, Text } from '../conversation/reply.ts';
import { extraOf, ridesAlong } from '../domain/reminding/extra.ts';
import { ignoredOf } from '../domain/reminding/ignored.ts';
import type { Item } from '../domain/reminding/item.ts';
import { lastCall } from '../domain/reminding/milestones.ts';
import { dayOf } from '../domain/reminding/office-days.ts';
import { ignoredBeforeSupervisor } from '../domain/reminding/supervisor-list.ts';
import { mayWrite } from '../domain/reminding/writing-hours.ts';
import { trainingOf } from '../domain/training/training-settings.ts';
import { yearStanding } from '../domain/training/year-standing.ts';
import { reminderReply, type Spoken } from '../flows/asn/reminder-words.ts';
import type { City, Taken } from '../ports.ts';
import type { TrainingExtras } from '../training-extras.ts';
import type { OpenReminder, OpenReminders, ReminderVerdict } from '../training-reminders.ts';

type Parts = { open: OpenReminders; extras: TrainingExtras; city: () => City; now: () => Date };

/** Finds the words of letters that were written without any: for each the reply it is now; whichever is left out says nothing any more. */
export type ReminderLetters = (letters: readonly Taken[]) => Promise<ReadonlyMap<number, Reply>>;

/** Done or no longer asked for, put off, or a registration that has closed: not a word. */
const isSilent = ({ done, kind, due, snoozedUntil }: Item, milestone: string, today: string): boolean =>
  done ||
  (kind === 'register' && due < today) ||
  (snoozedUntil !== undefined && today < snoozedUntil && !(milestone === lastCall && today <= due));

/** What a letter still says, the nearest deadline first. */
const spokenOf = ({ person, planned, overseen, at: now }: OpenReminder): Spoken[] => {
  const today = dayOf(person.office, now);
  const items = new Map(person.items.map((item) => [item.key, item]));
  return planned
    .flatMap(({ item: key, milestone }): Spoken[] => {
      const item = items.get(key);
      if (!item || isSilent(item, milestone, today)) return [];
      const passed = ignoredOf(item, person.given, person.office, now);
      return [{ item, last: overseen && passed + 1 >= ignoredBeforeSupervisor }];
    })
    .toSorted(({ item: one }, { item: other }) =>
      `${one.due} ${one.key}` < `${other.due} ${other.key}` ? -1 : 1,
    );
};

type Told = {
  weeks: ReadonlyMap<string, ReadonlyMap<string, Text>>;
  months: ReadonlyMap<string, ReadonlyMap<number, Text>>;
};

/** The words of everything that stands below the items, asked once for all letters. */
const tellOf = async ({ extras }: Parts, open: readonly OpenReminder[]): Promise<Told> => {
  const wanted = open.flatMap(({ person: { record }, planned }) =>
    planned.flatMap(({ item }) => {
      const extra = extraOf(item);
      return extra ? [{ extra, unit: record.unit, employee: record.employee }] : [];
    }),
  );
  const weeks = new Map<string, ReadonlyMap<string, Text>>();
  const months = new Map<string, ReadonlyMap<number, Text>>();
  for (const { extra } of wanted) {
    const same = wanted.filter((one) => one.extra.is === extra.is);
    if (extra.is === 'week' && !weeks.has(extra.monday))
      weeks.set(
        extra.monday,
        await extras.weekLines([...new Set(same.map(({ unit }) => unit))], extra.monday),
      );
    if (extra.is === 'digest' && !months.has(extra.month))
      months.set(
        extra.month,
        await extras.digests(
          same.map(({ employee }) => employee),
          extra.month,
        ),
      );
  }
  return { weeks, months };
};

const belowOf = ({ person: { record }, planned }: OpenReminder, { weeks, months }: Told) =>
  planned.flatMap(({ item }): { key: string; text: Text }[] => {
    const extra = extraOf(item);
    const text =
      extra?.is === 'week'
        ? weeks.get(extra.monday)?.get(record.unit)
        : extra?.is === 'digest'
          ? months.get(extra.month)?.get(record.employee)
          : undefined;
    return text ? [{ key: item, text }] : [];
  });

/** What is left of a letter when the rest fell silent, and is not worth one. */
const isNoMessage = (key: string): boolean => {
  const extra = extraOf(key);
  return extra !== undefined && ridesAlong(extra);
};

/** One letter now: its words, what of it is left, or that it waits for another moment. */
const readOne = (open: OpenReminder, told: Told, { agency, calendar }: City) => {
  const { person, letter, planned, list, asks, at } = open;
  const { record, office } = person;
  const back = { verdict: { letter, employee: record.employee, is: 'put-back' as const } };
  if (person.talking || !mayWrite(person, at)) return back;
  const items = spokenOf(open);
  const below = belowOf(open, told);
  const today = dayOf(office, at);
  const listKeys = list.length > 0 ? planned.filter(({ item }) => extraOf(item)?.is === 'list') : [];
  const left = [
    ...items.map(({ item }) => item.key),
    ...below.map(({ key }) => key),
    ...asks.map(({ key }) => key),
    ...listKeys.map(({ item }) => item),
  ];
  if (left.every(isNoMessage)) return back;
  const { rules } = trainingOf(agency.settings);
  const standing = yearStanding(record.certificates, record.kind, today, calendar, rules);
  const reply = reminderReply({
    items,
    below: below.map(({ text }) => text),
    asks: asks.map(({ ask }) => ask),
    list,
    standing,
    today,
    calendar,
  });
  const isAsPlanned = left.length === planned.length && planned.every(({ day }) => day === today);
  const verdict = { letter, employee: record.employee, is: 'said' as const, left };
  return { reply, ...(!isAsPlanned && { verdict }) };
};

/**
 * Reminders find their words at the moment of sending: what was done meanwhile is left out, and while somebody may not be
 * written to (night, holiday, leave, a conversation under way) nothing goes and everything is planned anew.
 */
export const createReminderLetters =
  (parts: Parts): ReminderLetters =>
  async (letters) => {
    const ids = letters.filter(({ say }) => say === 'remind').map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const now = parts.now();
    const city = parts.city();
    const open = await parts.open.of(ids, now);
    const told = await tellOf(parts, open);
    const found = open.map((one) => ({ letter: one.letter, ...readOne(one, told, city) }));
    const verdicts = found.flatMap((one): ReminderVerdict[] => (one.verdict ? [one.verdict] : []));
    const [first] = open;
    if (first && verdicts.length > 0) await parts.open.settle(verdicts, now, dayOf(first.person.office, now));
    return new Map(found.flatMap((one) => ('reply' in one ? [[one.letter, one.reply] as const] : [])));
  };
