import { faultOf, type Log } from './log.ts';

/**
 * Faults that nobody waited for, as of a library behind our back. Node would print them whole, and their words may hold
 * somebody's number. A promise that failed unheard has hurt nothing that is written, so the service goes on; after an
 * exception nobody knows where it stands, so it ends.
 */
export const hearFaults = (log: Pick<Log, 'error'>): void => {
  process.on('unhandledRejection', (fault) => log.error({ event: 'unheard-fault', ...faultOf(fault) }));
  process.on('uncaughtException', (fault) => {
    log.error({ event: 'uncaught-fault', ...faultOf(fault) });
    process.exit(1);
  });
};
