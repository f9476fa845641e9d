import type { ReportAction } from '../../../bot/domain/report-state.ts';

/** What is done next, and after how many days: working days for the office, any days for a citizen. */
type Turn = readonly [action: ReportAction, least: number, most: number];

/** How a report fares, from the day it came; what lies after the demo's last day has not happened yet. */
export type Plot = { share: number; turns: readonly Turn[] };

const swift: readonly Turn[] = [
  ['accept', 1, 4],
  ['answer', 0, 1],
  ['finish', 1, 7],
  ['confirm', 0, 5],
];

export const plots: readonly Plot[] = [
  { share: 46, turns: swift },
  {
    share: 16,
    turns: [
      ['accept', 0, 3],
      ['finish', 0, 4],
      ['confirm', 0, 8],
    ],
  },
  {
    share: 8,
    turns: [
      ['accept', 0, 2],
      ['answer', 1, 2],
      ['finish', 2, 6],
      ['citizen_replies', 0, 3],
      ['finish', 2, 5],
      ['confirm', 0, 4],
    ],
  },
  {
    share: 9,
    turns: [
      ['accept', 0, 2],
      ['ask_citizen', 0, 2],
      ['citizen_answers', 0, 6],
      ['answer', 0, 2],
      ['finish', 1, 6],
      ['confirm', 0, 5],
    ],
  },
  {
    share: 6,
    turns: [
      ['accept', 0, 2],
      ['ask_citizen', 0, 2],
      ['citizen_silent', 11, 12],
    ],
  },
  {
    share: 10,
    turns: [
      ['accept', 3, 7],
      ['answer', 1, 4],
      ['finish', 6, 14],
      ['confirm', 0, 6],
    ],
  },
  {
    share: 5,
    turns: [
      ['accept', 9, 16],
      ['answer', 2, 6],
      ['finish', 5, 15],
      ['confirm', 1, 6],
    ],
  },
];

/** A matter of PLN, the province, BPJS …: the coordinator looks first and says whose it is. */
export const notOursPlot: Plot = { share: 0, turns: [['not_ours', 0, 2]] };
