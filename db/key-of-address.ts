import type { Address } from '../bot/conversation/inbound.ts';
import type { Seal } from './sealed.ts';

/** The keyed hash by which a contact, or one of its ids, is found. */
export const keyOfAddress = (seal: Seal, { channel, account, id }: Address): Buffer =>
  seal.hash('contact', channel, account, id);
