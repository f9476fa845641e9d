import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type AnyMessageContent,
  type BinaryNode,
  generateWAMessageContent,
  generateWAMessageFromContent,
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

const overTheWire = (message: proto.IMessage | null | undefined): proto.IMessage =>
  proto.Message.decode(proto.Message.encode(message ?? {}).finish());

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

  /** What the phone still has, to send it again. */
  const said = new Map<string, { attrs: BinaryNode['attrs']; message: proto.IMessage }>();

  const post = async (
    attrs: BinaryNode['attrs'],
    contents: (device: LinkedCompanion) => Promise<BinaryNode[]>,
    message?: proto.IMessage,
  ): Promise<string> => {
    const marks = stamp();
    if (message) said.set(marks.id, { attrs: { ...marks, ...attrs }, message });
    for (const device of world.devices.all())
      bring(device, node('message', { ...marks, ...attrs }, await contents(device)));
    return marks.id;
  };

  const sealed = async (device: LinkedCompanion, message: proto.IMessage): Promise<BinaryNode> => {
    const { type, ciphertext } = await who.phone.seal(world.deviceJid(device.index), message, device.bundle);
    return node('enc', { v: '2', type }, ciphertext);
  };

  const say = (message: proto.IMessage, named: Named = 'lid', late = false): Promise<string> =>
    post(
      {
        type: message.conversation || message.extendedTextMessage ? 'text' : 'media',
        ...addressing(named, who),
        ...(late && { offline: '0' }),
      },
      async (device) => [await sealed(device, message)],
      message,
    );

  /** As real phones do: under the same id, in a session that is made anew. */
  who.sayAgain = async (id, device) => {
    const one = said.get(id);
    if (!one) return;
    await who.phone.forget(world.deviceJid(device.index));
    bring(device, node('message', one.attrs, [await sealed(device, one.message)]));
  };

  return {
    who,
    lid: who.lid,
    number: who.number,
    /** A message as it stands. Gives its id. */
    say,
    type: (text: string, named?: Named) => say({ conversation: text }, named),
    /** What the client's own builder makes of content, files included; `to` is what it answers, `late` marks it as kept for the device while it was away. */
    send: async (
      content: AnyMessageContent,
      named?: Named,
      { to, late }: { to?: Received; late?: boolean } = {},
    ): Promise<string> => {
      const built = await generateWAMessageContent(content, { logger: silentLog, upload });
      const whole = generateWAMessageFromContent(world.office.lid, built, {
        userJid: who.lid,
        ...(to && { quoted: { key: { remoteJid: to.to, fromMe: true, id: to.id }, message: to.message } }),
      });
      return say(overTheWire(whole.message), named, late);
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
    /** A message that comes torn: it can be opened only when the phone sends it again. */
    typeTorn: (text: string) =>
      post(
        { type: 'text', ...addressing('lid', who) },
        async () => [node('enc', { v: '2', type: 'msg' }, randomBytes(80))],
        { conversation: text },
      ),
    /** A message that was altered on its way: sealed for the device, and its code does not hold. */
    alter: (text: string) =>
      post({ type: 'text', ...addressing('lid', who) }, async (device) => {
        const { attrs, content } = await sealed(device, { conversation: text });
        const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.alloc(0);
        const last = bytes.length - 1;
        bytes.writeUInt8((bytes[last] ?? 0) ^ 1, last);
        return [node('enc', attrs, bytes)];
      }),
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
    /** Reads the last message: its ticks become blue. */
    read: () => {
      const { id } = who.received.at(-1) ?? {};
      const t = `${Math.floor(world.now().getTime() / 1000)}`;
      for (const device of world.devices.all())
        tell(device, node('receipt', { from: who.lid, id, type: 'read', t }));
    },
    /** Whoever wants to know of everything that reaches this phone. */
    watch: (reached: (received: Received) => void) => {
      who.reached = reached;
    },
    /** Gives up WhatsApp. */
    leave: () => world.leave(who),
    /** A new phone: nothing that is under way can be opened any more. */
    forgetSessions: async () => {
      for (const { index } of world.devices.all()) await who.phone.forget(world.deviceJid(index));
    },
  };
};
