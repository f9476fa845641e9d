import { setImmediate as soon } from 'node:timers/promises';
import { type BinaryNode, decodeBinaryNode, encodeBinaryNode, type proto } from '@whiskeysockets/baileys';
import { framed, frameReader } from './frames.ts';
import { answerHandshake, type Transport } from './noise.ts';
import type { Wire } from './web-socket.ts';

/** One client's stream of nodes, sealed both ways, after the handshake. */
export type Stream = {
  send: (...nodes: BinaryNode[]) => void;
  close: () => void;
  cut: () => void;
  ended: (listener: () => void) => void;
};

/**
 * Shakes hands with a client, then hands on what it says, one node after another. `begun` is told who it says it is; what
 * goes wrong in an answer ends the connection and comes back from `fault`.
 */
export const openStream = (
  wire: Wire,
  begun: (payload: proto.ClientPayload, stream: Stream) => void | Promise<void>,
  heard: (said: BinaryNode) => void | Promise<void>,
  fault: (error: unknown) => void,
): void => {
  const handshake = answerHandshake();
  let transport: Transport | undefined;
  let greeted = false;
  let turn: Promise<unknown> = Promise.resolve();
  const stream: Stream = {
    send: (...nodes) => {
      for (const one of nodes) if (transport) wire.send(framed(transport.seal(encodeBinaryNode(one))));
    },
    close: wire.close,
    cut: wire.cut,
    ended: wire.ended,
  };
  const take = async (frame: Buffer): Promise<void> => {
    if (transport) return heard(await decodeBinaryNode(Buffer.from(transport.open(frame))));
    if (!greeted) {
      greeted = true;
      return wire.send(framed(handshake.hello(frame)));
    }
    const finished = handshake.finish(frame);
    transport = finished.transport;
    await soon();
    await begun(finished.payload, stream);
  };
  const reader = frameReader((frame) => {
    turn = turn
      .then(() => take(frame))
      .catch((error) => {
        fault(error);
        wire.cut();
      });
  });
  wire.heard(reader);
};
