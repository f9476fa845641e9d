import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { addCalendarDays } from '../../../domain/local-date.ts';
import { teach, wrongly } from './testing/repeated.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const name = 'Rina Astuti';
const door = 'Soal yang kembali';

/** Days after a wrong answer on 17 November on which the question comes back, and what is then said of the next time. */
const days = [
  ['2026-11-18', 'Saya tanyakan lagi Selasa, 24 Nov.'],
  ['2026-11-24', 'Saya tanyakan lagi Kamis, 3 Des.'],
  ['2026-12-03', 'Saya tanyakan lagi Selasa, 22 Des.'],
  ['2026-12-22', 'Soal ini sudah dikuasai, jadi tidak kembali lagi.'],
] as const;

test('a question that was answered wrongly comes back after 1, 7, 16 and 35 days, on no day between, and then no more', async () => {
  await openOffice(house.hall, '2026-11-17');
  await teach(house);
  const Rina = await linkStaff(house, { name, roles: [] });
  await wrongly(house, { name, question: 'apa-kata-pertama-di-loket', on: '2026-11-17' });
  const shelfOn = async (day: string): Promise<string> => {
    await openOffice(house.hall, day);
    await Rina.type('/belajar');
    return (await Rina.seen()).flatMap(({ text, buttons }) => [text, ...buttons]).join('\n');
  };
  for (const [day, next] of days) {
    expect(await shelfOn(addCalendarDays(day, -1)), `before ${day}`).not.toContain(door);
    expect(await shelfOn(day), day).toContain(door);
    await playTranscript(
      `
      > [${door}]
      Soal dari Menyapa di loket:
      Apa kata pertama di loket?
      …
      > [Selamat pagi]
      Tepat. Orangnya lebih dulu, baru nomornya.
      ${next}
      …
    `,
      Rina,
    );
  }
  expect(await shelfOn('2027-02-02')).not.toContain(door);
});
