/** What is on its way, by name: from when it set out until it is there, whichever of the two is heard of first. */
export const createTraffic = () => {
  const under = new Set<string>();
  const early = new Set<string>();
  let waiting: (() => void)[] = [];
  return {
    setOut: (name: string): void => {
      if (!early.delete(name)) under.add(name);
    },
    arrived: (name: string): void => {
      if (!under.delete(name)) early.add(name);
      if (under.size > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    isCalm: (): boolean => under.size === 0,
    /** Until nothing is on its way. */
    calm: async (): Promise<void> => {
      if (under.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
};
