import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Status } from '../../../bot/channels/channel.ts';
import { statusesIn } from '../../../bot/channels/whatsapp-linked/statuses-in.ts';
import type { Clock } from '../../../bot/ports.ts';
import { faultOf, type Log } from '../../log.ts';
import type { Socket } from '../library.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Allowance } from './allowance.ts';
import type { Marks } from './marks.ts';
import { restrictionOfCap, restrictionOfLock } from './restriction.ts';

/** What is told of what a socket hears. */
export type OutcomesParts = {
  acks: Pick<Acknowledgements, 'heard' | 'lost'>;
  allowance: Pick<Allowance, 'refused' | 'restrict' | 'forget'>;
  marks: Pick<Marks, 'of'>;
  settle: (statuses: readonly Status[]) => Promise<void>;
  clock: Clock;
  log: Log;
};

const channel = 'whatsapp-linked';

/**
 * Hears what becomes of our messages on a connection: the server's word on each, what phones say later, and what WhatsApp
 * forbids the account. The client itself tells of a refusal only, and nothing of what was taken.
 */
export const hearOutcomes =
  ({ acks, allowance, marks, settle, clock, log }: OutcomesParts) =>
  (socket: Pick<Socket, 'ev' | 'ws'>): void => {
    const { ev, ws } = socket;
    const written = (task: Promise<unknown>): void => {
      task.catch((error) =>
        log.error({ event: 'linked-outcome-unwritten', channel, code: faultOf(error).code }),
      );
    };
    const told = (statuses: readonly Status[]): void => {
      if (statuses.length === 0) return;
      const named = statuses.map((status) => {
        const letter = marks.of(status.message);
        return letter === undefined ? status : { ...status, letter };
      });
      written(settle(named));
    };

    allowance.forget();
    ws.on('CB:ack,class:message', ({ attrs: { id, error } }: BinaryNode) => {
      if (!id) return;
      const code = error === undefined ? undefined : Number(error) || 0;
      if (code !== undefined) written(allowance.refused(code));
      if (acks.heard(id, code === undefined ? {} : { code })) return;
      const at = clock.now();
      told([
        code === undefined ? { message: id, state: 'sent', at } : { message: id, state: 'failed', code, at },
      ]);
    });
    ev.on('messages.update', (updates) => told(statusesIn({ updates })));
    ev.on('connection.update', ({ connection, reachoutTimeLock }) => {
      if (connection === 'close') acks.lost(socket);
      if (reachoutTimeLock) written(allowance.restrict(restrictionOfLock(reachoutTimeLock, clock.now())));
    });
    ev.on('message-capping.update', (cap) => {
      const restriction = restrictionOfCap(cap, clock.now());
      if (restriction) written(allowance.restrict(restriction));
      else if (cap.capping_status?.endsWith('WARNING'))
        log.warn({ event: 'linked-device-chats-nearly-capped', channel });
    });
  };
