import { PassThrough } from 'node:stream';
import { can as telegramCan } from '../../channels/telegram/can.ts';
import { createTelegramEmulator } from '../../channels/telegram/emulator/index.ts';
import { encode as forTelegram } from '../../channels/telegram/encode.ts';
import { uploadsOf } from '../../channels/telegram/testing/uploads-of.ts';
import { can as terminalCan } from '../../channels/terminal/can.ts';
import { createTerminal } from '../../channels/terminal/index.ts';
import { can as cloudCan } from '../../channels/whatsapp-cloud/can.ts';
import { createGraphEmulator } from '../../channels/whatsapp-cloud/emulator/index.ts';
import { createWhatsAppCloud } from '../../channels/whatsapp-cloud/index.ts';
import { postTo } from '../../channels/whatsapp-cloud/testing/post-to.ts';
import { sampleFiles } from '../../channels/whatsapp-cloud/testing/sample-files.ts';
import { can as linkedCan } from '../../channels/whatsapp-linked/can.ts';
import { encode as forLinked } from '../../channels/whatsapp-linked/encode.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Shown } from '../fit.ts';

/** What somebody has before them: all that is written, and the ids of what can be tapped. */
export type Screen = { text: string; taps: readonly string[] };

/** A channel as people meet it: `show` puts an answer on a screen by the real adapter and throws where the platform, or its strict stand-in, would not have it. */
export type Rendering = { can: Capabilities; show: (shown: Shown) => Promise<Screen> };

const onTelegram = (): Rendering => {
  const token = '4242:test-token-of-the-emulator';
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const sri = emulator.phone({ id: 7001, firstName: 'Sri' });
  sri.type('/start');
  const to = { channel: 'telegram', account: '4242', id: '7001' } as const;
  return {
    can: telegramCan,
    show: async (shown) => {
      const before = sri.messages().at(-1)?.id ?? 0;
      for (const wire of forTelegram(to, shown)) {
        const answer = await emulator.call(token, wire.method, { ...wire.body, ...uploadsOf(wire) });
        if (typeof answer !== 'object' || !answer.ok) throw new Error(JSON.stringify(answer));
      }
      const fresh = sri.messages().filter(({ id }) => id > before);
      const keys = sri.keyboard()?.rows.flat() ?? [];
      const taps = fresh.flatMap(({ buttons }) =>
        buttons.flat().flatMap((button) => ('data' in button ? [button.data] : [])),
      );
      return {
        text: fresh.map(({ text }) => text).join('\n'),
        taps: [...taps, ...keys.map(({ text }) => text)],
      };
    },
  };
};

const onWhatsAppCloud = (): Rendering => {
  const names = { displayNumber: '628120000900', appSecret: 'rahasia', verifyToken: 'cocok' };
  const number = { token: 'EAAcontoh', phoneNumberId: '105400120030040', apiRoot: 'http://graph.test' };
  const emulator = createGraphEmulator({ numbers: [{ ...names, ...number }], windowAt: 'call' });
  const sri = emulator.phone({ waId: '628120000701', name: 'Sri' });
  sri.type('halo');
  const channel = createWhatsAppCloud(number, postTo(emulator));
  const to = { channel: 'whatsapp-cloud', account: number.phoneNumberId, id: '628120000701' } as const;
  return {
    can: cloudCan,
    show: async (shown) => {
      const before = sri.messages().at(-1)?.id;
      for (const wire of channel.encode(to, shown)) {
        const sent = await channel.send(wire, sampleFiles(wire));
        if (!sent.ok) throw new Error(sent.detail);
      }
      const all = sri.messages();
      const fresh = all.slice(all.findIndex(({ id }) => id === before) + 1);
      const taps = fresh.flatMap(({ buttons, list }) =>
        [...buttons, ...(list?.rows ?? [])].map(({ id }) => id),
      );
      return { text: fresh.map(({ text }) => text).join('\n'), taps };
    },
  };
};

/** Of a linked device and a terminal only the length of a message is a limit. */
const within = (text: string, most: number): string => {
  if (text.trim() === '' || text.length > most)
    throw new Error(`${text.length} of ${most}: ${text.slice(0, 80)}`);
  return text;
};

const captionMost = 1024;

const onWhatsAppLinked = (): Rendering => ({
  can: linkedCan,
  show: async (shown) => {
    const wires = forLinked({ channel: 'whatsapp-linked', account: 'device', id: '12345@lid' }, shown);
    const words = wires.flatMap((wire) => {
      if (wire.kind === 'text') return [within(wire.text, linkedCan.textMax)];
      return 'caption' in wire && wire.caption ? [within(wire.caption, captionMost)] : [];
    });
    return { text: words.join('\n'), taps: [] };
  },
});

const onPaper = createTerminal(new PassThrough().resume(), { screen: false });

const onTerminal = (): Rendering => ({
  can: terminalCan,
  show: async (shown) => {
    const wires = onPaper.encode({ channel: 'terminal', account: onPaper.account, id: 'sri' }, shown);
    return { text: wires.map(({ text }) => text).join('\n'), taps: [] };
  },
});

/** Every channel there is, each with its real adapter. */
export const renderings: { readonly [channel: string]: Rendering } = {
  telegram: onTelegram(),
  'whatsapp-cloud': onWhatsAppCloud(),
  'whatsapp-linked': onWhatsAppLinked(),
  terminal: onTerminal(),
};
