/** Wrong numbers from one address within a minute; after that it is asked to wait, whatever it asks for. */
const most = 20;
const windowMs = 60_000;

/** Addresses remembered at once; the oldest are let go. */
const remembered = 10_000;

/** Slows down who guesses ticket numbers: counts wrong ones by address, in this process, for a minute each. */
export const createGuessLimit = (now: () => number = Date.now) => {
  const missed = new Map<string, number[]>();
  const lately = (address: string): number[] =>
    (missed.get(address) ?? []).filter((at) => at > now() - windowMs);
  return {
    mustWait: (address: string): boolean => lately(address).length >= most,
    miss: (address: string): void => {
      const times = [...lately(address), now()].slice(-most);
      missed.delete(address);
      missed.set(address, times);
      const [oldest] = missed.keys();
      if (missed.size > remembered && oldest !== undefined) missed.delete(oldest);
    },
  };
};
