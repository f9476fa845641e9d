import type { Line, Log } from '../log.ts';

const write = (level: string) => (line: Line) =>
  void process.stderr.write(`${JSON.stringify({ level, ...line })}\n`);

/** The log of a command: only what went wrong, on standard error, for standard output belongs to the answer. */
export const operatorLog: Log = { info: () => {}, warn: write('warn'), error: write('error') };
