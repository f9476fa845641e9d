/** How long nothing at all may happen before a wait is given up (milliseconds); a slow machine goes on as long as it moves. */
const stillness = 45_000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits until something is so, for as long as there is progress: `moved` is any figure that grows while work is done.
 * Throws with `what` and how things `stand` when all has stood still.
 */
export const until = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  moved: () => number = () => 0,
  stand: () => Promise<string> | string = () => '',
): Promise<void> => {
  let figure = moved();
  let since = Date.now();
  while (!(await isSo())) {
    const now = moved();
    if (now !== figure) {
      figure = now;
      since = Date.now();
    }
    if (Date.now() - since > stillness)
      throw new Error(`nothing moves any more, still waiting until ${what}\n${await stand()}`);
    await pause(10);
  }
};
