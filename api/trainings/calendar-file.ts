import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addCalendarDays, type LocalDate } from '../../bot/domain/local-date.ts';

/** Whole local days from one up to and including another. `stamp`: the day of the data it was made of, so that the same data makes the same file. */
export type CalendarEvent = {
  /** Its name for ever, without the host. */
  id: string;
  title: string;
  from: LocalDate;
  until: LocalDate;
  /** Lines. */
  about: readonly string[];
  place: string | null;
  stamp: LocalDate;
  /** Whether the app is to speak of it on the morning before. */
  alarm: boolean;
};

/**
 * On the day before at 08.00: a whole day begins at midnight, and nobody is woken then (seconds). So the alarm keeps the
 * hours in which we ourselves would write.
 */
const dayBefore = 16 * 3600;

/** Characters that no calendar may hold (RFC 5545 section 3.1), of titles that came from any file; a line's end becomes a space. */
const plain = (text: string): string =>
  text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\uFEFF]/gu, '')
    .toWellFormed();

const midnight = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/**
 * A calendar file (RFC 5545). Whole days have no zone, so that they stay the same day wherever the phone is; the agency's zone
 * stands in the head for apps that ask for it. Handing the zone to the library would write `DTSTAMP` in local time, which
 * the standard forbids.
 */
export const calendarFile = ({
  name,
  zone,
  host,
  events,
  refresh = null,
}: {
  name: string;
  zone: string;
  host: string;
  events: readonly CalendarEvent[];
  /** After so many seconds an app that subscribes may look again; null for a file that is taken once. */
  refresh?: number | null;
}): string => {
  const calendar = new ICalCalendar({
    name: plain(name),
    prodId: { company: 'Pendopo', product: 'Pelatihan', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refresh,
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  });
  for (const { id, title, from, until, about, place, stamp, alarm } of events)
    calendar.createEvent({
      id: `${plain(id)}@${host}`,
      summary: plain(title),
      start: midnight(from),
      end: midnight(addCalendarDays(until, 1)),
      allDay: true,
      stamp: midnight(stamp),
      sequence: 0,
      transparency: ICalEventTransparency.TRANSPARENT,
      description: about.map(plain).join('\n'),
      ...(place !== null && { location: plain(place) }),
      ...(alarm && { alarms: [{ trigger: dayBefore, description: plain(title) }] }),
    });
  return calendar.toString();
};

/** What is in no catalogue of types but needed by every app that opens it. */
export const calendarType = 'text/calendar; charset=utf-8';
