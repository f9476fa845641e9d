import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type AnyMessageContent,
  type BinaryNode,
  generateWAMessageContent,
  proto,
} from '@whiskeysockets/baileys';
import { silentLog } from '../silent-log.ts';
import { retryReceipt } from './delivery.ts';
import type { LinkedCompanion } from './linked-devices.ts';
import { node } from './nodes.ts';
import type { Received, Resident } from './resident.ts';
import type { World } from './world.ts';

/** How a message names its sender: by the hidden id with the number beside it, by that id alone, or by the number alone. */
export type Named = 'lid' | 'lid-only' | 'number';

const addressing = (named: Named, { lid, number }: Resident): BinaryNode['attrs'] => {
  if (named === 'number') return { from: number, addressing_mode: 'pn' };
  return { from: lid, addressing_mode: 'lid', ...(named === 'lid' && { sender_pn: number }) };
};

/** How something comes to a device: `bring` keeps it until the device has ticked it off, `tell` does not. */
export type Post = {
  bring: (device: LinkedCompanion, message: BinaryNode) => void;
  tell: (device: LinkedCompanion, receipt: BinaryNode) => void;
};

/** Somebody who writes to the office's number, as a test plays them. */
export const createCorrespondent = (who: Resident, world: World, { bring, tell }: Post) => {
  const stamp = () => ({
    id: `3EB0${randomBytes(8).toString('hex').toUpperCase()}`,
    t: `${Math.floor(world.now().getTime() / 1000)}`,
    notify: who.name,
  });

  const upload = async (path: string) => {
    const directPath = world.files.keep(new Uint8Array(await readFile(path)));
    return { mediaUrl: `https://mmg.whatsapp.net${directPath}`, directPath };
  };

  const post = async (
    attrs: BinaryNode['attrs'],
    contents: (device: LinkedCompanion) => Promise<BinaryNode[]>,
  ): Promise<string> => {
    const marks = stamp();
    for (const device of world.devices.all())
      bring(device, node('message', { ...marks, ...attrs }, await contents(device)));
    return marks.id;
  };

  const sealed = async (device: LinkedCompanion, message: proto.IMessage): Promise<BinaryNode> => {
    const { type, ciphertext } = await who.phone.seal(world.deviceJid(device.index), message, device.bundle);
    return node('enc', { v: '2', type }, ciphertext);
  };

  const say = (message: proto.IMessage, named: Named = 'lid'): Promise<string> =>
    post({ type: message.conversation ? 'text' : 'media', ...addressing(named, who) }, async (device) => [
      await sealed(device, message),
    ]);

  return {
    who,
    lid: who.lid,
    number: who.number,
    /** A message as it stands. Gives its id. */
    say,
    type: (text: string, named?: Named) => say({ conversation: text }, named),
    /** What the client's own builder makes of content, files included. */
    send: async (content: AnyMessageContent, named?: Named): Promise<string> => {
      const built = await generateWAMessageContent(content, { logger: silentLog, upload });
      return say(proto.Message.decode(proto.Message.encode(built).finish()), named);
    },
    /** A message that is not sealed, as WhatsApp's own announcements and some adverts come. */
    typePlainly: (text: string) =>
      post({ type: 'text', ...addressing('lid', who) }, async () => [
        node('plaintext', {}, proto.Message.encode({ conversation: text }).finish()),
      ]),
    /** A message that nobody can open. */
    garble: () =>
      post({ type: 'text', ...addressing('lid', who) }, async () => [
        node('enc', { v: '2', type: 'msg' }, randomBytes(80)),
      ]),
    /** Something said in a group of which the office's number is a member. */
    typeInGroup: async (group: string, text: string): Promise<string> => {
      const { ciphertext, key } = await who.phone.sealForGroup(group, who.lid, { conversation: text });
      return post(
        {
          from: group,
          participant: who.lid,
          participant_pn: who.number,
          addressing_mode: 'lid',
          type: 'text',
        },
        async (device) => [
          await sealed(device, { senderKeyDistributionMessage: key }),
          node('enc', { v: '2', type: 'skmsg' }, ciphertext),
        ],
      );
    },
    received: (): readonly Received[] => who.received,
    /** The phone asks later for what it could not open, not at once. */
    waitBeforeAsking: () => {
      who.asksLater = true;
    },
    /** Asks for the newest message that could not be opened. */
    askAgain: () => {
      const [id] = who.unread.slice(-1);
      if (id === undefined) throw new Error('everything could be opened');
      for (const device of world.devices.all()) tell(device, retryReceipt(who, who.lid, id, world.now()));
    },
    /** A new phone: nothing that is under way can be opened any more. */
    forgetSessions: async () => {
      for (const { index } of world.devices.all()) await who.phone.forget(world.deviceJid(index));
    },
  };
};
