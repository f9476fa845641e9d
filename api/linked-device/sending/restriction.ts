import type { BaileysEventMap } from '@whiskeysockets/baileys';

type Lock = NonNullable<BaileysEventMap['connection.update']['reachoutTimeLock']>;
type Cap = BaileysEventMap['message-capping.update'];

/** What WhatsApp lets an account do: nothing for so many seconds and why, or everything again. */
export type Restriction = { kind: 'pause'; why: PauseReason; seconds: number } | { kind: 'lifted' };

/** Why nothing is sent: WhatsApp refused a message (463), said so of the account, or counts no more new chats; or our own limit of a day. */
export type PauseReason = 'refused-463' | 'time-lock' | 'chats-capped' | 'daily-most';

/** Where WhatsApp names no end (seconds): so long the first bans lasted (`channels.md` 4.1 rule 2). */
export const dayLong = 24 * 3600;

/** A clock that runs ahead would end a pause at once, and one of years would end nothing (seconds). */
const shortest = 60;
const longest = 31 * 24 * 3600;

const secondsUntil = (end: number, now: Date): number => {
  const seconds = Math.ceil((end - now.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, shortest), longest) : dayLong;
};

/** What a time lock on reaching people means: WhatsApp takes nothing from the account meanwhile. */
export const restrictionOfLock = ({ isActive, timeEnforcementEnds }: Lock, now: Date): Restriction => {
  if (!isActive) return { kind: 'lifted' };
  const seconds = timeEnforcementEnds ? secondsUntil(timeEnforcementEnds.getTime(), now) : dayLong;
  return { kind: 'pause', why: 'time-lock', seconds };
};

/** What the count of new chats means: at its end nothing goes until the next count begins. Warnings mean nothing yet. */
export const restrictionOfCap = (cap: Cap, now: Date): Restriction | undefined => {
  if (cap.capping_status !== 'CAPPED') return undefined;
  const end = Number(cap.cycle_end_timestamp ?? Number.NaN) * 1000;
  return { kind: 'pause', why: 'chats-capped', seconds: secondsUntil(end, now) };
};
