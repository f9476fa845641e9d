/** Time as the emulator sees it; `after` runs a task once, later, and gives back how to call it off. */
export type Clock = { now(): number; after(ms: number, task: () => void): () => void };

/** The clock of the machine; waiting tasks do not keep the process alive. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref?.();
    return () => clearTimeout(timer);
  },
};

/** A clock that moves only when told: for simulations and for tests about hours and days. */
export function manualClock(start = 1_780_000_000_000): Clock & { advance(ms: number): void } {
  let now = start;
  let waiting: { at: number; task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const entry = { at: now + ms, task };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting[0];
        if (!next || next.at > end) break;
        waiting.shift();
        now = Math.max(now, next.at);
        next.task();
      }
      now = end;
    },
  };
}
