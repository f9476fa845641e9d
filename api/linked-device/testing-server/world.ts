import type { BinaryNode } from '@whiskeysockets/baileys';
import { type FileHost, openFileHost } from './file-host.ts';
import { createLinkedDevices, type LinkedDevices } from './linked-devices.ts';
import { type Resident, settle, userOf } from './resident.ts';

/** Everything a server knows: the office whose number is linked, its devices, and everybody else with a phone. */
export type World = {
  office: Resident;
  devices: LinkedDevices;
  files: FileHost;
  /** Whoever has this number or hidden id, the office too. */
  whoIs: (jid: string) => Resident | undefined;
  settle: (id: number, name: string) => Resident;
  /** Somebody gives up WhatsApp. */
  leave: (who: Resident) => void;
  /** A device as other phones address it. */
  deviceJid: (index: number) => string;
  /** With what code messages to somebody are refused, for whoever is named. */
  refused: Map<string, string>;
  /** Whose next message only is refused. */
  refusedOnce: Set<string>;
  /** What the server says to messages of the device gets lost on the way. */
  wordsLost: boolean;
  now: () => Date;
  /** Everything that the client asked and nobody here knows: a question that a later client may ask. */
  unanswered: BinaryNode[];
};

export const openWorld = async (now: () => Date): Promise<World> => {
  const residents = new Map<string, Resident>();
  const added = (id: number, name: string): Resident => {
    const resident = settle(id, name);
    residents.set(resident.number, resident).set(resident.lid, resident);
    return resident;
  };
  const office = added(99, 'Kantor');
  return {
    office,
    devices: createLinkedDevices(),
    files: await openFileHost(),
    whoIs: (jid) => residents.get(userOf(jid)),
    settle: added,
    leave: ({ number, lid }) => {
      residents.delete(number);
      residents.delete(lid);
    },
    deviceJid: (index) => office.lid.replace('@', `:${index}@`),
    refused: new Map(),
    refusedOnce: new Set(),
    wordsLost: false,
    now,
    unanswered: [],
  };
};
