import { TZDate } from '@date-fns/tz';
import { isLocalDate } from '../../bot/domain/local-date.ts';

const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads `2026-12-01T09:00+07:00`; without an offset it is the wall clock of the agency's zone, without an hour its
 * midnight. Nothing when it is no instant.
 */
export const readInstant = (typed: string, zone: string): Date | undefined => {
  const found = shape.exec(typed.trim());
  if (!found) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset] = found;
  if (!isLocalDate(`${year}-${month}-${day}`)) return undefined;
  const at = offset
    ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset.toUpperCase()}`)
    : new TZDate(
        ...([year, Number(month) - 1, day, hour, minute, second].map(Number) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ]),
        zone,
      ).getTime();
  return Number.isNaN(at) ? undefined : new Date(at);
};
