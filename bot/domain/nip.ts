import { isLocalDate } from './local-date.ts';

/** How somebody serves: as a civil servant (PNS), by contract (PPPK), or by contract part of the day (*paruh waktu*). */
export type AsnKind = 'pns' | 'pppk' | 'pppk_paruh_waktu';

/** Why a number is none; `rounded` is what a spreadsheet leaves of 18 digits that it took for a quantity. */
export type NipFault =
  | 'rounded'
  | 'digits'
  | 'length'
  | 'birth'
  | 'month'
  | 'sex'
  | 'sequence'
  | 'before-birth'
  | 'other-kind';

export type Nip = { nip: string; kind: AsnKind; warning?: 'age' };

/** Digits 13 and 14 of a NI PPPK, where a NIP has the month: no month, so they tell the two apart (from numbers seen, not from a rule of BKN). */
const pppkMark = 21;

/** Ages at which service begins; outside of them a number is odd, not wrong. */
const youngest = 17;
const oldest = 58;

/** A number without what people put between its digits, also the apostrophe by which spreadsheets keep it a text. */
export const plainNip = (typed: string): string => typed.replace(/^'/, '').replace(/[\s.-]/g, '');

/** An employee's number as the personnel file keys it: a NIP without its blanks, else the office's own id for people without one. */
export const plainId = (typed: string): string => {
  const plain = plainNip(typed);
  return /^\d{18}$/.test(plain) ? plain : typed.trim();
};

/**
 * Reads a NIP (PNS: birth, start year and month, sex, sequence) or NI PPPK (start year, 21, sex, sequence); 18 digits,
 * no check digit, PP 11/2017 and BKN's rules. Of part-time numbers only the birth date is known, so `expected` must
 * say that it is one. It proves nothing about who typed it: everybody's number can be found or guessed.
 */
export const readNip = (typed: string, expected?: AsnKind): Nip | { fault: NipFault } => {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(typed.trim())) return { fault: 'rounded' };
  const nip = plainNip(typed);
  if (!/^\d+$/.test(nip)) return { fault: 'digits' };
  if (nip.length !== 18) return { fault: 'length' };
  const part = (from: number, to: number) => Number(nip.slice(from, to));
  if (!isLocalDate(`${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`)) return { fault: 'birth' };
  if (expected === 'pppk_paruh_waktu') return { nip, kind: expected };

  const month = part(12, 14);
  const kind = month === pppkMark ? 'pppk' : 'pns';
  if (kind === 'pns' && (month < 1 || month > 12)) return { fault: 'month' };
  if (nip[14] !== '1' && nip[14] !== '2') return { fault: 'sex' };
  if (part(15, 18) === 0) return { fault: 'sequence' };

  const startMonth = kind === 'pns' ? month : 12;
  const months = (part(8, 12) - part(0, 4)) * 12 + startMonth - part(4, 6);
  if (months <= 0) return { fault: 'before-birth' };
  if (expected && expected !== kind) return { fault: 'other-kind' };
  const age = Math.floor(months / 12);
  return { nip, kind, ...((age < youngest || age > oldest) && { warning: 'age' as const }) };
};

/** As it is printed: `19850717 201003 1 997`. */
export const formatNip = (nip: string): string =>
  [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].filter(Boolean).join(' ');

/** For people who may know that there is a number, but not which; it holds a birth date: `1985************97`. */
export const maskNip = (nip: string): string =>
  nip.length < 8 ? '*'.repeat(nip.length) : `${nip.slice(0, 4)}${'*'.repeat(nip.length - 6)}${nip.slice(-2)}`;
