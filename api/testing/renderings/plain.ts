import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { AnyChannel } from '../../../bot/channels/channel.ts';
import { samplePhoto } from '../../../bot/channels/emulator/sample-photo.ts';
import { createTerminal } from '../../../bot/channels/terminal/index.ts';
import type { Address } from '../../../bot/conversation/inbound.ts';
import { openTerminalDesk, type TerminalDesk } from '../../chat/terminal-desk.ts';
import { lacks, readAsSaid, typedFor } from './read-as-said.ts';
import { type Backstage, cannot, noPhone, type Person, type Somebody, type Stage } from './rendering.ts';

type Sheet = { printed: string[]; terminal: AnyChannel };

const newSheet = (): Sheet => {
  const printed: string[] = [];
  const out = new Writable({
    write: (chunk, _, done) => {
      printed.push(String(chunk));
      done();
    },
  });
  return { printed, terminal: createTerminal(out, { screen: false }) };
};

/** Lines in and lines out: everybody at a terminal of their own. */
export const onPlainText = async ({ hall }: Backstage): Promise<Stage> => {
  const sheets = new Map<string, Sheet>();
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-foto-'));
  let photos = 0;
  const { terminal } = newSheet();
  /** One channel for all of them, each of whose lines is printed where its reader sits. */
  const channel: AnyChannel = {
    ...terminal,
    encode: (to: Address, shown) =>
      terminal.encode(to, shown).map((wire: object) => ({ ...wire, reader: to.id })),
    send: async (wire) =>
      sheets.get(wire.reader)?.terminal.send(wire) ?? {
        ok: false,
        failure: 'unreachable',
        detail: 'nobody sits there',
      },
  };
  hall.channels.push(channel);
  let busy: Promise<unknown> = Promise.resolve();
  const settled = async () => void (await busy);

  const person = (who: Somebody): Person => {
    const name = `${who.firstName} ${who.id}`;
    const sheet = newSheet();
    sheets.set(name, sheet);
    const { printed } = sheet;
    const sitter = { name, as: 'citizen', locale: undefined, media: async () => {} } as const;
    let desk: Promise<TerminalDesk> | undefined;
    let typed = 0;
    let presses = 0;
    let read = 0;
    const type = (line: string): Promise<void> => {
      const turn = busy.then(async () => {
        desk ??= openTerminalDesk(hall, channel, sitter);
        typed += 1;
        await (await desk).take({ id: `${name}-${typed}`, name, line, at: hall.clock.now(), folder });
      });
      busy = turn.catch(() => {});
      return turn;
    };
    const photo = async (): Promise<void> => {
      photos += 1;
      await writeFile(join(folder, `${photos}.png`), samplePhoto(photos));
      await type(`foto ./${photos}.png`);
    };
    return {
      lacks: lacks(['button.copy-ticket', 'button.copy-pair', 'button.copy-code', 'button.send-phone']),
      silent: lacks(['keyboard.gone']),
      address: { channel: 'terminal', account: channel.account, id: name },
      get phone() {
        return noPhone();
      },
      type,
      press: (label) => {
        presses += 1;
        return type(typedFor(printed, label, presses % 2 === 0));
      },
      photo: async (caption) => {
        if (caption) await type(caption);
        read = printed.length;
        await photo();
      },
      location: (lat, lon) => type(`@${lat},${lon}`),
      voice: cannot('speak'),
      video: cannot('film'),
      contact: cannot('share a number'),
      album: async (count) => {
        for (let i = 0; i < count; i++) await photo();
      },
      reply: cannot('reply to a message'),
      pressOld: cannot('press an old button'),
      forge: cannot('press what was not shown'),
      block: cannot('block anybody'),
      unblock: cannot('block anybody'),
      heard: () => printed,
      seen: async () => {
        await settled();
        const fresh = printed.slice(read);
        read += fresh.length;
        return fresh.map(readAsSaid);
      },
    };
  };

  return {
    app: {},
    open: async () => {},
    person,
    settled,
    close: () => rm(folder, { recursive: true, force: true }),
  };
};
