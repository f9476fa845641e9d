import type { Sensitivity } from '../bot/domain/category.ts';
import type { Seal } from './sealed.ts';

/** What somebody handed in with one step. Photos stand here only in sensitive reports; in all others each photo knows its event. */
export type EventWords = { words: string | null; photos: readonly string[] };

type Where = { ticket: string; sensitive: Sensitivity };

const place = (ticket: string): string => `event|${ticket}`;

/** Seals the words of a step; for a sensitive report under its own purpose, with the photos that came along. */
export const sealEvent = (
  seal: Seal,
  { ticket, sensitive }: Where,
  { words, photos }: EventWords,
): Buffer | null => {
  if (sensitive === 'none') return words ? seal.seal('report', place(ticket), words) : null;
  if (!words && photos.length === 0) return null;
  return seal.seal('sensitive', place(ticket), JSON.stringify({ words, photos }));
};

/** Opens them again. */
export const openEvent = (
  seal: Seal,
  { ticket, sensitive }: Where,
  sealed: Uint8Array | null,
): EventWords => {
  if (!sealed) return { words: null, photos: [] };
  if (sensitive === 'none') return { words: seal.open('report', place(ticket), sealed), photos: [] };
  return JSON.parse(seal.open('sensitive', place(ticket), sealed));
};
