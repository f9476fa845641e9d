import type { proto } from '@whiskeysockets/baileys';
import type { LinkedCompanion } from './linked-devices.ts';
import { createSignalPhone, type SignalPhone } from './signal-phone.ts';

/** Something that reached a phone, opened. */
export type Received = { id: string; to: string; message: proto.IMessage };

/** Somebody with WhatsApp: a number, the hidden id that stands for it (LID), and a phone. */
export type Resident = {
  name: string;
  number: string;
  lid: string;
  phone: SignalPhone;
  received: Received[];
  /** Told of everything that reached the phone. */
  reached: (received: Received) => void;
  /** The ids of what came and could not be opened. */
  unread: string[];
  /** Asks again for what could not be opened only when told to. */
  asksLater: boolean;
  /** The ids of what the device could not open and wants again. */
  asked: string[];
  /** Sends a message to a device again, where the phone still has it. */
  sayAgain: (id: string, device: LinkedCompanion) => Promise<void>;
};

export const settle = (id: number, name: string): Resident => ({
  name,
  number: `62812${String(id).padStart(8, '0')}@s.whatsapp.net`,
  lid: `27182818${id}@lid`,
  phone: createSignalPhone(),
  received: [],
  reached: () => {},
  unread: [],
  asksLater: false,
  asked: [],
  sayAgain: async () => {},
});

/** A jid without the device. */
export const userOf = (jid: string): string => jid.replace(/:\d+@/, '@');
