import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { enrolled, enrolmentOf, plantTraining, todayIn } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

/** What the button on a training's card shows, pressed by whoever sees it or not. */
const pressing = async (who: Awaited<ReturnType<typeof linkStaff>>, training: string): Promise<string> => {
  await who.seen();
  await who.forge(`go:attendance-code:${training}`);
  return (await who.seen()).map(({ text }) => text).join('\n');
};

describe('the personnel office', () => {
  test('shows a code for today, a new one each time, and it lets people in', async () => {
    await plantTraining(house, { code: 'PP-1' });
    const hr = await linkStaff(house, { name: 'Dewi HR', roles: ['hr'] });
    const codes = [await pressing(hr, 'PP-1'), await pressing(hr, 'PP-1')].map(
      (said) => /HADIR (\w{3}-\w{3})/.exec(said)?.[1] ?? '',
    );
    expect(new Set(codes).size).toBe(2);
    for (const [nth, code] of codes.entries()) {
      const name = `Peserta ${nth}`;
      const who = await linkStaff(house, { name, roles: [] });
      await enrolled(house, name, 'PP-1');
      await playTranscript(`> HADIR ${code}\nKehadiran Bapak/Ibu pada Pelayanan Prima…\n…`, who);
      expect((await enrolmentOf(house, name, 'PP-1'))?.attended).toBe(todayIn(house));
    }
    const lines = await house.hall.database.sql`
      select e.name from audit a join employee e on e.id = a.employee_id where action = 'attendance-opened'`;
    expect(lines.map(({ name }) => name)).toEqual(['Dewi HR', 'Dewi HR']);
    const kept = await house.hall.database.sql`select encode(hash, 'escape') as hash from attendance_code`;
    for (const { hash } of kept) for (const code of codes) expect(hash).not.toContain(code.replace('-', ''));
  });

  test('chooses the day where several are left, and none where it is over', async () => {
    await plantTraining(house, { code: 'PP-2', days: 3 });
    await plantTraining(house, { code: 'PP-3', title: 'Arsip', from: -9 });
    const hr = await linkStaff(house, { name: 'Eko HR', roles: ['hr'] });
    expect(await pressing(hr, 'PP-2')).toContain('untuk hari yang mana?');
    await playTranscript('> 2\nKode hadir Pelayanan Prima, …:\nHADIR …\n…', hr);
    const [shown] = await house.hall.database
      .sql`select day - current_date as ahead, day::text as day from attendance_code where training_code = 'PP-2'`;
    expect(shown?.day > todayIn(house)).toBe(true);
    expect(await pressing(hr, 'PP-3')).toContain('Arsip sudah lewat');
  });
});

test('the button stands on the card of a training for the personnel office alone, while there is a day for it', async () => {
  await plantTraining(house, { code: 'PP-5', days: 2 });
  await plantTraining(house, { code: 'PP-6', title: 'Arsip', from: -9 });
  const hr = await linkStaff(house, { name: 'Fitri HR', roles: ['hr'] });
  const asn = await linkStaff(house, { name: 'Gilang', roles: ['supervisor'] });
  const choices = async (who: typeof hr, training: string) => {
    await who.forge(`go:training:${training}`);
    const last = (await who.seen()).at(-1);
    return `${last?.text}\n${last?.buttons.join('\n')}`;
  };
  expect(await choices(hr, 'PP-5')).toContain('Kode hadir');
  expect(await choices(hr, 'PP-6')).not.toContain('Kode hadir');
  expect(await choices(asn, 'PP-5')).not.toContain('Kode hadir');
});

test('nobody else shows one, and an unknown training tells as little', async () => {
  await plantTraining(house, { code: 'PP-4' });
  for (const roles of [[], ['supervisor'], ['officer'], ['leader']])
    for (const code of ['PP-4', 'NOTHING']) {
      const who = await linkStaff(house, { name: `Bukan HR ${roles}`, roles });
      expect(await pressing(who, code)).toBe('Kode hadir ditampilkan oleh bagian kepegawaian.');
    }
  expect(await house.hall.database.sql`select 1 from attendance_code where training_code = 'PP-4'`).toEqual(
    [],
  );
});
