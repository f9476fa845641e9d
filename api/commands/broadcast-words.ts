import type { Broadcast } from '../../db/reads/broadcast.ts';

/** An hour of the clock in the agency's zone, with the day where it is another one. */
export const hourIn = (instant: Date, now: Date, zone: string): string => {
  const shown = (options: Intl.DateTimeFormatOptions) => (one: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(one);
  const day = shown({ day: 'numeric', month: 'short' });
  const hour = shown({ hour: '2-digit', minute: '2-digit' })(instant);
  return day(instant) === day(now) ? hour : `${hour} on ${day(instant)}`;
};

const rate = (perSecond: number): string =>
  perSecond >= 1 ? `${perSecond.toFixed(1)} a second` : `${(perSecond * 60).toFixed(1)} a minute`;

/** When it ends, or why it does not. */
const ending = ({ endsAt, pausedSince, silentUntil }: Broadcast, now: Date, zone: string): string[] => [
  ...(pausedSince ? [`paused since ${hourIn(pausedSince, now, zone)}`] : []),
  ...(silentUntil ? [`the platform asked for silence until ${hourIn(silentUntil, now, zone)}`] : []),
  ...(endsAt ? [`done at about ${hourIn(endsAt, now, zone)} (${zone})`] : []),
];

/** How letters that nobody waits for go out, in one line. */
export const broadcastLine = (view: Broadcast, now: Date, zone: string): string => {
  const { waiting, later, sentInHour, perSecond } = view;
  const parts = [
    `${waiting} waiting${later > 0 ? ` and ${later} for later` : ''}`,
    `${sentInHour} sent in the last hour`,
    ...(perSecond > 0 ? [rate(perSecond)] : []),
    ...ending(view, now, zone),
  ];
  return `In bulk: ${parts.join(', ')}.`;
};

const width = 30;

/** The same as a bar: `sent` since somebody began to look. */
export const broadcastBar = (view: Broadcast, sent: number, now: Date, zone: string): string => {
  const all = sent + view.waiting;
  const full = all === 0 ? width : Math.floor((width * sent) / all);
  const parts = [
    `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${sent} of ${all}`,
    ...(view.perSecond > 0 ? [rate(view.perSecond)] : []),
    ...ending(view, now, zone),
  ];
  return parts.join(', ');
};
