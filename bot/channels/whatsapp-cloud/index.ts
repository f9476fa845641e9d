import type { Channel } from '../channel.ts';
import { can } from './can.ts';
import { encode } from './encode.ts';
import { fetchFile } from './fetch-file.ts';
import type { Wire } from './message.ts';
import { parse } from './parse.ts';
import { createSend, type Post } from './send.ts';
import { statusesIn } from './statuses-in.ts';

/** A number of ours on the Cloud API. `phoneNumberId` is Meta's id for it, not the number itself. */
export type WhatsAppNumber = { token: string; phoneNumberId: string; apiRoot: string };

/** WhatsApp by the official API, for one number. */
export const createWhatsAppCloud = (number: WhatsAppNumber, by?: Post): Channel<Wire> => ({
  name: 'whatsapp-cloud',
  account: number.phoneNumberId,
  can,
  parse: parse(number.phoneNumberId),
  encode,
  send: createSend(number.apiRoot, number.token, number.phoneNumberId, by),
  fetch: fetchFile(number),
  statuses: statusesIn(number.phoneNumberId),
});
