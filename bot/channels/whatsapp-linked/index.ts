import type { Channel } from '../channel.ts';
import { can } from './can.ts';
import { encode, type Wire } from './encode.ts';
import { fetchFile } from './fetch-file.ts';
import { parse } from './parse.ts';
import { createSend, type LinkedSocket } from './send.ts';
import { statusesIn } from './statuses-in.ts';

/** The one linked device of an installation; a new number takes the old one's place. */
export const account = 'device';

/** WhatsApp by a linked device, off unless switched on. `socketOf` gives the client's socket while it is open; `mediaHost` stands in for WhatsApp's file server in tests. */
export const createWhatsAppLinked = (
  socketOf: () => LinkedSocket | undefined,
  { mediaHost }: { mediaHost?: string } = {},
): Channel<Wire> => ({
  name: 'whatsapp-linked',
  account,
  can,
  parse: parse(account),
  encode,
  send: createSend(socketOf),
  fetch: fetchFile(mediaHost),
  statuses: statusesIn,
});
