import { createHash } from 'node:crypto';
import { newCode, readCode } from '../activation-code.ts';
import type { HashHex } from './bulletin.ts';
import type { Random } from './group.ts';

/** A voter's receipt, such as `7K4P-Q2ZX-M09AB`: 65 random bits. It tells that a ballot was taken, not which nor for whom. */
export const newReceipt = (random: Random): string => newCode(random);

/** A receipt as printed from what people type, or none. */
export const readReceipt = (typed: string): string | undefined => readCode(typed);

/**
 * What is kept and published of a receipt: SHA-256 of the text `pendopo/award/v1/receipt:` and the code as printed, with
 * its dashes. Keep it in a table of its own; beside the ballot it would be a link.
 */
export const receiptHash = (code: string): HashHex =>
  createHash('sha256').update(`pendopo/award/v1/receipt:${code}`, 'utf8').digest('hex');
