import { openBenchServer } from '../bench-server.ts';
import type { Gate } from '../gates.ts';
import type { Options } from '../options.ts';
import { gatesOf } from './gates.ts';
import { playSteady, type Steady } from './load.ts';
import { type News, sendNews } from './news.ts';
import { openOffice } from './office.ts';
import { countTrips, type StepTrips } from './trips.ts';

/** What a WhatsApp message costs: all figures of the benchmark `whatsapp`. */
export type WhatsAppFigures = {
  postgres: string;
  steps: StepTrips[];
  rounds: Steady[];
  news: News;
  gates: Gate[];
};

/** People who are told news. */
const letters = 1_000;

/** The same reports by WhatsApp: signed webhooks in, calls to the strict Graph API out, and news to many. */
export const benchWhatsApp = async (
  options: Options,
  { tell = () => {} }: { tell?: (line: string) => void } = {},
): Promise<WhatsAppFigures> => {
  const server = await openBenchServer();
  const office = await openOffice();
  try {
    const steps = await countTrips(server, office, options);
    const rounds: Steady[] = [];
    for (let round = 1; round <= options.rounds; round++) {
      const played = await playSteady(server, office, options);
      rounds.push(played);
      tell(`round ${round}, whatsapp: answers in ${played.answer.p50.toFixed(1)} ms`);
    }
    const news = await sendNews(server, letters);
    return { postgres: server.version, steps, rounds, news, gates: gatesOf(steps, rounds, news) };
  } finally {
    await office.close();
    await server.close();
  }
};
