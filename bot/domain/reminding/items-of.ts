import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { Enrolment } from '../training/enrolment.ts';
import { completionDue, registrationEnds, type Training } from '../training/training.ts';
import { hasCertificate, type TrainingRecord } from '../training/training-record.ts';
import type { TrainingSettings } from '../training/training-settings.ts';
import { type YearStanding, yearStanding } from '../training/year-standing.ts';
import type { Calendar } from '../working-days.ts';
import type { Item, Reason } from './item.ts';

/** What somebody did about an item so far. */
export type Touch = { snoozedUntil: LocalDate | null; at: Date };

/** What items are made of beside the record itself; `touches` by the key of the item. `asker`: who asks for yearly hours and keeps the personnel file, by name. */
export type ItemFacts = {
  catalogue: ReadonlyMap<string, Training>;
  settings: TrainingSettings;
  calendar: Calendar;
  touches: ReadonlyMap<string, Touch>;
  asker: string;
  today: LocalDate;
};

type Bare = Omit<Item, 'snoozedUntil' | 'touchedAt'>;

const reasonOf = (training: Training, source: Reason['source']): Reason => ({
  about: training.title,
  source,
  asker: training.provider,
  ...(training.jp > 0 && { jp: training.jp }),
});

/** Who registered themselves need not hear of it on the same day. */
const speakableFrom = ({ source, since }: Enrolment): LocalDate =>
  source === 'self' ? addCalendarDays(since, 1) : since;

const sourceOf = (record: TrainingRecord, { source, training }: Enrolment): Reason['source'] => {
  if (record.owed.includes(training)) return 'mandatory';
  return source === 'self' ? 'own_registration' : 'enrolled_by_office';
};

/** Of a training that somebody takes part in: to complete it, and then to send its certificate. */
const ofEnrolment = (record: TrainingRecord, enrolment: Enrolment, facts: ItemFacts): Bare[] => {
  const training = facts.catalogue.get(enrolment.training);
  if (!training || enrolment.state !== 'registered') return [];
  const certified = hasCertificate(record, training.code);
  const reason = reasonOf(training, sourceOf(record, enrolment));
  const due = enrolment.completeBy ?? completionDue(training);
  const complete: Bare[] = due
    ? [
        {
          key: `complete:${training.code}:${due}`,
          kind: 'complete',
          due,
          since: speakableFrom(enrolment),
          done: certified || enrolment.finishedOn !== null,
          reason,
        },
      ]
    : [];
  if (enrolment.finishedOn === null) return complete;
  const sendBy = addCalendarDays(enrolment.finishedOn, facts.settings.certificateDays);
  return [
    ...complete,
    {
      key: `certificate:${training.code}:${sendBy}`,
      kind: 'certificate',
      due: sendBy,
      since: enrolment.finishedOn,
      done: certified,
      reason,
    },
  ];
};

/** Of a duty that somebody has not begun: to register, or, where nobody needs to, to complete it. A waiting list is enough. */
const ofDuty = (record: TrainingRecord, code: string, { catalogue }: ItemFacts): Bare[] => {
  const training = catalogue.get(code);
  if (!training) return [];
  const begun = record.enrolments.some((one) => one.training === code && one.state !== 'withdrawn');
  if (begun || hasCertificate(record, code)) return [];
  const ends = registrationEnds(training);
  const due = ends ?? completionDue(training);
  if (due === null) return [];
  const kind = ends ? 'register' : 'complete';
  const since = training.listedOn < record.since ? record.since : training.listedOn;
  return [
    { key: `${kind}:${code}:${due}`, kind, due, since, done: false, reason: reasonOf(training, 'mandatory') },
  ];
};

const ofYear = (standing: YearStanding, record: TrainingRecord, asker: string): Bare[] => {
  const due = `${standing.year}-12-31`;
  const first = `${standing.year}-01-01`;
  return standing.duty.is === 'target'
    ? [
        {
          key: `jp_pace:${due}`,
          kind: 'jp_pace',
          due,
          since: record.since > first ? record.since : first,
          done: standing.pace.behind === null,
          reason: { about: String(standing.year), source: 'yearly_hours', asker, jp: standing.missing },
        },
      ]
    : [];
};

/**
 * Everything that one person may have to be reminded of, as it stands on a day. Ask it anew on each day: hours that keep
 * their pace today need not tomorrow.
 */
export const itemsOf = (record: TrainingRecord, facts: ItemFacts): Item[] => {
  const { asker, calendar, settings, today, touches } = facts;
  const standing = yearStanding(record.certificates, record.kind, today, calendar, settings.rules);
  const bare: Bare[] = [
    ...record.enrolments.flatMap((enrolment) => ofEnrolment(record, enrolment, facts)),
    ...record.owed.flatMap((code) => ofDuty(record, code, facts)),
    ...ofYear(standing, record, asker),
    ...record.dates.map(
      ({ kind, date, asOf }): Bare => ({
        key: `date:${kind}:${date}`,
        kind: 'date',
        due: date,
        since: asOf,
        done: false,
        reason: { about: kind, source: 'personnel_file', asker, asOf },
      }),
    ),
  ];
  return bare.map((item) => {
    const touch = touches.get(item.key);
    return {
      ...item,
      ...(touch && { touchedAt: touch.at }),
      ...(touch?.snoozedUntil && { snoozedUntil: touch.snoozedUntil }),
    };
  });
};
