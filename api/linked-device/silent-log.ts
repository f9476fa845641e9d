const nothing = () => {};

/** The client's own log holds numbers of people at every level, so there is none. */
export const silentLog = {
  level: 'silent',
  child: () => silentLog,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};
