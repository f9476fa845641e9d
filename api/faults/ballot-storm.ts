import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { phaseNames } from '../../bot/domain/award/phase.ts';
import { rollHash, rollOf } from '../../bot/domain/award/roll.ts';
import { addCalendarDays, addHours, endOfLocalDay, localDate } from '../../bot/domain/local-date.ts';

import { createHallClock } from '../../db/clock.ts';
import type { Database } from '../../db/database.ts';
import { loadCity } from '../../db/reads/city.ts';
import { createSeal } from '../../db/sealed.ts';
import { sealChoice } from '../../db/sealed-choice.ts';
import { createSessions } from '../../db/sessions.ts';
import { type PlantedAward, plantAward } from '../testing/award.ts';
import { plantCandidate } from '../testing/ballot.ts';
import { testKey } from '../testing/hall.ts';

/** Somebody on the roll: the number of their Telegram chat, and their sealed buttons, the last of them for blank. */
export type StormVoter = { chat: number; buttons: readonly string[] };

const seal = createSeal(testKey);
export const stormCandidates = ['Wahyu Nugroho', 'Siti Aminah', 'Dwi Hartono', 'Ayu Lestari'];

/** Phases of nine days each, today being the second day of the vote. */
const scheduleAround = (today: string) => ({
  phases: phaseNames.map((name, i) => {
    const from = addCalendarDays(today, (i - phaseNames.indexOf('pemungutan_suara')) * 10 - 1);
    return { name, days: 5, from, until: addCalendarDays(from, 8) };
  }),
  again: [],
});

/** By the hall's clock it is the next night, an hour after midnight: no job writes to anybody, so that every letter would be the vote's own. */
const atNight = async (database: Database, zone: string): Promise<void> => {
  const now = new Date();
  const night = addHours(endOfLocalDay(localDate(now, zone), zone), 1);
  await createHallClock(database).shift(Math.round((night.getTime() - now.getTime()) / 1000));
};

/** An invented vote that is open now, with so many voters whose chats were linked long ago. */
export const plantStorm = async (
  database: Database,
  { voters: many, account }: { voters: number; account: string },
): Promise<{ award: PlantedAward; voters: StormVoter[] }> => {
  const { sql } = database;
  const city = await loadCity(database, { publicUrl: '' });
  const award = await plantAward({ database, city: () => city, clock: { now: () => new Date() } as never });
  for (const name of stormCandidates)
    await plantCandidate({ database }, award, { name, category: 'pelaksana' });
  await sql`insert into employee (nip, name, unit_code, position, kind, roles, active)
    select 'BADAI-' || lpad(n::text, 5, '0'), 'Pemilih ' || n, 'dinas_perhubungan', 'Kepala Bidang', 'pns', '{supervisor}', true
    from generate_series(1, ${many}) n`;
  const hired = await sql<{ id: number; nip: string; office: string }[]>`
    select id::int as id, nip, unit_code as office from employee where nip like 'BADAI-%' order by nip`;
  const sessions = createSessions(database, seal, { cache: false, city: () => city });
  const voters: StormVoter[] = [];
  for (const [i, { id }] of hired.entries()) {
    const chat = 7_500_000_000 + i;
    const { contact } = await sessions.open({ channel: 'telegram', account, id: String(chat) }, true);
    await sql`insert into staff_link (employee_id, contact_id, channel, since)
      values (${id}, ${contact.id}, 'telegram', now() - interval '30 days')`;
    const bound = { contact: contact.id, step: 'cast' } as const;
    const buttons = [...stormCandidates, 'blank'].map((_, entry) =>
      sealChoice(seal, bound, { cycle: award.id, category: 'pelaksana', entry }),
    );
    voters.push({ chat, buttons });
  }
  const schedule = scheduleAround(localDate(new Date(), city.agency.zone));
  await atNight(database, city.agency.zone);
  await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
    select ${award.id}, id, nip, unit_code from employee where nip like 'BADAI-%'`;
  await sql`update award_cycle set schedule = ${JSON.stringify(schedule)}::text::jsonb, frozen_at = now(),
    roll_hash = ${rollHash(award.cycle.code, rollOf(hired))} where id = ${award.id}`;
  return { award, voters };
};

/** A press of *Kirim* as Telegram tells of it. */
export const pressOf = (update: number, { chat }: StormVoter, sealed: string): string => {
  const from = { id: chat, is_bot: false, first_name: 'Pemilih' };
  const message = {
    message_id: 1,
    date: 1_790_000_000,
    chat: { id: chat, type: 'private', first_name: 'Pemilih' },
  };
  return JSON.stringify({
    update_id: update,
    callback_query: { id: String(update), from, message, chat_instance: '1', data: `go:vote-cast:${sealed}` },
  });
};

/** A Telegram that says yes to every call, and what was said to it. */
export const yesTelegram = async () => {
  const said: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      said.push(body);
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true,"result":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, said, close: () => new Promise((resolve) => server.close(resolve)) };
};
