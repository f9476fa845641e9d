import { setTimeout as sleep } from 'node:timers/promises';
import type { BinaryNode } from '@whiskeysockets/baileys';
import type { KeptMessage } from '../../../db/linked-device-messages.ts';
import type { Library } from '../library.ts';
import type { Keeping } from './keeping.ts';
import { readAgain, type Stanza, stanzaOf, written } from './stanza.ts';

/** What a line of messages does with one connection. */
export type LineParts = {
  baileys: Pick<Library, 'BufferJSON'>;
  keeping: Keeping;
  /** Our own jids. */
  own: () => readonly (string | undefined)[];
  /** Gives a message to the client, which opens, emits and ticks it off. */
  give: (node: BinaryNode) => Promise<unknown>;
  /** Ticks off what needs nothing more. */
  tick: (stanza: Stanza) => Promise<unknown>;
  /** Ends the connection: what was not ticked off comes again on the next one. */
  end: (why: Error) => void;
};

/** The messages of one connection on their way to the client. */
export type Line = {
  came: (node: BinaryNode) => void;
  /** The connection is logged in. */
  open: () => void;
  close: () => void;
};

type Waiting = { key: string; stanza: Stanza };

/** So many are written down, or read again, by one statement. */
const together = 50;

/** Milliseconds before a write is tried again; after the last the connection ends. */
const waits: readonly number[] = [250, 500, 1_000, 2_000];

/** Longer than any question to WhatsApp that the client asks for a message (milliseconds). */
const patience = 60_000;

/** A message that was given to the client so often and never decided is set aside at the next time, and no longer given at all after it. */
const triesMost = 3;

/**
 * Messages are written down before the client sees them, then given to it one after another: it ticks off what it has opened,
 * and nobody would bring that again. What an earlier connection, or a process that was killed, left undecided goes first.
 */
export const createLine = ({ baileys, keeping, own, give, tick, end }: LineParts): Line => {
  const waiting: Waiting[] = [];
  const closing = Promise.withResolvers<'closed'>();
  let isClosed = false;
  let isMoving = true;

  const close = () => {
    isClosed = true;
    closing.resolve('closed');
  };

  const fail = () => {
    if (isClosed) return;
    close();
    end(new Error('what came cannot be kept'));
  };

  /** Nothing when the connection has ended over it. */
  const surely = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    for (const wait of [...waits, 0]) {
      if (isClosed) return undefined;
      try {
        return await work();
      } catch {
        await Promise.race([sleep(wait), closing.promise]);
      }
    }
    fail();
    return undefined;
  };

  const hand = async ({ key, stanza: { node, opened } }: Waiting, isLast = false): Promise<void> => {
    keeping.give(key, opened, isLast);
    const { offline: _, ...attrs } = node.attrs;
    const done = new AbortController();
    const came = await Promise.race([
      give({ ...node, attrs }).then(() => 'given'),
      sleep(patience, 'slow', { signal: done.signal }).catch(() => 'given'),
      closing.promise,
    ]);
    done.abort();
    if (came === 'slow') return fail();
    if (isClosed || !keeping.isIdle(key)) return;
    if (isLast) keeping.lose(key);
    else keeping.drop(key);
  };

  const handAgain = async ({ key, stanza: json }: KeptMessage): Promise<void> => {
    if (keeping.isInHand(key)) return;
    const stanza = json === undefined ? undefined : stanzaOf(readAgain(baileys, json), own());
    const tries = await surely(() => keeping.giveAgain(key));
    if (!tries || isClosed) return;
    if (stanza && tries <= triesMost + 1) return hand({ key, stanza }, tries > triesMost);
    keeping.give(key, stanza?.opened ?? []);
    keeping.lose(key);
  };

  const handAllAgain = async (): Promise<void> => {
    let behind = 0;
    for (;;) {
      const found = await surely(() => keeping.undecided(behind, together));
      for (const one of found ?? []) {
        if (isClosed) return;
        behind = one.place;
        await handAgain(one);
      }
      if (!found || found.length < together) return;
    }
  };

  /** The next to be written down: each once, in order. */
  const next = (): Waiting[] => {
    const repeated = waiting.findIndex(({ key }, at) => waiting.findIndex((one) => one.key === key) < at);
    return waiting.splice(0, Math.min(together, repeated < 0 ? waiting.length : repeated));
  };

  const move = async (): Promise<void> => {
    isMoving = true;
    while (waiting.length > 0 && !isClosed) {
      const batch = next();
      const known = await surely(() =>
        keeping.store(batch.map(({ key, stanza }) => ({ key, stanza: written(baileys, stanza.node) }))),
      );
      for (const one of known ? batch : []) {
        if (isClosed) return;
        const isDone = known?.get(one.key) === 'decided' || keeping.isInHand(one.key);
        await (isDone ? tick(one.stanza) : hand(one));
      }
    }
    isMoving = false;
  };

  return {
    came: (node) => {
      const stanza = stanzaOf(node, own());
      if (!stanza) return void give(node);
      waiting.push({ key: keeping.keyOf(stanza.from, stanza.id), stanza });
      if (!isMoving) void move().catch(fail);
    },
    open: () => void handAllAgain().then(move).catch(fail),
    close,
  };
};
