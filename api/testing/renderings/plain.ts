import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { AnyChannel } from '../../../bot/channels/channel.ts';
import { samplePhoto } from '../../../bot/channels/emulator/sample-photo.ts';
import { createTerminal } from '../../../bot/channels/terminal/index.ts';
import type { Address, Inbound } from '../../../bot/conversation/inbound.ts';
import type { SeenMessage } from '../../../bot/conversation/transcript.ts';
import { openTerminalDesk, type TerminalDesk } from '../../chat/terminal-desk.ts';
import { lacks, picturesIn, pinIn, readAsSaid, typedFor, writtenOut } from './read-as-said.ts';
import { type Backstage, cannot, type Person, type Somebody, type Stage, withoutPhone } from './rendering.ts';

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
  /** Presses of what a terminal has no buttons for, by the line in whose place they stand. */
  const doors = new Map<unknown, Inbound[]>();
  /** One channel for all of them, each of whose lines is printed where its reader sits. */
  const channel: AnyChannel = {
    ...terminal,
    encode: (to: Address, shown) =>
      terminal.encode(to, shown).map((wire: object) => ({ ...wire, reader: to.id })),
    parse: (payload) => doors.get(payload) ?? terminal.parse(payload),
    send: async (wire) =>
      sheets.get(wire.reader)?.terminal.send(wire) ?? {
        ok: false,
        failure: 'unreachable',
        detail: 'nobody sits there',
      },
  };
  hall.channels.push(channel);
  /** Elsewhere a letter waits until its photos can be shown; here it is not fetched before that. */
  const photosWait = async (): Promise<boolean> =>
    (
      await hall.database
        .sql`select 1 from media where event_id is not null and state in ('wanted', 'raw') limit 1`
    ).length > 0;
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
    const address = { channel: 'terminal', account: channel.account, id: name } as const;
    const type = (line: string, door?: string): Promise<void> => {
      const turn = busy.then(async () => {
        desk ??= openTerminalDesk(hall, channel, sitter);
        typed += 1;
        const said = { id: `${name}-${typed}`, name, line, at: hall.clock.now(), folder };
        const { id, at } = said;
        if (door) doors.set(said, [{ id, at, from: address, content: { kind: 'choice', id: door } }]);
        await (await desk).take(said);
      });
      busy = turn.catch(() => {});
      return turn;
    };
    const look = async () => {
      await settled();
      if (desk && !(await photosWait())) await (await desk).idle();
    };
    const photo = async (caption = ''): Promise<void> => {
      photos += 1;
      await writeFile(join(folder, `${photos}.png`), samplePhoto(photos));
      await type(`foto './${photos}.png' ${caption}`);
    };
    return withoutPhone({
      lacks: lacks(['button.copy-ticket', 'button.copy-pair', 'button.copy-code', 'button.send-phone']),
      silent: lacks(['keyboard.gone']),
      address,
      type: (text) => type(text),
      press: async (label) => {
        await look();
        presses += 1;
        await type(typedFor(printed, label, presses % 2 === 0));
      },
      photo,
      location: (lat, lon) => type(`@${lat},${lon}`),
      voice: cannot('speak'),
      video: cannot('film'),
      contact: cannot('share a number'),
      album: async (count) => {
        for (let i = 0; i < count; i++) await photo();
      },
      reply: cannot('reply to a message'),
      pressOld: cannot('press an old button'),
      forge: (id) => type(id, id),
      block: cannot('block anybody'),
      unblock: cannot('block anybody'),
      heard: () => printed,
      files: async () => printed.flatMap(writtenOut),
      seen: async () => {
        await look();
        const fresh = printed.slice(read);
        read += fresh.length;
        return fresh.flatMap((text): SeenMessage[] => {
          const pin = pinIn(text);
          if (pin) return [{ text: '', buttons: [], pin }];
          return [
            ...Array.from({ length: picturesIn(text) }, () => ({
              text: '',
              buttons: [],
              picture: true as const,
            })),
            readAsSaid(text),
          ];
        });
      },
    });
  };

  return {
    app: {},
    open: async () => {},
    person,
    settled,
    close: () => rm(folder, { recursive: true, force: true }),
  };
};
