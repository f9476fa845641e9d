import type { BenchServer } from '../bench-server.ts';
import { steps } from '../dialogue.ts';
import { openLoad, type Played, saturate } from '../loads.ts';
import type { Options } from '../options.ts';
import { type Quantiles, quantilesOf } from '../quantiles.ts';
import { startSubject } from '../subject.ts';
import { firstReports } from '../town.ts';
import type { Office } from './office.ts';

/** What a steady load came to. `answer`: the webhook's own, `reply`: until the words stand on the screen; milliseconds. */
export type Steady = {
  answer: Quantiles;
  reply: Quantiles;
  cpuPerMessage: number;
  repeats: number;
  dialogues: number;
  tickets: number;
  same: number;
  stuck: number;
  /** Messages that people got, and letters that never went. */
  messages: number;
  unsent: number;
};

/** Messages a second; with the three statuses of each answer the webhook takes four times as many. */
export const perSecond = 50;

/** The load lasts so much longer than the saturated one of Telegram, and a third of that again while webhooks are repeated. */
const longer = 3;

/** A service on a fresh database: everybody writes once, then by the clock, at last with 30 % of all webhooks repeated at the same moment. */
export const playSteady = async (
  server: BenchServer,
  office: Office,
  { seconds, people }: Options,
): Promise<Steady> => {
  const database = await server.fresh('service');
  const subject = await startSubject('service', office.setting(database.url));
  await office.connect(subject.webhook);
  const { emulator } = office;
  const answers: number[] = [];
  const replies: number[] = [];
  const played: Played[] = [];
  let messages = 0;
  const called = ({ call, ok }: { call: string; ok: boolean }) => {
    if (call === 'messages' && ok) messages += 1;
  };
  const steadily = (length: number) =>
    openLoad(office.people, perSecond, length, (wait) => void replies.push(wait));

  office.listen({ called });
  played.push(await saturate(office.people, people, firstReports(people), () => {}));
  await emulator.idle();

  const before = await subject.usage();
  office.listen({ called, answered: (wait) => void answers.push(wait) });
  played.push(await steadily(seconds * longer));
  const after = await subject.usage();
  const reply = quantilesOf(replies);

  office.listen({ called });
  const repeated = emulator.stats.repeated;
  emulator.storm({ repeatShare: 0.3, copies: 1, parallel: true });
  played.push(await steadily(seconds));
  emulator.storm(undefined);
  await emulator.idle();
  await subject.stop();
  office.listen({});

  const held = new Set(played.flatMap(({ tickets }) => tickets));
  const tickets = await database.list(subject.tickets);
  const unsent = await database.list(`select id from letter where state <> 'sent'`);
  await database.drop();
  return {
    answer: quantilesOf(answers),
    reply,
    cpuPerMessage: (after.cpuMicroseconds - before.cpuMicroseconds) / reply.samples,
    repeats: emulator.stats.repeated - repeated,
    dialogues: played.reduce((sum, one) => sum + one.tickets.length, 0),
    tickets: tickets.length,
    same: tickets.filter((ticket) => held.has(ticket)).length,
    stuck: played.reduce((sum, { stuck }) => sum + stuck, 0),
    messages,
    unsent: unsent.length,
  };
};

/** Tickets and messages that are missing or doubled, and people who were forgotten. */
export const wrongIn = ({ dialogues, tickets, same, stuck, messages, unsent }: Steady): number =>
  Math.abs(tickets - dialogues) +
  Math.abs(tickets - same) +
  Math.abs(messages - steps.length * dialogues) +
  stuck +
  unsent;
