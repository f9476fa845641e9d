import type { Hours, Season } from '../../duty-hours.ts';
import { addCalendarDays, isLocalDate } from '../../local-date.ts';
import { isUnfit, type KnownTrainingSetting, type Unfit } from './known-setting.ts';

const longestDays = 92;
const friday = 5;
const time = '([01]?\\d|2[0-3])[.:]([0-5]\\d)';
const shape = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)[, ]${time}-${time}(?:[, ]jumat[: ]${time}-${time})?$`,
  'i',
);

const printed = (hour: string, minute: string): string => `${hour.padStart(2, '0')}.${minute}`;

/** On the days on which the office works anyway; Friday has hours of its own where they were named. */
const readSeason = (text: string, office: Hours): Season | Unfit => {
  const found = shape.exec(text.trim());
  if (!found) return 'shape';
  const [, from = '', until = '', ...times] = found;
  const [opens = '', closes = '', fridayOpens, fridayCloses] = [0, 2, 4, 6].map((at) => {
    const hour = times[at];
    return hour === undefined ? undefined : printed(hour, times[at + 1] ?? '');
  });
  if (!isLocalDate(from) || !isLocalDate(until)) return { refused: 'it holds a day that is in no calendar' };
  if (until < from) return { refused: 'it ends before it begins' };
  if (until > addCalendarDays(from, longestDays))
    return { refused: `it is longer than ${longestDays} days: change the hours of the office instead` };
  if (closes <= opens || (fridayOpens && fridayCloses && fridayCloses <= fridayOpens))
    return { refused: 'the office closes before it opens' };
  const days = [...new Set(office.flatMap((one) => one.days))].toSorted();
  if (!fridayOpens || !fridayCloses) return { from, until, hours: [{ days, opens, closes }] };
  const others = days.filter((day) => day !== friday);
  const own = { days: [friday], opens: fridayOpens, closes: fridayCloses };
  return { from, until, hours: [{ days: others, opens, closes }, own] };
};

const saidSeason = ({ from, until, hours: [first, own] }: Season): string =>
  `${from}..${until},${first?.opens}-${first?.closes}${own ? `,jumat:${own.opens}-${own.closes}` : ''}`;

/** Office hours that hold for a while, as in Ramadan: reminders go out in them, officers are on duty, citizens read them. */
export const seasonSetting: KnownTrainingSetting = {
  name: 'hours.seasons',
  allowed: '2027-02-08..2027-03-09,08.00-15.00,jumat:08.00-15.30, several with a semicolon, or none',
  read: (text, _, { officeHours }) => {
    if (text.toLowerCase() === 'none') return { seasons: [] };
    const seasons: Season[] = [];
    for (const one of text.split(';')) {
      const season = readSeason(one, officeHours);
      if (isUnfit(season)) return season;
      if (seasons.some(({ from, until }) => season.from <= until && from <= season.until))
        return { refused: 'two of them hold on the same day' };
      seasons.push(season);
    }
    return { seasons: seasons.toSorted((one, other) => (one.from < other.from ? -1 : 1)) };
  },
  said: ({ seasons }) => seasons.map(saidSeason).join(';') || 'none',
  follows: 'Officers are on duty, reminders go out and citizens are told of the offices by these hours.',
};
