import { afterEach, expect, test } from 'vitest';
import {
  createTelegramEmulator,
  serveEmulator,
  type TelegramEmulator,
} from '../bot/channels/telegram/emulator/index.ts';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { findTicket, shortestReport } from '../bot/flows/citizen/dialogues/shortest-report.ts';
import { connect } from '../db/database.ts';
import { createSeal } from '../db/sealed.ts';
import { seedCity } from '../db/seed/index.ts';
import { testDatabase } from '../db/testing.ts';
import { readEnv } from './env.ts';
import { openHall } from './hall.ts';
import { createTasks } from './tasks.ts';
import { connectTelegram } from './telegram-connect.ts';
import { keptLog, testKey } from './testing/hall.ts';
import { phoneActor } from './testing/phone-actor.ts';

const token = '4244:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A demo with a token and no secret: it fetches its messages by long polling. */
const pollingHall = async (): Promise<{ emulator: TelegramEmulator; quiet: () => Promise<void> }> => {
  const own = await testDatabase();
  const database = connect(own.url);
  await seedCity(database, 'salatiga');
  const hall = await openHall({
    database,
    seal: createSeal(testKey),
    log: keptLog(),
    publicUrl: 'https://sapa.example',
  });
  const emulator = createTelegramEmulator({ bots: [{ token }], timeScale: 0.05 });
  const server = await serveEmulator(emulator);
  const tasks = createTasks();
  const env = readEnv({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
  const telegram = await connectTelegram(env, hall, { media: async () => 0, after: tasks.after });
  await telegram.begin();
  closing.push(
    () => own.drop(),
    () => database.close(),
    () => server.close(),
    () => emulator.close(),
    () => tasks.settled(),
    () => telegram.stop(),
  );
  return { emulator, quiet: tasks.settled };
};

test('the shortest report passes by long polling too, and every press is answered', async () => {
  const { emulator } = await pollingHall();
  const phone = emulator.phone({ id: 9101, firstName: 'Sri' });
  const heard: string[] = [];
  phone.subscribe((event) => {
    if ((event.kind === 'message' || event.kind === 'edit') && event.message.from === 'bot')
      heard.push(event.kind);
  });
  let seen = 0;
  const settled = async () => {
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(seen);
    await expect
      .poll(async () => {
        const before = heard.length;
        await new Promise((resolve) => setTimeout(resolve, 400));
        return heard.length - before;
      })
      .toBe(0);
    seen = heard.length;
  };
  const sri = phoneActor(phone, settled);
  const { names } = await playTranscript(shortestReport, sri);
  await playTranscript(findTicket, sri, names);
  const methods = emulator.calls(token).map(({ method }) => method);
  expect(methods.filter((method) => method === 'answerCallbackQuery')).toHaveLength(4);
  const press = methods.indexOf('answerCallbackQuery');
  expect(methods[press + 1]).toBe('editMessageText');
  expect(methods).toContain('setMyCommands');
});
