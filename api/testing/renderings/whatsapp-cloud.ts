import {
  createGraphEmulator,
  type Phone,
  type Shown,
  serveEmulator,
} from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { signedBy } from '../../../bot/channels/whatsapp-cloud/signature.ts';
import type { SeenMessage } from '../../../bot/conversation/transcript.ts';
import { addWhatsAppNumber } from '../../whatsapp-cloud-number.ts';
import { lacks, readAsSaid, sendLocation, typedFor } from './read-as-said.ts';
import { type Backstage, type Person, type Somebody, type Stage, withoutPhone } from './rendering.ts';
import { answerAlbums } from './waiting-albums.ts';

const number = {
  phoneNumberId: '105400120030040',
  displayNumber: '62 298 700 1001',
  token: 'EAAuji',
  appSecret: 'rahasia-uji',
  verifyToken: 'cocok-uji',
};

const labelsOf = ({ buttons, list }: Shown): string[] => [
  ...buttons.map(({ label }) => label),
  ...(list?.rows ?? []).map(({ title, description }) => description ?? title),
];

const asSeen = (shown: Shown): SeenMessage => {
  const { text, buttons } = readAsSaid(shown.text);
  const labels = [...(shown.asksLocation ? [sendLocation] : []), ...buttons, ...labelsOf(shown)];
  return {
    text,
    buttons: labels,
    ...(shown.photo && { picture: true }),
    ...(shown.location && { pin: shown.location }),
  };
};

/** The official API, strict and near: signed webhooks in, calls by HTTP out. */
export const onWhatsAppCloud = async ({ hall, tasks }: Backstage): Promise<Stage> => {
  const emulator = createGraphEmulator({ numbers: [number], timeScale: 0.01 });
  const graph = await serveEmulator(emulator);
  const { token, phoneNumberId, verifyToken, appSecret } = number;
  const { desk, account } = addWhatsAppNumber(
    hall,
    { token, phoneNumberId, apiRoot: graph.url },
    { media: async () => 0 },
  );
  withoutWindow(hall.channels);
  const settled = async () => {
    await emulator.idle();
    await tasks.settled();
    await emulator.idle();
  };

  const person = (who: Somebody): Person => {
    const waId = `62812${String(who.id).padStart(8, '0')}`;
    const userId = `ID.${who.id}13491208655302`;
    const phone: Phone = emulator.phone({ name: who.firstName, waId, userId });
    const said = () => phone.messages().filter(({ from }) => from === 'bot');
    const about = (words: string): Shown => {
      const found = said().findLast(({ text }) => text.includes(words));
      if (!found) throw new Error(`${who.firstName} was told nothing of "${words}"`);
      return found;
    };
    let read = 0;
    let albums = false;
    let presses = 0;
    const act = async (work: () => unknown) => {
      work();
    };
    return withoutPhone({
      lacks: lacks(['button.copy-ticket', 'button.copy-pair', 'button.copy-code', 'button.send-phone']),
      silent: lacks(['keyboard.gone']),
      address: { channel: 'whatsapp-cloud', account, id: userId },
      type: (text) => act(() => phone.type(text)),
      press: async (label) => {
        const card = said().findLast((one) => labelsOf(one).includes(label));
        const menu = said().findLast((one) => readAsSaid(one.text).buttons.includes(label));
        presses += 1;
        if (card && (!menu || card.at >= menu.at)) phone.press(label, { on: card.id });
        else
          phone.type(
            typedFor(
              said().map(({ text }) => text),
              label,
              presses % 2 === 0,
            ),
          );
      },
      photo: (caption) =>
        act(() => {
          albums = true;
          phone.sendPhoto('sample', caption ? { caption } : {});
        }),
      location: (lat, lon) => act(() => phone.sendLocation(lat, lon)),
      voice: () => act(() => phone.sendVoice()),
      video: () => act(() => phone.sendVideo()),
      contact: () => act(() => phone.sendContact()),
      album: (count) =>
        act(() => {
          albums = true;
          phone.album(count);
        }),
      reply: (words, text) =>
        act(() => {
          const { id: replyTo } = about(words);
          if (text === undefined) phone.sendPhoto('sample', { replyTo });
          else phone.type(text, { replyTo });
        }),
      pressOld: (words, label) => act(() => phone.press(label, { on: about(words).id, stale: true })),
      forge: (id) =>
        act(() =>
          phone.message('interactive', { type: 'button_reply', button_reply: { id, title: 'Menu' } }),
        ),
      block: () => act(() => phone.block()),
      unblock: () => act(() => phone.unblock()),
      heard: () => said().map(({ text }) => text),
      files: async () =>
        said().flatMap(({ document }) => {
          const bytes = emulator.file(document?.mediaId ?? '')?.bytes;
          return bytes ? [{ name: document?.name ?? '', text: new TextDecoder().decode(bytes) }] : [];
        }),
      seen: async () => {
        await settled();
        if (albums) {
          albums = false;
          await answerAlbums(hall);
          await settled();
        }
        const fresh = said().slice(read);
        read += fresh.length;
        return fresh.map(asSeen);
      },
    });
  };

  return {
    app: { whatsapp: { isSigned: signedBy([appSecret]), verifyToken, desk, after: tasks.after } },
    open: (origin) => emulator.subscribe(`${origin}/webhooks/whatsapp`),
    person,
    settled,
    close: async () => {
      emulator.close();
      await graph.close();
    },
  };
};

/** Months pass in seconds here while people say nothing: what goes outside the 24 hours is tested where the window is. */
export const withoutWindow = (channels: Backstage['hall']['channels']): void => {
  const channel = channels.pop();
  if (channel) channels.push({ ...channel, can: { ...channel.can, window: null } });
};
