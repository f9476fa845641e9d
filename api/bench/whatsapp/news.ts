import { createGraphEmulator, serveEmulator } from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { createWhatsAppCloud } from '../../../bot/channels/whatsapp-cloud/index.ts';
import { literal } from '../../../bot/conversation/reply.ts';
import { connect } from '../../../db/database.ts';
import { createSeal } from '../../../db/sealed.ts';
import { openHall } from '../../hall.ts';
import { createLog } from '../../json-log.ts';
import type { BenchServer } from '../bench-server.ts';
import { unpaced } from '../unpaced.ts';
import { countWire } from '../wire-count.ts';
import { number } from './office.ts';

/** News to so many people: what each letter costs the database, and whether each person got it once. */
export type News = {
  letters: number;
  statements: number;
  trips: number;
  seconds: number;
  missing: number;
  doubled: number;
};

const words = 'Besok air PDAM di Sidorejo padam pukul 08.00 sampai 12.00.';

/** One letter of news to each of so many people who wrote within the day, by the bulk lane and the strict Graph API. */
export const sendNews = async (server: BenchServer, letters: number): Promise<News> => {
  const round = await server.fresh('service');
  const wire = await countWire(round.url);
  const database = connect(wire.url);
  const hall = await openHall({
    database,
    seal: createSeal(Buffer.alloc(32, 7)),
    log: createLog('warn'),
    publicUrl: 'https://sapa.example',
    pace: unpaced,
  });
  const got = new Map<string, number>();
  const emulator = createGraphEmulator({
    numbers: [number],
    statuses: false,
    windowAt: 'call',
    callsKept: 1,
    onCall: ({ to = '', ok }) => ok && got.set(to, (got.get(to) ?? 0) + 1),
  });
  const graph = await serveEmulator(emulator);
  const channel = createWhatsAppCloud({ ...number, apiRoot: graph.url });
  hall.channels.push(channel);
  for (let i = 0; i < letters; i++) {
    const waId = `62813${String(i).padStart(7, '0')}`;
    emulator.phone({ name: 'Sri', waId }).type('halo');
    const { name, account } = channel;
    const session = await hall.sessions.open({ channel: name, account, id: waId }, false);
    await hall.sessions.post(session, [{ say: { text: literal(words) }, lane: 'bulk' }]);
  }
  await database.sql`update talk set spoke_at = now()`;
  await database.sql`analyze`;
  wire.take();
  const start = performance.now();
  await hall.deliver();
  const seconds = (performance.now() - start) / 1000;
  const { statements, trips } = wire.take();
  emulator.close();
  await graph.close();
  await database.close();
  await wire.close();
  await round.drop();
  const times = [...got.values()];
  return {
    letters,
    statements: statements / letters,
    trips: trips / letters,
    seconds,
    missing: letters - times.length,
    doubled: times.filter((count) => count > 1).length,
  };
};
