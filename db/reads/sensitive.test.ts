import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import { linkStaff } from '../../api/testing/staff.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import type { CaseView } from '../../bot/reads.ts';

let house: TestHall;
let ticket: string;
const staff = new Map<string, number>();

const contactOf = async (name: string): Promise<number> => {
  const [row] = await house.hall.database.sql<
    { id: number }[]
  >`select l.contact_id::int as id from staff_link l
    join employee e on e.id = l.employee_id where e.name = ${name}`;
  return row?.id ?? 0;
};

beforeAll(async () => {
  house = await openTestHall();
  for (const [name, unit, roles] of [
    ['Ratna', 'inspektorat', ['inspector']],
    ['Admin', 'inspektorat', ['inspector', 'admin']],
    ['Tono', 'inspektorat', ['officer', 'supervisor']],
    ['Setyo', 'setda', ['coordinator', 'leader']],
    ['Wahyu', 'setda', ['inspector']],
    ['Hadi', 'dinas_perhubungan', ['officer', 'supervisor', 'inspector']],
  ] as const) {
    await linkStaff(house, { name, unit, roles: [...roles] });
    staff.set(name, await contactOf(name));
  }
  const { names } = await playTranscript(
    '> petugas loket minta uang pungli lima puluh ribu\n…\n> 1\n…\n> tidak\n…\n> dinas perhubungan\n…\n> loket tiga dekat pintu\n…\n> (photo)\n…\n> kirim\nLaporan sudah kami terima.\nNomor: {ticket}\n…',
    house.actor(),
  );
  ticket = names.get('ticket') ?? '';
});
afterAll(() => house.close());

const readings = async () =>
  (
    await house.hall.database.sql<
      { name: string }[]
    >`select e.name from audit a join employee e on e.id = a.employee_id
      join report r on r.id = a.report_id where a.action = 'read-sensitive' and r.ticket = ${ticket} order by a.id`
  ).map(({ name }) => name);

const sees = async (name: string): Promise<CaseView | null> => {
  const session = await house.hall.sessions.of(staff.get(name) ?? 0);
  if (!session) throw new Error(`nobody is called ${name}`);
  return house.hall.parts.reads(session).caseFor(ticket);
};

let before: string[];
beforeEach(async () => {
  before = await readings();
});

describe('a sensitive report', () => {
  test('is read by an inspector of its office, and each reading is a line of the audit log', async () => {
    for (let i = 0; i < 2; i++)
      expect(await sees('Ratna')).toMatchObject({
        sensitive: true,
        words: 'petugas loket minta uang pungli lima puluh ribu',
        place: 'loket tiga dekat pintu',
        media: [{ kind: 'photo', after: false }],
        phone: null,
      });
    expect(await readings()).toEqual([...before, 'Ratna', 'Ratna']);
  });

  test.each(['Admin', 'Tono', 'Setyo', 'Wahyu', 'Hadi'])(
    'does not exist for %s, and nothing is opened',
    async (name) => {
      expect(await sees(name)).toBeNull();
      expect(await readings()).toEqual(before);
    },
  );

  test('is not opened when the audit log takes no line', async () => {
    const { sql } = house.hall.database;
    await sql`alter table audit add constraint full_up check (action <> 'read-sensitive') not valid`;
    await expect(sees('Ratna')).rejects.toThrow('full_up');
    await sql`alter table audit drop constraint full_up`;
  });

  test('is in no list of whoever does not handle it', async () => {
    for (const [name, listed] of [
      ['Ratna', true],
      ['Admin', false],
      ['Tono', false],
      ['Setyo', false],
      ['Hadi', false],
    ] as const) {
      const session = await house.hall.sessions.of(staff.get(name) ?? 0);
      if (!session) throw new Error(`nobody is called ${name}`);
      const cases = await house.hall.parts.reads(session).myCases();
      expect([name, cases.some((one) => one.ticket === ticket)]).toEqual([name, listed]);
    }
  });
});
