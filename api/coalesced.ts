/**
 * Lets one run at a time do the work of many calls: a call during a run is answered by that run, which then goes round
 * once more, so that nothing which was there before the call is missed. Gives the sum of the rounds.
 */
export const coalesced = (work: () => Promise<number>): (() => Promise<number>) => {
  let asked = false;
  let running: Promise<number> | undefined;
  const rounds = async (): Promise<number> => {
    let sum = 0;
    try {
      while (asked) {
        asked = false;
        sum += await work();
      }
      return sum;
    } finally {
      running = undefined;
    }
  };
  return () => {
    asked = true;
    running ??= rounds();
    return running;
  };
};
