import type { Agency } from './agency.ts';
import type { Duty } from './duty-hours.ts';
import type { Calendar } from './working-days.ts';

/** When the offices of an agency work, with the hours of a season (Ramadan) where it has set some. */
export const agencyHours = ({
  agency: { zone, settings },
  calendar,
}: {
  agency: Pick<Agency, 'zone' | 'settings'>;
  calendar: Calendar;
}): Omit<Duty<never>, 'roster' | 'absences'> => ({
  zone,
  calendar,
  hours: settings.officeHours,
  seasons: settings.training?.seasons ?? [],
});
