import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { Item } from '../../bot/domain/reminding/item.ts';
import { jpText } from '../../bot/domain/training/jp.ts';
import { completionDue, type Training } from '../../bot/domain/training/training.ts';
import type { TrainingRecord } from '../../bot/domain/training/training-record.ts';
import { personnelDateText } from '../../bot/flows/asn/personnel-date-text.ts';
import { translate } from '../../bot/i18n/translate.ts';
import type { OwnCalendar } from '../../db/reads/training/feed.ts';
import type { Words } from '../print/words.ts';
import type { CalendarEvent } from './calendar-file.ts';

const aboutTraining = ({ provider, jp }: Training, { t, decimal }: Words): string[] => [
  t('ics.provider', { label: { literal: provider } }),
  ...(jp > 0 ? [t('ics.jp', { number: decimal(jpText(jp)) })] : []),
  t('ics.chat'),
];

type Day = { id: string; title: string; on: LocalDate };

const deadline = (day: Day, rest: Pick<CalendarEvent, 'about' | 'stamp' | 'alarm'>): CalendarEvent => ({
  id: day.id,
  title: day.title,
  from: day.on,
  until: day.on,
  place: null,
  ...rest,
});

const daysOf = (training: Training, stamp: LocalDate, alarm: boolean, words: Words): CalendarEvent[] =>
  training.startsOn === null
    ? []
    : [
        {
          id: training.code,
          title: training.title,
          from: training.startsOn,
          until: training.endsOn ?? training.startsOn,
          about: aboutTraining(training, words),
          place: training.place,
          stamp,
          alarm,
        },
      ];

/** A training for anybody's calendar: its days, the last day to register, and by when to be done where that is another day. */
export const eventsOfTraining = (training: Training, words: Words): CalendarEvent[] => {
  const { code, startsOn, endsOn, registerBy, listedOn: stamp } = training;
  const title = { title: { literal: training.title } };
  const rest = { about: aboutTraining(training, words), stamp, alarm: true };
  const due = completionDue(training);
  return [
    ...daysOf(training, stamp, false, words),
    ...(registerBy === null
      ? []
      : [deadline({ id: `register-${code}`, title: words.t('ics.register', title), on: registerBy }, rest)]),
    ...(due === null || due === (endsOn ?? startsOn)
      ? []
      : [deadline({ id: `complete-${code}`, title: words.t('ics.complete', title), on: due }, rest)]),
  ];
};

const titleOf = ({ kind, reason }: Item, { t }: Words): string | undefined => {
  const title = { title: { literal: reason.about } };
  switch (kind) {
    case 'register':
      return t('ics.register', title);
    case 'complete':
      return t('ics.complete', title);
    case 'certificate':
      return t('ics.certificate', title);
    case 'jp_pace':
    case 'date':
      return undefined;
    default:
      return kind satisfies never;
  }
};

const ofFile = ({ kind, date, asOf, note }: TrainingRecord['dates'][number], words: Words): CalendarEvent =>
  deadline(
    { id: `date-${kind}-${date}`, title: translate(words.locale, personnelDateText(kind)), on: date },
    {
      about: [
        words.t('ics.as-of', { date: { literal: words.date(asOf) } }),
        ...(note === null ? [] : [note]),
      ],
      stamp: asOf,
      alarm: true,
    },
  );

/** Everything of one person that has a day: trainings they take part in, what is still open, and dates of the personnel file. */
export const eventsOfPerson = ({ trainings, items, dates }: OwnCalendar, words: Words): CalendarEvent[] => [
  ...trainings.flatMap(({ training, since }) => daysOf(training, since, true, words)),
  ...items.flatMap((item) => {
    const title = titleOf(item, words);
    const [kind = '', code = ''] = item.key.split(':');
    const about = [words.t('ics.provider', { label: { literal: item.reason.asker } }), words.t('ics.chat')];
    return title === undefined
      ? []
      : [deadline({ id: `${kind}-${code}`, title, on: item.due }, { about, stamp: item.since, alarm: true })];
  }),
  ...dates.map((date) => ofFile(date, words)),
];
