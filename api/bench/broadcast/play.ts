import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchServer } from '../bench-server.ts';
import { openLoad } from '../loads.ts';
import { type Quantiles, quantilesOf } from '../quantiles.ts';
import { type Subject, startSubject } from '../subject.ts';
import { bot, openTown } from '../town.ts';
import { dialoguesBeside, perSecond } from './citizens.ts';
import { createEar } from './ear.ts';
import { plantLetters } from './plant.ts';
import { playBare } from './play-bare.ts';
import { type Share, shareOf } from './share.ts';

/** How a broadcast is played. `speed`: how much faster than in life; `throttled`: the share of calls that Telegram asks to come later. */
export type Size = {
  letters: number;
  speed: number;
  throttled: number;
  retryAfter: number;
  quietSeconds: number;
  /** Letters of a killed process are free after half a minute; at once where that is not what is looked at. */
  leases: 'kept' | 'freed';
};

/** What a broadcast came to. */
export type Broadcast = {
  size: Size;
  lost: number;
  doubled: number;
  /** Letters that the killed process held. */
  heldAtKill: number;
  throttles: number;
  /** Calls that were made although the service had read that the platform wants none for a while. */
  early: number;
  /** Calls that came when the platform had just asked for silence, and the latest of them (milliseconds after). */
  onTheirWay: number;
  latest: number;
  share: Share;
  /** Milliseconds of our own processor time for 1,000 letters, and with that of the dialogues beside them, whose every reply is taken for as dear as without a broadcast. */
  cpuPerThousand: number;
  cpuWithDialogues: number;
  /** The same of the barest sender, on this machine in this run. */
  bareCpuPerThousand: number;
  idleMb: number;
  aboveIdleMb: number;
  /** Replies to citizens without a broadcast, and beside it. */
  alone: Quantiles;
  beside: Quantiles;
  stuck: number;
  /** Seconds without a service, and until the last letter of the killed process had come. */
  awaySeconds: number;
  allSeconds: number;
  profile?: string;
};

const megabyte = 1024 * 1024;
const lookEvery = 20;
/** No letter at all for so long means that some are lost (milliseconds). */
const patience = 60_000;

/** One broadcast with a kill in its middle and citizens beside it. */
export const playBroadcast = async (
  server: BenchServer,
  size: Size,
  { profile = false, tell = () => {} }: { profile?: boolean; tell?: (line: string) => void } = {},
): Promise<Broadcast> => {
  const { letters, speed, throttled, retryAfter, quietSeconds, leases } = size;
  const database = await server.fresh('service');
  const ear = createEar(1_000 / speed);
  const town = await openTown({ timeScale: 1 / speed, limits: true, onCall: ear.hear });
  await plantLetters(database.url, town.emulator, letters);
  await town.emulator.call(bot.token, 'deleteWebhook', { drop_pending_updates: true });
  tell(`${letters} letters wait`);

  let rssMost = 0;
  const start = async (): Promise<Subject> => {
    const subject = await startSubject('service', {
      ...bot,
      apiRoot: town.apiRoot,
      database: database.url,
      speed,
    });
    await town.connect(subject.webhook);
    return subject;
  };
  const until = async (subject: Subject, isSo: () => boolean): Promise<boolean> => {
    let heard = ear.letters.size;
    let since = Date.now();
    for (let look = 0; !isSo(); look++) {
      if (look % 20 === 0) rssMost = Math.max(rssMost, (await subject.usage()).rssBytes);
      if (ear.letters.size > heard) since = Date.now();
      heard = ear.letters.size;
      if (Date.now() - since > patience) return false;
      await sleep(lookEvery);
    }
    return true;
  };

  const first = await start();
  const people = Math.min(40, Math.ceil(letters / 25));
  const citizens = town.people.slice(0, people);
  await openLoad(citizens, 6 * perSecond, (people * 7) / (6 * perSecond), () => {});
  const alone: number[] = [];
  const before = await first.usage();
  await openLoad(citizens, perSecond, quietSeconds, (wait) => void alone.push(wait));
  const quiet = await first.usage();
  const cpuPerReply = (quiet.cpuMicroseconds - before.cpuMicroseconds) / alone.length;
  tell(
    `quiet: ${(quiet.rssBytes / megabyte).toFixed(0)} MB, ${(cpuPerReply / 1000).toFixed(1)} ms CPU a reply`,
  );

  const beside: number[] = [];
  const endDialogues = dialoguesBeside(citizens, (wait) => void beside.push(wait));
  town.emulator.faults.add({
    kind: 'throttle',
    from: 'call',
    method: 'sendMessage',
    share: throttled,
    retryAfter,
  });
  const begun = Date.now();
  const begin = await first.usage();
  await database.list('delete from bulk_pause returning id');
  await until(first, () => ear.letters.size >= letters / 2);
  const atKill = await first.usage();
  const repliesAtKill = beside.length;
  const killed = Date.now();
  await first.kill();
  const heard = ear.letters.size;
  const held = new Set(
    await database.list(`select substr(dedupe, 7) from letter where state = 'sending' and bulk`),
  );
  tell(`killed after ${heard} letters with ${held.size} in hand`);
  const second = await start();
  const ready = Date.now();
  const again = await second.usage();
  const repliesAgain = beside.length;
  if (profile) await second.startProfile();
  const all = Array.from({ length: letters }, (_, nth) => nth);
  const others = all.filter((nth) => !held.has(String(nth)));
  await until(second, () => others.every((nth) => ear.letters.has(nth)));
  const ended = Date.now();
  const done = await second.usage();
  const replies = repliesAtKill + beside.length - repliesAgain;
  const taken = profile ? await second.endProfile() : undefined;
  if (leases === 'freed')
    await database.list(`update letter set lease_until = now() where state = 'sending' returning id`);
  await until(second, () => ear.letters.size === letters);
  const allEnded = Date.now();
  const stuck = await endDialogues();
  await town.emulator.idle();
  await second.stop();
  await town.close();
  const unsent = await database.list(`select id from letter where bulk and state <> 'sent'`);
  await database.drop();

  const bareCpuPerThousand = await playBare(size);
  tell(`a bare sender: ${bareCpuPerThousand.toFixed(0)} ms CPU for 1,000 letters`);

  const spells = [
    { from: begun, until: killed },
    { from: ready, until: ended },
  ];
  const cpu = atKill.cpuMicroseconds - begin.cpuMicroseconds + done.cpuMicroseconds - again.cpuMicroseconds;
  const perThousand = (microseconds: number) => microseconds / letters;
  return {
    size,
    lost: letters - ear.letters.size + Math.max(0, unsent.length - (letters - ear.letters.size)),
    doubled: [...ear.letters.values()].reduce((sum, times) => sum + times - 1, 0),
    heldAtKill: held.size,
    throttles: ear.silences.length,
    early: atKill.early + done.early,
    onTheirWay: ear.inSilence.length,
    latest: Math.max(0, ...ear.inSilence),
    share: shareOf(ear, spells, 30 * speed),
    cpuPerThousand: perThousand(cpu - cpuPerReply * replies),
    cpuWithDialogues: perThousand(cpu),
    bareCpuPerThousand,
    idleMb: quiet.rssBytes / megabyte,
    aboveIdleMb: (rssMost - quiet.rssBytes) / megabyte,
    alone: quantilesOf(alone),
    beside: quantilesOf(beside),
    stuck,
    awaySeconds: (ready - killed) / 1000,
    allSeconds: (allEnded - begun) / 1000,
    ...(taken !== undefined && { profile: taken }),
  };
};
