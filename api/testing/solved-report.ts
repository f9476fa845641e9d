import { randomBytes } from 'node:crypto';
import type { Wanted } from '../../bot/domain/case.ts';
import { fileReport } from '../../bot/domain/report.ts';
import { newTicket } from '../../bot/domain/ticket.ts';
import { fileReport as writeReport } from '../../db/stores/report.ts';
import { takeStep } from '../../db/stores/step.ts';
import type { TestHall } from './hall.ts';

let people = 800_000;

/** The contact of the employee who was linked last. */
const linkedLast = async ({ hall }: TestHall): Promise<number> => {
  const [link] = await hall.database
    .sql`select contact_id::int as id from staff_link order by id desc limit 1`;
  return Number(link?.id);
};

/**
 * Somebody's report from filing to *selesai*, by the stores and the rules that a conversation goes through; `officer` is the
 * contact of whoever answers it, the one linked last unless said. Gives its number.
 */
export const solveReport = async (
  house: TestHall,
  {
    words,
    answer = 'Lampu sudah kami ganti tadi pagi dan sudah menyala kembali.',
    kelurahan,
    category = 'lampu_jalan',
    confidential = false,
    officer,
    circle,
  }: {
    words: string;
    answer?: string;
    kelurahan?: string;
    category?: string;
    confidential?: boolean;
    officer?: number;
    circle?: string;
  },
): Promise<string> => {
  const { database, seal, city, clock, channels, sessions, parts } = house.hall;
  const now = clock.now();
  const { agency, categories, calendar, deadlines, regions } = city();
  const kind = categories.find(({ key }) => key === category);
  if (!kind) throw new Error(`no category ${category}`);
  const address = { channel: 'telegram', account: channels[0]?.account ?? '', id: String(people++) } as const;
  const { contact } = await sessions.open(address, true);
  if (circle !== undefined)
    await database.sql`update contact set circle = ${circle} where id = ${contact.id}`;
  const ticket = newTicket(agency.prefix, parts.random);
  const report = fileReport({
    ticket,
    kind: 'pengaduan',
    category: kind,
    identity: confidential ? 'tertutup' : 'biasa',
    deadlines,
    calendar,
    now,
    zone: agency.zone,
  });
  const region = regions.find(({ name }) => name === kelurahan)?.code;
  const draft = { unit: 'dinas_perhubungan', words, place: { ...(region && { region }) }, photos: [] };
  const key = randomBytes(16).toString('hex');
  await database.sql.begin((tx) => writeReport(tx, seal, contact, { do: 'report.file', report, draft }, key));
  const step = (id: number, as: 'staff' | 'citizen', steps: readonly Wanted[]) =>
    database.sql.begin((tx) =>
      takeStep(tx, seal, city(), { id }, { do: 'report.step', ticket, as, steps }, clock.now()),
    );
  await step(officer ?? (await linkedLast(house)), 'staff', [
    { action: 'accept' },
    { action: 'answer', given: { body: answer }, answer: { shape: 'done' } },
    { action: 'finish', given: { result: 'Pekerjaan sudah selesai dan sudah diperiksa petugas.' } },
  ]);
  await step(contact.id, 'citizen', [{ action: 'confirm' }]);
  return ticket;
};
