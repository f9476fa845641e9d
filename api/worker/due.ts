const names = ['minute', 'hour', 'day', 'month', 'weekday'] as const;
const firsts = [0, 0, 1, 1, 0];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Minute, hour, day, month and weekday (Sunday is 0) of an instant, as the wall clocks of a zone show them. */
const wallClock = (at: Date, zone: string): number[] => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    minute: 'numeric',
    hour: 'numeric',
    day: 'numeric',
    month: 'numeric',
    weekday: 'short',
  }).formatToParts(at);
  return names.map((name) => {
    const value = parts.find(({ type }) => type === name)?.value ?? '';
    return name === 'weekday' ? weekdays.indexOf(value) : Number(value);
  });
};

const allows = (field: string, value: number, first: number): boolean =>
  field.split(',').some((part) => {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!found) throw new Error(`not a time of a job: ${field}`);
    const from = Number(found[1] ?? first);
    const to = Number(found[2] ?? (found[1] === undefined ? 59 : found[1]));
    return value >= from && value <= to && (value - from) % Number(found[3] ?? 1) === 0;
  });

/**
 * Whether a job is due in the minute of an instant, in the agency's zone; Cron Triggers themselves know only UTC. Reads
 * the numbers, ranges, lists and steps that the table of jobs uses; seconds, where they are given, count as their minute.
 */
export const isDue = (cron: string, at: Date, zone: string): boolean => {
  const fields = cron.trim().split(/\s+/).slice(-names.length);
  if (fields.length !== names.length) throw new Error(`not a time of a job: ${cron}`);
  const clock = wallClock(at, zone);
  return fields.map((field, i) => allows(field, clock[i] ?? -1, firsts[i] ?? 0)).every((here) => here);
};
