import type { Fate } from '../phone/handset.ts';
import type { Line, LineBody } from './line.ts';

const linesMost = 120;

/** The lines behind the scenes of one chat, the newest ones; `told` hears of each that comes or changes. */
export const createLines = (now: () => Date, told: (line: Line) => void) => {
  let lines: Line[] = [];
  let count = 0;
  const add = (body: LineBody): void => {
    count += 1;
    const line = { id: count, at: now(), ...body };
    lines = [...lines, line].slice(-linesMost);
    told(line);
  };
  const change = (line: Line): void => {
    lines = lines.map((one) => (one.id === line.id ? line : one));
    told(line);
  };
  return {
    all: (): readonly Line[] => lines,
    add,
    /** News of one message follow each other on one line. */
    fate: (message: string, fate: Fate): void => {
      const known = lines.findLast((line) => line.kind === 'fate' && line.message === message);
      if (known) change({ id: known.id, at: known.at, kind: 'fate', message, fate });
      else add({ kind: 'fate', message, fate });
    },
    clear: (): void => {
      lines = [];
    },
  };
};
