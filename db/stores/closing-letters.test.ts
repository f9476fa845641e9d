import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import { fileReport, linkStaff, openOffice } from '../../api/testing/staff.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { tellOfClosingPhotos } from './closing-letters.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const tell = async () => {
  const { database, seal, clock, deliver } = house.hall;
  const told = await tellOfClosingPhotos(database, seal, clock.now());
  await deliver();
  return told;
};

test('an officer who closes two reports with one picture is told so once, and nothing is refused', async () => {
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  const finish = async () => {
    const ticket = await fileReport(house);
    await Rina.seen();
    await playTranscript(
      `> [Lihat laporan]\n> [Selesai]\n> Lampu sudah kami ganti pagi ini\n> (photo)\n> [Kirim ke warga]\nTerkirim ke warga…`,
      Rina,
    );
    return ticket;
  };
  await finish();
  expect(await tell()).toBe(0);
  await house.clean();
  expect(await tell()).toBe(0);
  const second = await finish();
  await house.clean();
  await house.hall.database.sql`update media set likeness = ${Buffer.from('0123456789abcdef', 'hex')}`;
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(0);
  expect((await Rina.seen()).map(({ text }) => text)).toEqual([
    expect.stringContaining(`Foto hasil untuk ${second} tampak sama dengan foto pada laporan lain.`),
  ]);
  expect(await house.hall.database.sql`select state from report where ticket = ${second}`).toEqual([
    { state: 'ditindaklanjuti' },
  ]);
});
