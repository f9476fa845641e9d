import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPictures } from '../../../../api/modules/seed-pictures.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { rendering } from '../../../../api/testing/renderings/rendering.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  await seedPictures(house.hall, house.storage);
  await house.hall.database
    .sql`update learning_module set withdrawn_at = now() where code <> 'menjawab-warga'`;
});
afterAll(() => house.close());

test('a card shows its picture above its words, and tells of it where none can be shown', async () => {
  const Rini = await linkStaff(house, { name: 'Rini', roles: [] });
  await playTranscript(
    `
    > /belajar
    Berikutnya untuk Bapak/Ibu: Menjawab warga dengan baik, sekitar 9 menit.
    • Menjawab warga dengan baik: 9 menit
    [Mulai] [Cek diri]
    > [Mulai]
    (photo)
    Kartu 1 dari 7
    Ada orang di balik laporan
    …
    [Lanjut] [Berhenti dulu]
    > [Lanjut]
    Kartu 2 dari 7
    …
  `,
    Rini,
  );
  const told = Rini.heard().filter((words) => words.includes('Gambar: Malam di gang yang lampunya mati'));
  expect(told).toHaveLength(rendering === 'plain' ? 1 : 0);
});
