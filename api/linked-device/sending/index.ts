import type { Channel } from '../../../bot/channels/channel.ts';
import type { LinkedSocket } from '../../../bot/channels/whatsapp-linked/send.ts';
import { linkedDeviceOf } from '../../../bot/domain/linked-device-settings.ts';
import { endOfLocalDay, localDate } from '../../../bot/domain/local-date.ts';
import { createHealthBook } from '../../../db/linked-device-health.ts';
import type { OpenHall } from '../../hall.ts';
import type { Socket } from '../library.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { createAllowance } from './allowance.ts';
import { createHand } from './hand.ts';
import { createMarks } from './marks.ts';
import { messageIdOf } from './message-id.ts';
import { hearOutcomes } from './outcomes.ts';

/** How a hand behaves: `dice` (0 to 1) and `wait` (milliseconds) make its pauses between messages, `lookAgain` seconds the time until an operator's word is noticed. */
export type Manners = {
  dice: () => number;
  wait: (milliseconds: number) => Promise<void>;
  lookAgain: number;
};

/** As the service behaves. */
export const manners: Manners = {
  dice: Math.random,
  wait: (milliseconds) =>
    milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds)),
  lookAgain: 30,
};

/** Sending on the linked device: `socket` is what writes while the device is connected, `watch` hears on each new connection what becomes of it. */
export type Sending = { socket: () => LinkedSocket | undefined; watch: (socket: Socket) => void };

/** Puts a careful hand between the letters of the house and the device: its pauses, its limit of a day, and WhatsApp's word on each message. */
export const createSending = (
  {
    database,
    seal,
    city,
    clock,
    log,
    settle,
  }: Pick<OpenHall, 'database' | 'seal' | 'city' | 'clock' | 'log' | 'settle'>,
  { name, account }: Pick<Channel<unknown>, 'name' | 'account'>,
  socketOf: () => Socket | undefined,
  { dice, wait, lookAgain }: Manners = manners,
): Sending => {
  const { zone } = city().agency;
  const acks = createAcknowledgements();
  const marks = createMarks();
  const allowance = createAllowance({
    book: createHealthBook(database, account, zone),
    dailyMost: () => linkedDeviceOf(city().agency.settings).dailyMost,
    untilMidnight: () => {
      const now = clock.now();
      return Math.ceil((endOfLocalDay(localDate(now, zone), zone).getTime() - now.getTime()) / 1000) + 1;
    },
    lookAgain,
    log,
  });
  const hand = createHand({
    socketOf,
    allowance,
    acks,
    marks,
    idOf: messageIdOf(seal),
    dice,
    wait,
    clock: { now: () => new Date() },
  });
  return {
    socket: () => socketOf() && hand,
    watch: hearOutcomes({
      acks,
      allowance,
      marks,
      settle: (statuses) => settle(name, statuses),
      clock,
      log,
    }),
  };
};
