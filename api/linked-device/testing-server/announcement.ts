import { randomUUID } from 'node:crypto';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { node, server } from './nodes.ts';

/** What WhatsApp tells an account about itself, such as that it may not write to people for a while. */
export const announcement = (operation: string, data: object, now: Date): BinaryNode =>
  node(
    'notification',
    { type: 'mex', from: server, id: randomUUID(), t: `${Math.floor(now.getTime() / 1000)}` },
    [node('update', { op_name: operation }, Buffer.from(JSON.stringify({ data })))],
  );
