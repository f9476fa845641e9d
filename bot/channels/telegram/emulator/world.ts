import type { Clock } from '../../emulator/clock.ts';
import type { Account, CallRecord } from './account.ts';
import type { Delivery } from './delivery.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import type { createPace } from './limits.ts';
import type { Polling } from './polling.ts';

/** Figures since the start: what was asked, refused, delivered, repeated and dropped. */
export type Stats = {
  calls: number;
  refused: number;
  updates: number;
  delivered: number;
  failedDeliveries: number;
  repeated: number;
  dropped: number;
};

/** All that the parts of the emulator share; nothing here is known outside it. */
export type World = {
  clock: Clock;
  dice: () => number;
  /** Length of a Telegram second in real seconds: 0.01 makes a 150 s press live 1.5 s. */
  timeScale: number;
  messagesMax: number;
  requireHttps: boolean;
  localLinks: boolean;
  files: Files;
  faults: Faults;
  pace: ReturnType<typeof createPace>;
  stats: Stats;
  onCall: ((call: CallRecord) => void) | undefined;
};

/** One bot with what carries its updates away. */
export type Desk = { world: World; account: Account; delivery: Delivery; polling: Polling };

export const unixNow = (world: World): number => Math.floor(world.clock.now() / 1000);
export const scaledMs = (world: World, seconds: number): number => seconds * 1000 * world.timeScale;
