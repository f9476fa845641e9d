import { setTimeout as sleep } from 'node:timers/promises';
import { startSubject } from '../subject.ts';
import { bot, openTown } from '../town.ts';
import { createEar } from './ear.ts';
import type { Size } from './play.ts';
import { firstReader } from './readers.ts';

/** No letter at all for so long means that the yardstick is broken (milliseconds). */
const patience = 60_000;

/** Milliseconds of processor time that the barest sender takes for 1,000 letters here and now, by the same Telegram. */
export const playBare = async ({
  letters,
  speed,
  throttled,
  retryAfter,
}: Pick<Size, 'letters' | 'speed' | 'throttled' | 'retryAfter'>): Promise<number> => {
  const ear = createEar(1_000 / speed);
  const { emulator, apiRoot, close } = await openTown({
    timeScale: 1 / speed,
    limits: true,
    onCall: ear.hear,
  });
  for (let nth = 0; nth < letters; nth++)
    emulator.phone({ id: firstReader + nth, firstName: 'Rina' }).type('/start');
  await emulator.call(bot.token, 'deleteWebhook', { drop_pending_updates: true });
  emulator.faults.add({
    kind: 'throttle',
    from: 'call',
    method: 'sendMessage',
    share: throttled,
    retryAfter,
  });
  const subject = await startSubject('bare', { ...bot, apiRoot, database: '', speed, letters });
  const before = await subject.usage();
  let heard = 0;
  for (let since = Date.now(); ear.letters.size < letters; ) {
    await sleep(50);
    if (ear.letters.size > heard) since = Date.now();
    heard = ear.letters.size;
    if (Date.now() - since > patience) throw new Error('the bare sender stands still');
  }
  const after = await subject.usage();
  await subject.stop();
  await close();
  return (after.cpuMicroseconds - before.cpuMicroseconds) / letters;
};
