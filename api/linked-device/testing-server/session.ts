import { type BinaryNode, isJidGroup } from '@whiskeysockets/baileys';
import { answered } from './answers.ts';
import { deliver, idsIn } from './delivery.ts';
import type { LinkedCompanion } from './linked-devices.ts';
import { childrenOf, node, server } from './nodes.ts';
import type { Stream } from './stream.ts';
import type { World } from './world.ts';

/** How often a phone sends a message again that a device could not open. */
const resendsMost = 5;

/** A linked device that has logged in: told what waited for it, then everything as it comes. */
export const createSession = (device: LinkedCompanion, stream: Stream, world: World) => {
  let isLive = false;

  /** What came while the device was away, marked as such; it counts as taken only once the device says so. */
  const bringWhatWaited = () => {
    const waiting = device.mailbox.waiting();
    const count = `${waiting.length}`;
    stream.send(
      node('ib', { from: server }, [node('offline_preview', { count, message: count })]),
      ...waiting.map((message) => ({ ...message, attrs: { ...message.attrs, offline: '0' } })),
      node('ib', { from: server }, [node('offline', { count })]),
    );
    isLive = true;
  };

  const heardMessage = async (said: BinaryNode) => {
    if (isJidGroup(said.attrs.to)) return;
    stream.send(...(await deliver(said, world, device)));
  };

  /** A phone that was asked for a message sends it again once the device is done with the first, five times at most. */
  const sayAgain = async (from = '', id = '') => {
    const who = world.whoIs(from);
    const asked = who?.asked.filter((one) => one === id).length ?? 0;
    if (asked > 0 && asked <= resendsMost) await who?.sayAgain(id, device);
  };

  return {
    device,
    stream,
    isLive: () => isLive,
    begin: () =>
      stream.send(
        node('success', {
          t: `${Math.floor(world.now().getTime() / 1000)}`,
          lid: world.deviceJid(device.index),
        }),
      ),
    heard: async (said: BinaryNode): Promise<void> => {
      const { tag, attrs } = said;
      if (tag === 'iq' && attrs.type !== 'result' && attrs.type !== 'error') {
        stream.send(await answered(said, world, device));
        if (childrenOf(said)[0]?.tag === 'active' && !isLive) bringWhatWaited();
      }
      if (tag === 'message') await heardMessage(said);
      if (tag === 'receipt' && attrs.type === 'retry')
        world.whoIs(attrs.to ?? '')?.asked.push(attrs.id ?? '');
      else if (tag === 'receipt') device.mailbox.tick(attrs.to, idsIn(said));
      if (tag === 'ack' && attrs.class === 'message') {
        device.mailbox.tick(attrs.to, [attrs.id], attrs.error ?? 'ignored');
        await sayAgain(attrs.to, attrs.id);
      }
      if (tag === 'receipt')
        stream.send(node('ack', { class: 'receipt', id: attrs.id, from: attrs.to, type: attrs.type }));
    },
    /** A message as it comes; before the device has what waited, it waits too. */
    bring: (message: BinaryNode) => {
      if (isLive) stream.send(message);
    },
  };
};

export type Session = ReturnType<typeof createSession>;
