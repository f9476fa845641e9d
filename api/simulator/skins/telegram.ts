import { randomInt } from 'node:crypto';
import { machineClock } from '../../../bot/channels/emulator/clock.ts';
import { type CallRecord, createTelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { telegramRoute } from '../../routes/telegram.ts';
import { addTelegramBot } from '../../telegram-bot.ts';
import { telegramHandset } from '../phone/telegram-handset.ts';
import { randomToken } from '../random-token.ts';
import { botApiDoor } from './bot-api-door.ts';
import type { Call, Skin, SkinParts } from './skin.ts';

const fileBytes = 64 * 1024 * 1024;

const keyOf = (person: number | string): string => `telegram:${person}`;

const callOf = ({ chat, method, ok, params, result }: CallRecord): Call => ({
  to: chat === undefined ? undefined : keyOf(chat),
  method,
  ok,
  json: JSON.stringify(ok ? params : { ...params, refused: result }, null, 2),
});

/** Telegram: a strict Bot API of our own with one bot, which the real adapter reaches by real HTTP. */
export const telegramSkin = ({ hall, account, home, media, after, called }: SkinParts): Skin => {
  const token = `${account}:simulator-${randomToken()}`;
  const secret = randomToken();
  const emulator = createTelegramEmulator({
    bots: [{ token, username: 'simulasi_bot', firstName: hall.city().agency.service }],
    clock: { now: () => hall.clock.now().getTime(), after: machineClock.after },
    seed: randomInt(2 ** 31),
    localLinks: true,
    fileBytes,
    onCall: (call) => called(callOf(call)),
  });
  const { desk } = addTelegramBot(hall, { token, apiRoot: `${home}/bot-api` }, { media });
  return {
    pickUp: ({ number, name, language }) =>
      telegramHandset(emulator.phone({ id: number, firstName: name, languageCode: language }), account),
    putAway: ({ address }) => emulator.reset(Number(address.id)),
    idle: () => emulator.idle(),
    file: (id) => emulator.file(id)?.bytes,
    ready: async () => {
      await emulator.call(token, 'setWebhook', { url: `${home}/webhook`, secret_token: secret });
    },
    close: () => emulator.close(),
    doors: [
      { path: '/bot-api', app: botApiDoor(emulator) },
      { path: '/webhook', app: telegramRoute({ secrets: [secret], desk, after }) },
    ],
  };
};
