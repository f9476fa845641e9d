import type { Capabilities } from '../conversation/capabilities.ts';

const hourMs = 3_600_000;

/** Free words are not begun in the last minute: the platform's clock decides, and a call takes its time. */
const marginMs = 60_000;

/** Whether free words may be sent to somebody who wrote last at this time (`channels.md` 3.2). */
export const isOpen = ({ window }: Capabilities, spokeAt: Date | undefined, now: Date): boolean =>
  window === null ||
  (spokeAt !== undefined && now.getTime() - spokeAt.getTime() < window.hours * hourMs - marginMs);
