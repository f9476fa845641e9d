/** The hall's time as people here write it, in the agency's zone. */
export const localTime = (zone: string) => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...options });
    return (at: Date) => made.format(at);
  };
  return {
    clock: format({ hour: '2-digit', minute: '2-digit' }),
    seconds: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    date: format({ weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' }),
  };
};

/** Whether somebody has moved the hall's clock. */
export const isAhead = (now: Date): boolean => Math.abs(now.getTime() - Date.now()) > 60_000;

export type LocalTime = ReturnType<typeof localTime>;
