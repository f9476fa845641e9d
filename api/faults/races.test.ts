import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Phone } from '../../bot/channels/telegram/emulator/index.ts';
import { newTicket } from '../../bot/domain/ticket.ts';
import { createSeal } from '../../db/sealed.ts';
import { makeCode } from '../../db/stores/activation.ts';
import { hireSomebody } from '../testing/employee.ts';
import { testKey, testToken } from '../testing/hall.ts';
import { size } from './size.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

const races = size(50, 1_000);
const unit = 'dinas_perhubungan';

type Officer = { name: string; phone: Phone; heard: string[] };

let town: Town;
let officers: Officer[];

/** The message with the button; losing the button is no answer. */
const isCard = (text: string): boolean => /^Laporan SLT-\w{6}$/.test(text);

const hired = async (nth: number): Promise<Officer> => {
  const { sql } = town.database;
  const name = `Petugas ${String.fromCharCode(65 + nth)}`;
  const nip = await hireSomebody(sql, { name, roles: ['officer'], unit });
  const made = await makeCode(sql, createSeal(testKey), { nip, now: new Date(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  const phone = town.emulator.phone({ id: 7_370_000_000 + nth, firstName: name });
  const heard: string[] = [];
  phone.subscribe((event) => {
    const said = (event.kind === 'message' || event.kind === 'edit') && event.message;
    if (said && said.from === 'bot' && !isCard(said.text)) heard.push(said.text);
  });
  phone.type(`/masuk ${made.code}`);
  await until(`${name} is linked`, () => heard.some((text) => text.includes('terhubung')), town.moved);
  return { name, phone, heard };
};

beforeAll(async () => {
  town = await openTown({ processes: 2, seed: 20 });
  officers = [];
  for (let nth = 0; nth < 20; nth++) officers.push(await hired(nth));
}, 120_000);
afterAll(() => town.close());

/** A report that has just come to the office. */
const arrived = async (): Promise<string> => {
  const ticket = newTicket('SLT', randomBytes);
  await town.database.sql`with filed as (
    insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, channel, received_at,
      first_answer_due, resolve_due)
    values (${ticket}, 'pengaduan', 'lampu_jalan', ${unit}, 'diteruskan', true, false, 'lampu mati', 'telegram', now(),
      current_date + 7, current_date + 20)
    returning id, received_at)
    insert into report_event (report_id, at, action, state, actor)
    select id, received_at, 'received', 'diterima', 'citizen' from filed
    union all select id, received_at, 'forward', 'diteruskan', 'clock' from filed`;
  return ticket;
};

/** Lays the report before everybody, and lets all of them press at one moment; gives what each then heard. */
const race = async (ticket: string): Promise<Map<string, string[]>> => {
  const button = { text: 'Terima', callback_data: `go:accept:${ticket}` };
  for (const { phone, heard } of officers) {
    await town.emulator.call(testToken, 'sendMessage', {
      chat_id: phone.person.id,
      text: `Laporan ${ticket}`,
      reply_markup: { inline_keyboard: [[button]] },
    });
    heard.length = 0;
  }
  for (const { phone } of officers) phone.press(button.callback_data);
  await until(
    `all twenty are answered about ${ticket}`,
    () => officers.every(({ heard }) => heard.length > 0) && town.open() === 0,
    town.moved,
    () => officers.map(({ name, heard }) => `${name}: ${heard}`).join('\n'),
  );
  await town.emulator.idle();
  return new Map(officers.map(({ name, heard }) => [name, [...heard]]));
};

test(`in each of ${races} races of twenty who press Terima one wins, and each of the others hears who, once`, async () => {
  const winners = new Map<string, number>();
  for (let nth = 0; nth < races; nth++) {
    const ticket = await arrived();
    const heard = await race(ticket);
    const taken = await town.database.sql<{ name: string; keeps: boolean }[]>`
      select w.name, r.taker_id = w.id and r.state = 'diproses' as keeps from report r
      join report_event e on e.report_id = r.id and e.action = 'accept' join employee w on w.id = e.employee_id
      where r.ticket = ${ticket}`;
    const winner = taken[0]?.name ?? '';
    expect(taken, ticket).toEqual([{ name: winner, keeps: true }]);
    winners.set(winner, (winners.get(winner) ?? 0) + 1);
    for (const [name, said] of heard)
      expect(said, `${name} of race ${nth}, which ${winner} won`).toEqual([
        name === winner
          ? expect.stringContaining(`Laporan ${ticket} sekarang Bapak/Ibu yang tangani.`)
          : `Terima kasih. Laporan ${ticket} sudah lebih dulu diterima ${winner}.`,
      ]);
  }
  const failed = town.answers.filter(({ status }) => status >= 500);
  const again = town.processes.flatMap((one) => one.printed().match(/.*"decided-again".*/g) ?? []);
  console.log(
    `${races} races, ${winners.size} winners, ${failed.length} answers of 5xx, ${again.length} decided over twice`,
  );
  expect(winners.size).toBeGreaterThan(5);
  expect(failed).toEqual([]);
  expect(again.filter((line) => /"count":[45]/.test(line))).toEqual([]);
}, 1_800_000);
