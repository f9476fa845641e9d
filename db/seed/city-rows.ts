import type { AgencySettings } from '../../bot/domain/agency.ts';
import type { agency, holiday, region, unit } from '../schema/index.ts';
import type { CitySeed, HolidayRow, RegionRow } from './data/types.ts';
import { readRows } from './read-rows.ts';

export const agencyRow = (city: CitySeed): typeof agency.$inferInsert => {
  const { name, serviceName, prefix, zone, languages, regionCode, contact, officeHours, inspektorat } =
    city.agency;
  const { emergency, emergencyText, ombudsman, notOurAuthority } = city;
  const settings: AgencySettings = {
    contact,
    officeHours,
    inspektorat,
    emergency,
    emergencyText,
    ombudsman,
    notOurAuthority,
  };
  return {
    name,
    service: serviceName,
    prefix,
    zone,
    locales: [...languages],
    region: regionCode,
    settings,
  };
};

export const unitRows = (city: CitySeed): (typeof unit.$inferInsert)[] =>
  city.offices.map((office) => ({ ...office, handles: [...office.handles] }));

/** The city itself and all below it; the parent is the code without its last part, and the province is not ours. */
export const regionRows = ({ agency: { regionCode } }: CitySeed): (typeof region.$inferInsert)[] =>
  readRows<keyof RegionRow>('regions.csv', [
    'code',
    'name',
    'level',
    'lat',
    'lng',
    'min_lat',
    'max_lat',
    'min_lng',
    'max_lng',
  ])
    .filter(({ code }) => code === regionCode || code.startsWith(`${regionCode}.`))
    .map(({ code, name, level, ...at }) => ({
      code,
      name,
      level: level as RegionRow['level'],
      parentCode: code === regionCode ? null : code.slice(0, code.lastIndexOf('.')),
      lat: Number(at.lat),
      lng: Number(at.lng),
      minLat: Number(at.min_lat),
      maxLat: Number(at.max_lat),
      minLng: Number(at.min_lng),
      maxLng: Number(at.max_lng),
    }));

export const holidayRows = (): (typeof holiday.$inferInsert)[] =>
  readRows<keyof HolidayRow>('holidays.csv', ['date', 'weekday', 'name', 'kind']).map(
    ({ date, name, kind }) => ({ date, name, kind: kind as HolidayRow['kind'] }),
  );
