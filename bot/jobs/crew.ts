import { actingFor } from '../domain/absence.ts';
import { coordinatorOf } from '../domain/agency.ts';
import { hatsOn } from '../domain/case.ts';
import { nextDuty, onDuty } from '../domain/duty-hours.ts';
import { type LocalDate, localDate } from '../domain/local-date.ts';
import { mayAny } from '../domain/permissions/may-any.ts';
import { isGranted } from '../domain/permissions/verdict.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { StaffRole } from '../domain/roles.ts';
import type { City } from '../ports.ts';
import type { Hand, Watched } from '../reminding.ts';

/** The office that has to act: as long as nobody has sorted a report, the coordinator's. */
export const actingOffice = ({ it }: Watched, { units }: City): string =>
  it.state === 'diterima' || it.state === 'diverifikasi'
    ? (coordinatorOf(units)?.code ?? it.office)
    : it.office;

const withHat = ({ staff }: Watched, hat: StaffRole, office?: string): Hand[] =>
  staff.filter(({ who }) => who.hats.includes(hat) && (office === undefined || who.office === office));

export const coordinators = (watched: Watched): Hand[] => withHat(watched, 'coordinator');

/** Who handles a sensitive report and may be told, neutrally, that there is news of it. */
const handlers = ({ staff, it }: Watched): Hand[] =>
  staff.filter(({ who }) => isGranted(mayAny(hatsOn(it, who), 'be-notified'), ['neutral']));

/** Who does the work of whoever took the report on a day. */
const acting = ({ staff, taker, duty }: Watched, today: LocalDate): Hand[] => {
  const person = taker === undefined ? undefined : actingFor(taker, today, duty.absences);
  return staff.filter(({ employee }) => employee === person);
};

/** Who is to hear of a reminder: the first of these crews in which somebody works, all of it that is on duty. */
export const crewsFor = (watched: Watched, { to }: Reminder, city: City, today: LocalDate): Hand[][] => {
  if (watched.it.sensitive !== 'none') return [handlers(watched)];
  switch (to) {
    case 'officer':
      return [acting(watched, today), withHat(watched, 'officer', watched.it.office)];
    case 'coordinator':
      return [coordinators(watched)];
    case 'supervisor':
      return [withHat(watched, 'supervisor', actingOffice(watched, city))];
    case 'citizen':
    case 'clock':
      return [];
    default:
      return to satisfies never;
  }
};

/** Those of the crews who are there now; `later` when somebody will be by a day, `nobody` when none will. */
export const present = (
  crews: readonly (readonly Hand[])[],
  now: Date,
  until: LocalDate,
): readonly Hand[] | 'later' | 'nobody' => {
  for (const crew of crews) {
    const there = crew.filter(({ employee, duty }) => onDuty(employee, now, duty));
    if (there.length > 0) return there;
    const comes = ({ employee, duty }: Hand) => {
      const next = nextDuty(employee, now, duty);
      return next !== undefined && localDate(next, duty.zone) <= until;
    };
    if (crew.some(comes)) return 'later';
  }
  return 'nobody';
};
