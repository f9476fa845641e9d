import type { Agency, Unit } from '../agency.ts';
import { once } from '../once.ts';
import { trainingOf } from '../training/training-settings.ts';
import type { Calendar } from '../working-days.ts';
import type { Office } from './office-days.ts';

type Town = { agency: Agency; calendar: Calendar };

/** When the government works, with the hours of its seasons; the same one for everybody for as long as a town is held in memory. */
export const officeOfTown: (town: Town) => Office = once(({ agency, calendar }: Town) => ({
  zone: agency.zone,
  calendar,
  hours: agency.settings.officeHours,
  seasons: trainingOf(agency.settings).seasons,
}));

/** Who asks for yearly hours and keeps the personnel file, by name: the personnel office, whatever it is called there, else the government. */
export const personnelOffice = ({ agency, units }: { agency: Agency; units: readonly Unit[] }): string =>
  units.find(({ code }) => /^bk(d|pp|psdm)/.test(code))?.name ?? agency.name;
