import { type BinaryNode, getBinaryNodeChildren } from '@whiskeysockets/baileys';
import type { LinkedCompanion } from './linked-devices.ts';
import { childrenOf, inside, node } from './nodes.ts';
import { type Resident, userOf } from './resident.ts';
import type { World } from './world.ts';

const seconds = (now: Date): string => `${Math.floor(now.getTime() / 1000)}`;

const partsOf = (message: BinaryNode): { jid: string; enc: BinaryNode | undefined }[] => {
  const shared = inside(message, 'participants');
  if (!shared) return [{ jid: message.attrs.to ?? '', enc: inside(message, 'enc') }];
  return childrenOf(shared).map((to) => ({ jid: to.attrs.jid ?? '', enc: inside(to, 'enc') }));
};

/** What a phone says that could not open a message: the sender is to send it again. */
export const retryReceipt = (who: Resident, from: string, id: string, now: Date): BinaryNode =>
  node('receipt', { from, id, type: 'retry', t: seconds(now) }, [
    node('retry', { count: `${who.unread.length}`, id, t: seconds(now), v: '1' }),
  ]);

const open = async (
  message: BinaryNode,
  who: Resident,
  enc: BinaryNode,
  from: string,
  to: string,
): Promise<boolean> => {
  const id = message.attrs.id ?? '';
  const { content } = enc;
  const type = enc.attrs.type === 'pkmsg' ? 'pkmsg' : 'msg';
  if (!(content instanceof Uint8Array)) return false;
  try {
    const received = { id, to, message: await who.phone.open(from, { type, ciphertext: content }) };
    if (!who.received.some((one) => one.id === id)) who.received.push(received);
    who.reached(received);
    return true;
  } catch {
    who.unread.push(id);
    return false;
  }
};

/**
 * Brings what a device sends to everybody whom it is sealed for, and gives what the device is told: that the server has it,
 * and that it arrived, or should come again.
 */
export const deliver = async (
  message: BinaryNode,
  world: World,
  device: LinkedCompanion,
): Promise<BinaryNode[]> => {
  const { id, to = '' } = message.attrs;
  const ack = { class: 'message', id, from: to, t: seconds(world.now()) };
  const refusal = world.refused.get(userOf(to));
  if (world.refusedOnce.delete(userOf(to))) world.refused.delete(userOf(to));
  if (refusal) return [node('ack', { ...ack, error: refusal })];
  const told = [node('ack', ack)];
  for (const { jid, enc } of partsOf(message)) {
    const who = world.whoIs(jid);
    if (!who || !enc) continue;
    const opened = await open(message, who, enc, world.deviceJid(device.index), to);
    if (who === world.office) continue;
    if (opened) told.push(node('receipt', { from: to, id, t: seconds(world.now()) }));
    else if (!who.asksLater) told.push(retryReceipt(who, to, id ?? '', world.now()));
  }
  return world.wordsLost ? [] : told;
};

/** Everything that a receipt or an answer of the device ticks off. */
export const idsIn = (said: BinaryNode): (string | undefined)[] => [
  said.attrs.id,
  ...getBinaryNodeChildren(inside(said, 'list'), 'item').map(({ attrs }) => attrs.id),
];
