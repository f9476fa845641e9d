import type { Writable } from 'node:stream';
import type { Channel } from '../channel.ts';
import { can } from './can.ts';
import { encode, type Wire } from './encode.ts';
import { fetchFile } from './fetch-file.ts';
import { parse } from './parse.ts';
import { createSend } from './send.ts';

export type { TypedLine } from './parse.ts';

/** Every terminal on this database is one account: the person's name tells them apart. */
export const account = 'local';

/** The terminal: lines in, lines out. `screen`: a person looks at `out`, so marks may be shown. */
export const createTerminal = (out: Writable, { screen }: { screen: boolean }): Channel<Wire> => ({
  name: 'terminal',
  account,
  can,
  parse: parse(account),
  encode: encode(screen),
  send: createSend(out),
  fetch: fetchFile,
});
