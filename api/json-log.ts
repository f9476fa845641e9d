import pino from 'pino';
import type { Log } from './log.ts';

/** The log of a Node process: JSON lines on standard output by the allow-list of fields. */
export const createLog = (level: string): Log => {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (line) => out.info(line),
    warn: (line) => out.warn(line),
    error: (line) => out.error(line),
  };
};
