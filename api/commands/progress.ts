import { spinner } from '@clack/prompts';

/** Tells a person that it goes on, and how far. */
export type Progress = { tell: (words: string) => void };

/** A person is told after this long (milliseconds). */
const patience = 2_000;

/**
 * Does the work and, where standard error is a screen and the work takes longer than two seconds, says so there. The
 * spinner's plain form: its animated one takes the keyboard, and Ctrl-C would then leave an embedded server running.
 */
export const withProgress = async <T>(
  label: string,
  { quiet }: { quiet: boolean },
  work: (progress: Progress) => Promise<T>,
): Promise<T> => {
  if (quiet || !process.stderr.isTTY) return work({ tell: () => {} });
  let words = label;
  const spin = spinner({ output: process.stderr, accessible: true });
  let turning = false;
  const timer = setTimeout(() => {
    turning = true;
    spin.start(words);
  }, patience);
  try {
    return await work({
      tell: (now) => {
        words = `${label}: ${now}`;
        spin.message(words);
      },
    });
  } finally {
    clearTimeout(timer);
    if (turning) spin.clear();
  }
};
