import type { Line, Log } from '../log.ts';

const levels = { debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: Number.POSITIVE_INFINITY };

const fields = [
  'event',
  'channel',
  'code',
  'count',
  'id',
  'milliseconds',
] as const satisfies readonly (keyof Line)[];

/** A Worker's log: the same JSON lines as on Node, by the same allow-list, through the console that Cloudflare keeps. */
export const createConsoleLog = (level: keyof typeof levels): Log => {
  const write = (name: 'info' | 'warn' | 'error') => (line: Line) => {
    if (levels[name] < levels[level]) return;
    const told = Object.fromEntries(fields.map((field) => [field, line[field]]));
    console[name](JSON.stringify({ level: levels[name], time: new Date().toISOString(), ...told }));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
};
