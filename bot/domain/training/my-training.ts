import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { Calendar } from '../working-days.ts';
import { stillSeats } from './enrolling.ts';
import type { Enrolment } from './enrolment.ts';
import { completionDue, registrationEnds, type Training } from './training.ts';
import { hasCertificate, type TrainingRecord } from './training-record.ts';
import type { TrainingSettings } from './training-settings.ts';
import { type YearStanding, yearStanding } from './year-standing.ts';

/** A training that somebody still has something to do with, or to wait for; `due`: by when, where it has a day. */
export type MyTrainingLine = {
  code: string;
  title: string;
  is: 'registered' | 'waiting' | 'certificate' | 'duty';
  due: LocalDate | null;
  /** The place on the waiting list. */
  nth: number | null;
};

/** An employee's learning at a glance: the year's hours, and what is open, the nearest day first. */
export type MyTraining = { standing: YearStanding; lines: MyTrainingLine[] };

/** What is overdue so long is no longer held up to anybody. */
const forgottenAfterDays = 180;

const ofEnrolment = (
  record: TrainingRecord,
  mine: Enrolment,
  training: Training,
  nth: number | null,
  { settings: { certificateDays }, today }: { settings: TrainingSettings; today: LocalDate },
): MyTrainingLine[] => {
  const { code, title } = training;
  if (mine.state === 'withdrawn' || hasCertificate(record, code)) return [];
  if (mine.state === 'waiting')
    return stillSeats(training, today) ? [{ code, title, is: 'waiting', due: training.startsOn, nth }] : [];
  return mine.finishedOn === null
    ? [{ code, title, is: 'registered', due: mine.completeBy ?? completionDue(training), nth: null }]
    : [
        {
          code,
          title,
          is: 'certificate',
          due: addCalendarDays(mine.finishedOn, certificateDays),
          nth: null,
        },
      ];
};

/** What somebody registered for, waits for, has to show a certificate of, or owes and has not begun. `nths`: places on waiting lists by code. */
export const myTraining = (
  record: TrainingRecord,
  {
    catalogue,
    nths,
    settings,
    calendar,
    today,
  }: {
    catalogue: ReadonlyMap<string, Training>;
    nths: ReadonlyMap<string, number>;
    settings: TrainingSettings;
    calendar: Calendar;
    today: LocalDate;
  },
): MyTraining => {
  const mine = record.enrolments.flatMap((one) => {
    const training = catalogue.get(one.training);
    return training
      ? ofEnrolment(record, one, training, nths.get(one.training) ?? null, { settings, today })
      : [];
  });
  const begun = (code: string) =>
    record.enrolments.some((one) => one.training === code && one.state !== 'withdrawn');
  const duties = record.owed.flatMap((code): MyTrainingLine[] => {
    const training = catalogue.get(code);
    if (!training || begun(code) || hasCertificate(record, code)) return [];
    const due = registrationEnds(training) ?? completionDue(training);
    return [{ code, title: training.title, is: 'duty', due, nth: null }];
  });
  const oldest = addCalendarDays(today, -forgottenAfterDays);
  const last = '9999-12-31';
  return {
    standing: yearStanding(record.certificates, record.kind, today, calendar, settings.rules),
    lines: [...mine, ...duties]
      .filter(({ due }) => due === null || due >= oldest)
      .toSorted((one, other) => ((one.due ?? last) < (other.due ?? last) ? -1 : 1)),
  };
};
