import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { runJob } from '../../../api/testing/run-job.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-11-24');
});
afterAll(() => house.close());

type Actor = Awaited<ReturnType<typeof linkStaff>>;

/** A training that one office owes, to be finished by a day. */
const owed = (unit: string, title: string, completeBy: string) => house.hall.database.sql`
  insert into training (code, title, provider, form, jp, complete_by, mandatory_units, listed_on)
  values (${`${unit}-1`}, ${title}, 'BKPSDM', 'e_learning', 800, ${completeBy}, ${`{${unit}}`}::text[], '2026-01-02')`;

/** What somebody reads first, as it stands on every channel. */
const read = async (actor: Actor) => {
  const [message, ...others] = await actor.seen();
  return { text: message?.text ?? '', others: others.length };
};

test('a reminder says what is near, why, and how the year stands; put off, it comes back on its day', async () => {
  await owed('dinas_perhubungan', 'Pelayanan Prima', '2026-11-27');
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  expect(await runJob(house, 'remind-training')).toBe(1);
  const first = await read(Rina);
  expect(first.others).toBe(0);
  for (const line of [
    'Pelayanan Prima',
    'selesaikan paling lambat Jumat, 27 Nov, 3 hari kerja lagi.',
    'Wajib untuk unit atau jabatan Bapak/Ibu; penyelenggara: BKPSDM.',
    'JP Bapak/Ibu tahun ini: 0 dari 20 JP, 25 hari kerja lagi.',
  ])
    expect(first.text).toContain(line);
  await playTranscript(
    `
    > [Besok]
    Baik, saya ingatkan lagi Rabu, 25 Nov. Yang jatuh tempo sebelum itu tetap saya kabari pada harinya.
    `,
    Rina,
  );
  expect(await runJob(house, 'remind-training')).toBe(0);
  await openOffice(house.hall, '2026-11-25');
  expect(await runJob(house, 'remind-training')).toBe(1);
  expect((await read(Rina)).text).toContain('2 hari kerja lagi');
});

test('one tap opens the thing itself, and counts as having looked', async () => {
  await owed('dinas_pu', 'Jalan Aman', '2026-11-26');
  const Tono = await linkStaff(house, { name: 'Tono Wibowo', unit: 'dinas_pu' });
  await runJob(house, 'remind-training');
  expect((await read(Tono)).text).toContain('Jalan Aman');
  await Tono.press('Buka pelatihan');
  expect((await read(Tono)).text).toContain('Jalan Aman');
  const touched = await house.hall.database.sql<{ item: string }[]>`
    select item from reminder_touch t join employee e on e.id = t.employee_id where e.name = 'Tono Wibowo'`;
  expect(touched.map(({ item }) => item)).toEqual(['complete:dinas_pu-1:2026-11-26']);
});

test('whoever was reminded of nothing has nothing to put off, and a citizen neither', async () => {
  const Sri = house.actor();
  await Sri.type('/start');
  await Sri.seen();
  const session = await house.hall.sessions.open(Sri.address, true);
  expect(await house.hall.parts.reads(session).toSnooze()).toBe(0);
});

test('an old button, pressed when nothing is left to put off, does no harm', async () => {
  await owed('dinas_kesehatan', 'Gizi Anak', '2026-11-27');
  const Nia = await linkStaff(house, { name: 'Nia Lestari', unit: 'dinas_kesehatan' });
  await runJob(house, 'remind-training');
  expect((await read(Nia)).text).toContain('Gizi Anak');
  await house.hall.database.sql`update reminded set day = '2026-11-02'`;
  await playTranscript('> [Pekan depan]\n Saat ini tidak ada pengingat yang perlu ditunda.', Nia);
  const put = await house.hall.database.sql`
    select item from reminder_touch t join employee e on e.id = t.employee_id where e.name = 'Nia Lestari'`;
  expect(put).toHaveLength(0);
});
