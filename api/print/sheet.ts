import type { Weight } from './font-file.ts';
import type { Paper } from './paper.ts';

/** One thing on a sheet, in points from its upper left corner; `y` of a text is the line it stands on. */
export type Mark =
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      weight: Weight;
      align: Align;
      colour: string;
    }
  | {
      kind: 'box';
      x: number;
      y: number;
      width: number;
      height: number;
      fill?: string;
      line?: string;
      lineWidth?: number;
      dashed?: true;
      round?: number;
    }
  | { kind: 'path'; d: string; fill: string };

export type Align = 'start' | 'middle' | 'end';

/** A sheet of paper with everything on it. `title` is read out by screen readers and named by viewers. */
export type Sheet = { paper: Paper; title: string; language: string; marks: readonly Mark[] };

/** Marks and the height they take, so that the next block can be laid under them. */
export type Laid = { marks: Mark[]; height: number };
