import { type Answers, elements } from './elements.ts';
import { compare, readDecimal } from './fraction.ts';
import { averagesOf, exactIkm } from './ikm.ts';
import { tally } from './tally.ts';

/** Below this a single form is *Tidak Baik* (grade D). */
const poor = readDecimal('65.00');

/** Whether a form asks for somebody to listen: its own index is a D, or one answer is the worst there is (own rule). */
export const isLowScore = (answers: Answers): boolean => {
  const own = exactIkm(averagesOf(tally([answers])));
  return (own !== undefined && compare(own, poor) < 0) || elements.some((element) => answers[element] === 1);
};
