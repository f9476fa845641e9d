import { afterAll, beforeAll, describe, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { fileReport, linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

describe('news that comes while an officer is asked something', () => {
  test('can be acted on, whether its choices are tapped or numbered lines', async () => {
    await playTranscript('> /balas\nBerapa nomor laporannya?', Rina);
    const ticket = await fileReport(house);
    await Rina.seen();
    await playTranscript(`> [Terima]\nLaporan ${ticket} sekarang Bapak/Ibu yang tangani…\n…`, Rina);
  });

  test('leaves the question open to words that are none of its choices', async () => {
    await playTranscript('> /balas\nBerapa nomor laporannya?', Rina);
    const ticket = await fileReport(house);
    await Rina.seen();
    await playTranscript(
      `
      > ${ticket}
      Apa kabarnya untuk warga?
      > [Sudah dikerjakan]
      …
      > batal
      …
      > [Ya, batalkan]
      …
    `,
      Rina,
    );
  });

  test('does not take a command for one of its choices', async () => {
    await fileReport(house);
    await Rina.seen();
    await playTranscript('> /balas\nBerapa nomor laporannya?\n> batal', Rina);
  });
});
