import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { connect } from '../../../db/database.ts';
import { createSeal } from '../../../db/sealed.ts';
import { testDatabase } from '../../../db/testing.ts';
import { createLinkedDevice } from '../../linked-device/index.ts';
import type { SaidAgain } from '../../linked-device/sent-text.ts';
import { clientOn, healthOf, linkOn } from '../../linked-device/testing/on-whatsapp.ts';
import { until } from '../../linked-device/testing/watched-library.ts';
import { openWhatsApp } from '../../linked-device/testing-server/index.ts';
import type { Log } from '../../log.ts';
import { withKeysInMemory } from './keys-in-memory.ts';

/** A hall as the one device of this process serves it: its people's messages go there, by its clock. */
export type Guest = {
  log: Log;
  now: () => Date;
  take: (inbound: Inbound) => Promise<void>;
  sentText: (jid: string, id: string) => Promise<SaidAgain | undefined>;
};

/** What a device writes for every message need not reach the disk here before it is answered. */
const inNoHurry = `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`;

/**
 * WhatsApp on this machine, with the office's number linked and the service's own device on it. All dialogues of a process
 * share it, for linking and connecting take longer than most of them; each person belongs to one hall.
 */
const open = async () => {
  const copy = await testDatabase();
  await copy.sql.unsafe(inNoHurry);
  const database = connect(copy.url, { max: 3 });
  let present: Guest | undefined;
  const homes = new Map<string, Guest>();
  const now = () => present?.now() ?? new Date();
  const homeOf = (jid: string): Guest => {
    const home = homes.get(jid);
    if (!home) throw new Error('somebody wrote who belongs to no hall');
    return home;
  };
  const whatsApp = await openWhatsApp(now);
  await linkOn(whatsApp, database);
  const device = createLinkedDevice({
    database,
    seal: createSeal(Buffer.alloc(32, 7)),
    account,
    url: whatsApp.url,
    baileys: withKeysInMemory(clientOn(whatsApp)),
    health: healthOf(database),
    now,
    dice: () => 0,
    log: {
      info: (line) => present?.log.info(line),
      warn: (line) => present?.log.warn(line),
      error: (line) => present?.log.error(line),
    },
    sentText: (jid, id) => homeOf(jid).sentText(jid, id),
    take: (inbound) => homeOf(inbound.from.id).take(inbound),
    failed: async () => false,
  });
  await device.begin();
  await until(() => device.socket() !== undefined && whatsApp.isLive());
  let people = 1_000;
  return {
    device,
    filesAt: whatsApp.files.url,
    has: (jid: string) => homes.has(jid),
    /** Somebody new with a phone, who belongs to a hall. */
    settle: (name: string, guest: Guest) => {
      const person = whatsApp.person(people++, name);
      homes.set(person.lid, guest).set(person.number, guest);
      return person;
    },
    /** Whose clock the town goes by: the hall in which something was said last. */
    isWith: (guest: Guest) => {
      present = guest;
    },
    /** The hall's people give up WhatsApp, and what the office's own phone was told is forgotten. Throws what went wrong in the server. */
    leave: (people: Iterable<ReturnType<typeof whatsApp.person>>) => {
      for (const { lid, number, leave } of people) {
        leave();
        homes.delete(lid);
        homes.delete(number);
      }
      whatsApp.office.received.length = 0;
      const wrong = [...whatsApp.faults(), ...whatsApp.unanswered];
      if (wrong.length > 0) throw new AggregateError(wrong, 'the local WhatsApp failed');
    },
  };
};

let town: ReturnType<typeof open> | undefined;

export const linkedTown = (): ReturnType<typeof open> => {
  town ??= open();
  return town;
};

export type TownPerson = ReturnType<Awaited<ReturnType<typeof open>>['settle']>;
