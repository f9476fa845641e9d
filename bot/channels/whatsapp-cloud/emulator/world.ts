import type { Clock } from '../../emulator/clock.ts';
import type { Ring } from '../../emulator/ring.ts';
import type { Chat } from './chat.ts';
import type { Delivery } from './delivery.ts';
import type { NumberNames } from './envelope.ts';
import type { Faults } from './faults.ts';
import type { Media } from './media.ts';
import type { createPace } from './pace.ts';
import type { StatusHabit } from './statuses.ts';
import type { Templates } from './templates.ts';

/** Figures since the start: what was asked, refused, delivered, repeated and dropped. */
export type Stats = {
  calls: number;
  refused: number;
  /** Accepted messages that were then reported as failed. */
  failed: number;
  events: number;
  delivered: number;
  failedDeliveries: number;
  repeated: number;
  dropped: number;
};

export type CallName = 'messages' | 'read-mark' | 'upload' | 'media' | 'file' | 'health' | 'templates';

export type CallRecord = {
  call: CallName;
  to: string | undefined;
  /** The body of a JSON call; of an upload its name, type and size. */
  params: Record<string, unknown>;
  at: number;
  ok: boolean;
  status: number;
  result: unknown;
};

/** All that the parts of the emulator share; nothing here is known outside it. */
export type World = {
  clock: Clock;
  dice: () => number;
  /** Length of a WhatsApp second in real seconds: 0.001 makes the 24-hour window last 86.4 s. */
  timeScale: number;
  messagesMax: number;
  windowAt: 'status' | 'call';
  userIdIn: 'recipient' | 'both';
  habit: StatusHabit | undefined;
  media: Media;
  templates: Templates;
  faults: Faults;
  stats: Stats;
  onCall: ((call: CallRecord) => void) | undefined;
};

/** One number of the business, with its chats and what carries its webhooks away. */
export type Desk = {
  world: World;
  number: NumberNames & { token: string; appSecret: string; verifyToken: string };
  byNumber: Map<string, Chat>;
  byUser: Map<string, Chat>;
  /** Whose a message id is; forgets the oldest. */
  chatOf: Map<string, Chat>;
  delivery: Delivery;
  pace: ReturnType<typeof createPace>;
  calls: Ring<CallRecord>;
};

export const unixNow = ({ clock }: World): number => Math.floor(clock.now() / 1000);
export const scaledMs = ({ timeScale }: World, seconds: number): number => seconds * 1000 * timeScale;
