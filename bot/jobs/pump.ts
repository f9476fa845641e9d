/** What a pump carries: `take` gives at most so many that are due, `work` ends each of them. */
type Load<T> = { take: (most: number) => Promise<readonly T[]>; work: (one: T) => Promise<unknown> };

/**
 * Works at up to `most` at a time until nothing more is to be taken, and takes the next while half are still under way, so
 * that whoever works never waits for the taking. Gives how many were taken. What goes wrong with one is thrown when those
 * under way have ended.
 */
export const pump = async <T>({ take, work }: Load<T>, most: number): Promise<number> => {
  let count = 0;
  let inHand = 0;
  let wake = () => {};
  const faults: unknown[] = [];
  const begin = (one: T) => {
    inHand += 1;
    work(one)
      .catch((fault) => void faults.push(fault))
      .finally(() => {
        inHand -= 1;
        wake();
      });
  };
  const downTo = async (few: number) => {
    while (inHand > few)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  while (faults.length === 0) {
    const asked = most - inHand;
    const taken = await take(asked);
    for (const one of taken) begin(one);
    count += taken.length;
    if (inHand === 0) break;
    await downTo(taken.length < asked ? Math.max(0, inHand - most / 4) : most / 2);
  }
  await downTo(0);
  if (faults.length > 0) throw faults[0];
  return count;
};
