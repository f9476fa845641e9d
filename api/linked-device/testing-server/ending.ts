import type { BinaryNode } from '@whiskeysockets/baileys';
import { node, server } from './nodes.ts';

/** How a connection is ended: as a failure with its reason, as an error of the stream, because another client took the device, by something unknown, or as a number without linked devices. */
export type Ending = { failure: number } | { streamError: number } | 'replaced' | 'unknown' | 'downgraded';

/** An ending as the client is told. */
export const endingNode = (ending: Ending): BinaryNode => {
  if (ending === 'replaced') return node('stream:error', {}, [node('conflict', { type: 'replaced' })]);
  if (ending === 'unknown') return node('stream:error', {}, [node('xml-not-well-formed')]);
  if (ending === 'downgraded') return node('ib', { from: server }, [node('downgrade_webclient')]);
  if ('failure' in ending) return node('failure', { reason: `${ending.failure}`, location: 'test' });
  return node('stream:error', { code: `${ending.streamError}` });
};
