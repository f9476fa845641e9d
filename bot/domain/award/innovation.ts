import { type Fraction, fraction } from '../skm/fraction.ts';

/** The four published lines on which a committee scores an innovation: problem, novelty, measured result, continuity. */
export const innovationLines = ['masalah', 'kebaruan', 'hasil', 'keberlanjutan'] as const;
export type InnovationLine = (typeof innovationLines)[number];

/** Points of one member, each line from 0 to `lineMost` in whole points. */
export type InnovationMarks = { readonly [line in InnovationLine]: number };

export const lineMost = 25;

/** Whether points typed for a line can be taken. */
export const isMark = (points: number): boolean =>
  Number.isSafeInteger(points) && points >= 0 && points <= lineMost;

/** The exact mean of what the members gave, 0 to 100; without any member, or with points that no line has, it throws. */
export const innovationScore = (members: readonly InnovationMarks[]): Fraction => {
  const points = members.flatMap((marks) => innovationLines.map((line) => marks[line]));
  const wrong = points.find((mark) => !isMark(mark));
  if (wrong !== undefined) throw new RangeError(`a line has 0 to ${lineMost} points, not ${wrong}`);
  return fraction(
    points.reduce((all, mark) => all + mark, 0),
    members.length,
  );
};
